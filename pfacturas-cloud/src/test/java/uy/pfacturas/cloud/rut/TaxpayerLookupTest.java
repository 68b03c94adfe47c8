package uy.pfacturas.cloud.rut;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;

class TaxpayerLookupTest {
  private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
  private static final Rut RUT = new Rut("219999830019");

  private final Map<Rut, Contribuyente> remembered = new HashMap<>();
  private final List<Rut> asked = new ArrayList<>();
  private TaxpayerSource.Outcome outcome = new TaxpayerSource.Outcome.Unavailable("sin red");
  private final TaxpayerLookup lookup =
      new TaxpayerLookup(
          rut -> {
            asked.add(rut);
            return outcome;
          },
          new TaxpayerCache() {
            @Override
            public Optional<Contribuyente> find(Rut rut) {
              return Optional.ofNullable(remembered.get(rut));
            }

            @Override
            public void put(Contribuyente contribuyente) {
              remembered.put(contribuyente.rut(), contribuyente);
            }
          },
          Clock.fixed(NOW, ZoneOffset.UTC));

  private static Contribuyente contribuyente(Instant consultado) {
    return new Contribuyente(
        RUT,
        "EMPRESA DEMO",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        "demo",
        consultado);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "21999983001", "219999830018", "abc", "2199998300199"})
  void lookUp_wrongDigit_asksNobody(String text) {
    assertThat(lookup.lookUp(text)).isEqualTo(new TaxpayerAnswer.Invalid(text));
    assertThat(asked).isEmpty();
  }

  @Test
  void lookUp_found_isRemembered() {
    outcome = new TaxpayerSource.Outcome.Found(contribuyente(NOW));

    assertThat(lookup.lookUp("21.999983.001-9"))
        .isEqualTo(new TaxpayerAnswer.Known(contribuyente(NOW)));
    assertThat(asked).containsExactly(RUT);
    assertThat(remembered).containsEntry(RUT, contribuyente(NOW));
  }

  @Test
  void lookUp_away_answersFromMemoryWithTheAge() {
    Contribuyente old = contribuyente(NOW.minus(Duration.ofDays(3)));
    remembered.put(RUT, old);

    assertThat(lookup.lookUp("219999830019"))
        .isEqualTo(new TaxpayerAnswer.Remembered(old, Duration.ofDays(3), "sin red"));
  }

  @Test
  void lookUp_awayAndClockSetBack_hasNoNegativeAge() {
    remembered.put(RUT, contribuyente(NOW.plusSeconds(60)));

    assertThat(lookup.lookUp("219999830019"))
        .isEqualTo(
            new TaxpayerAnswer.Remembered(
                contribuyente(NOW.plusSeconds(60)), Duration.ZERO, "sin red"));
  }

  @Test
  void lookUp_awayAndNothingRemembered_saysNotNow() {
    assertThat(lookup.lookUp("219999830019")).isEqualTo(new TaxpayerAnswer.NotNow(RUT, "sin red"));
  }

  @Test
  void lookUp_registryHasNone_isAbsentWhateverWasRemembered() {
    remembered.put(RUT, contribuyente(NOW));
    outcome = new TaxpayerSource.Outcome.NotFound();

    assertThat(lookup.lookUp("219999830019")).isEqualTo(new TaxpayerAnswer.Absent(RUT));
  }
}
