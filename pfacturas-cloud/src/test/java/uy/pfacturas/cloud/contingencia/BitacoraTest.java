package uy.pfacturas.cloud.contingencia;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;

class BitacoraTest {
  private static final Instant NOON = Instant.parse("2026-11-24T15:00:00Z");
  private static final String FIRST =
      "n=1\nhecho=ENTRA\ncuando=2026-11-24T15:00:00Z\ncausa=no contesta\naMano=false\n"
          + "firmados=101 A 1 7 7\nanterior="
          + "0".repeat(64)
          + "\n";

  private final List<Anotacion> entries = new ArrayList<>();
  private Cabeza end = Cabeza.NONE;

  private void sign(TipoCfe tipo, int nro) {
    end = end.with(new Numero(tipo, "A", nro));
  }

  private void write(Cambio cambio) {
    Anotacion entry = end.anotacion(cambio);
    entries.add(entry);
    end = Cabeza.of(entry);
  }

  /** One document too late, a stay of three that a person keeps on, and one document after it. */
  private void live() {
    sign(TipoCfe.E_TICKET, 7);
    write(new Cambio.Entra(NOON, "no\ncontesta", false));
    sign(TipoCfe.E_TICKET, 9);
    sign(TipoCfe.E_FACTURA, 3);
    write(new Cambio.Confirma(NOON.plusSeconds(60), "se corta seguido"));
    sign(TipoCfe.E_TICKET, 8);
    write(new Cambio.Sale(NOON.plusSeconds(120), true));
    sign(TipoCfe.E_TICKET, 10);
  }

  @Test
  void of_aStay_hasItsDocumentsAndThoseAround() {
    live();
    Bitacora read = Bitacora.of(entries, end);
    assertThat(read.rota()).isEmpty();
    assertThat(read.abierta()).isEmpty();
    assertThat(read.sueltos()).containsExactly(new Firmados(TipoCfe.E_TICKET, "A", 1, 10, 10));
    assertThat(read.tramos())
        .containsExactly(
            new Tramo(
                1,
                NOON,
                Optional.of(NOON.plusSeconds(120)),
                "no contesta",
                true,
                true,
                List.of(new Firmados(TipoCfe.E_TICKET, "A", 1, 7, 7)),
                List.of(
                    new Firmados(TipoCfe.E_TICKET, "A", 2, 8, 9),
                    new Firmados(TipoCfe.E_FACTURA, "A", 1, 3, 3)),
                end.hash()));
  }

  @Test
  void of_stayUnderWay_hasTheDocumentsOfThisMoment() {
    write(new Cambio.Entra(NOON, "a mano", true));
    sign(TipoCfe.E_TICKET, 1);
    Bitacora read = Bitacora.of(entries, end);
    assertThat(read.abierta()).contains(new Contingencia.Estadia(NOON, "a mano", true));
    assertThat(read.tramos().get(0).cantidad()).isEqualTo(1);
    assertThat(read.tramos().get(0).hasta()).isEmpty();
    assertThat(read.sueltos()).isEmpty();
  }

  @Test
  void canonical_isWhatItSaysAndWhatIsDigested() throws Exception {
    live();
    assertThat(entries.get(0).canonical()).isEqualTo(FIRST);
    assertThat(entries.get(0).hash()).isEqualTo(sha256(FIRST));
    assertThat(entries.get(1).anterior()).isEqualTo(sha256(FIRST));
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void of_entryChanged_isBrokenThere(int at) {
    live();
    Anotacion e = entries.get(at);
    entries.set(
        at,
        new Anotacion(
            e.n(), e.hecho(), e.cuando(), "otra", e.aMano(), e.firmados(), e.anterior(), e.hash()));
    assertThat(Bitacora.of(entries, end).rota()).contains(at + 1L);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void of_entryRemoved_isBrokenThere(int at) {
    live();
    entries.remove(at);
    assertThat(Bitacora.of(entries, end).rota()).contains(at + 1L);
  }

  @Test
  void of_entryWrittenAnew_isBrokenAfterIt() {
    live();
    Anotacion forged = Cabeza.NONE.anotacion(new Cambio.Entra(NOON, "otra", false));
    entries.set(0, forged);
    assertThat(Bitacora.of(entries, end).rota()).contains(2L);
  }

  @Test
  void of_nothing_isWhole() {
    Bitacora read = Bitacora.of(List.of(), Cabeza.NONE);
    assertThat(read.rota()).isEmpty();
    assertThat(read.abierta()).isEmpty();
    assertThat(read.tramos()).isEmpty();
  }
}
