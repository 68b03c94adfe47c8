package uy.pfacturas.cloud.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Opening;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.cloud.testing.CrashDisk;
import uy.pfacturas.cloud.testing.FakeNube;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.protocol.Salud;
import uy.pfacturas.core.testing.Documents;

/** Clocks that are set, and signatures that do not go back. */
class SigningTimeTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** What the test's cloud signs with. */
  private static final Instant SIGNED = Instant.parse("2025-01-02T15:00:00Z");

  private final FakeNube nube = new FakeNube();
  private Instant ours = SIGNED;
  private Instant theirs = SIGNED;
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneId.of("America/Montevideo");
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return ours;
        }
      };
  private Till till;
  private Pulse pulse;
  private SigningTime time;

  @BeforeEach
  void open() {
    DocumentStore store = DocumentStore.direct(new CrashDisk(), SecondCopy.NONE);
    new Opening(Ambiente.DEMO, "CAJA", Documents.RUC).check(store, 0, "vida-1", Documents.clock());
    till = new Till("CAJA", store, nube);
    NubeClient telling =
        (NubeClient)
            Proxy.newProxyInstance(
                NubeClient.class.getClassLoader(),
                new Class<?>[] {NubeClient.class},
                (proxy, called, args) ->
                    new Answer.Done<>(new Salud(1, Ambiente.DEMO, theirs, "test")));
    pulse = new Pulse(telling, new Epochs(till.numbers), clock);
    time = new SigningTime(till.station, pulse, clock, LIMIT);
    till.sell("A");
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atZone(ZoneId.of("America/Montevideo")).toOffsetDateTime();
  }

  @Test
  void now_clockAfterTheLastSignature_isTheClock() {
    ours = SIGNED.plusSeconds(7);
    assertThat(time.now().orElseThrow().at()).isEqualTo(at(ours));
  }

  @Test
  void now_clockALittleBehind_isTheLastSignature() {
    ours = SIGNED.minusSeconds(90);
    assertThat(time.now().orElseThrow().at()).isEqualTo(at(SIGNED));
    assertThat(time.obstacle()).isEmpty();
  }

  @Test
  void now_clockFarBehind_signsNothingUntilTheCloudConfirmsIt() {
    ours = SIGNED.minus(Duration.ofHours(3));
    assertThat(time.now()).isEmpty();
    assertThat(time.obstacle().orElseThrow()).contains("atrasado");

    theirs = ours.plusSeconds(1);
    assertThat(pulse.look().value()).isPresent();

    assertThat(time.now()).contains(new SigningTime.Momento(at(ours), false));
    assertThat(time.obstacle()).isEmpty();
  }

  @Test
  void now_clockSetBackAfterItWasConfirmed_signsNothing() {
    assertThat(pulse.look().value()).isPresent();
    ours = SIGNED.minus(Duration.ofHours(3));

    assertThat(time.now()).isEmpty();
  }

  @Test
  void alarm_farFromTheCloud_saysInWhichDirection() {
    theirs = ours.plus(Duration.ofMinutes(2));
    assertThat(pulse.look().value()).isPresent();
    assertThat(time.alarm()).isEmpty();
    theirs = ours.plus(Duration.ofMinutes(3));
    assertThat(pulse.look().value()).isPresent();
    assertThat(time.alarm().orElseThrow()).contains("atrasado 180");
    theirs = ours.minus(Duration.ofMinutes(3));
    assertThat(pulse.look().value()).isPresent();
    assertThat(time.alarm().orElseThrow()).contains("adelantado 180");
  }

  @Test
  void firmarAqui_laterSignatureMeanwhile_isSignedAnew() {
    Documento b = till.number("B").orElseThrow();
    var content = till.station.findContenido("B").orElseThrow();
    OffsetDateTime before = at(SIGNED.minusSeconds(1));

    assertThat(till.station.firmarAqui("B", b.numero().orElseThrow(), "h", before, content, true))
        .isEmpty();
    assertThat(till.station.ultimaFirma().map(OffsetDateTime::toInstant))
        .isEqualTo(Optional.of(SIGNED));
    assertThat(
            till.station.firmarAqui("B", b.numero().orElseThrow(), "h", at(SIGNED), content, true))
        .isPresent();
  }
}
