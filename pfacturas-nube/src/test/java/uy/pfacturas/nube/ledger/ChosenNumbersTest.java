package uy.pfacturas.nube.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.ListaCae;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.Rig;

/** Blocks that begin with a number that the ERP chose. */
class ChosenNumbersTest {
  @TempDir Path temp;
  private Rig rig;
  private Cae cae;

  @BeforeEach
  void start() {
    rig = new Rig(temp.resolve("nube"));
    cae =
        rig.client().get(Rig.EMISOR + "/cae").as(ListaCae.class).cae().stream()
            .map(e -> e.cae())
            .filter(c -> c.tipo() == TipoCfe.E_TICKET)
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private Numero numero(int offset) {
    return new Numero(TipoCfe.E_TICKET, cae.serie(), cae.desde() + offset);
  }

  private Client.Response ask(String estacion, String solicitud, int cantidad, Numero first) {
    return rig.client()
        .put(
            Rig.EMISOR + "/estaciones/" + estacion + "/bloques/101/" + solicitud,
            new SolicitudBloque("vida-1", 1, cantidad, Optional.of(first)));
  }

  private String refusal(String estacion, String solicitud, Numero first) {
    return ask(estacion, solicitud, 5, first).as(Rechazo.class).codigo();
  }

  @Test
  void lease_chosenNumber_beginsThereAndIsTheSameForEver() {
    Bloque block = ask("E1", "s1", 10, numero(40)).as(Bloque.class);
    Client.Response again = ask("E1", "s1", 10, numero(90));

    assertThat(block.rango().desde()).isEqualTo(cae.desde() + 40);
    assertThat(block.rango().hasta()).isEqualTo(cae.desde() + 49);
    assertThat(block.cae()).isEqualTo(cae);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.as(Bloque.class)).isEqualTo(block);
  }

  @Test
  void lease_nextNumbersAfterwards_comeBehindTheChosenOnes() {
    ask("E1", "s1", 10, numero(40));
    Bloque next = rig.block("E2", "s1", 3);

    assertThat(next.rango().desde()).isEqualTo(cae.desde() + 50);
  }

  @Test
  void lease_chosenBetweenOthers_endsBeforeTheNextThatWasGiven() {
    rig.block("E2", "s1", 10);
    ask("E1", "s1", 10, numero(20));
    Bloque between = ask("E1", "s2", 100, numero(12)).as(Bloque.class);
    Bloque after = rig.block("E2", "s2", 1);

    assertThat(between.rango().desde()).isEqualTo(cae.desde() + 12);
    assertThat(between.rango().hasta()).isEqualTo(cae.desde() + 19);
    assertThat(after.rango().desde()).isEqualTo(cae.desde() + 30);
  }

  @Test
  void lease_lastNumberOfTheCae_isOneNumber() {
    Numero last = new Numero(TipoCfe.E_TICKET, cae.serie(), cae.hasta());
    Bloque block = ask("E1", "s1", 10, last).as(Bloque.class);

    assertThat(block.rango().hasta()).isEqualTo(cae.hasta());
    assertThat(rig.lease("E2", "vida-1", TipoCfe.E_TICKET, "s1", 1).as(Rechazo.class).codigo())
        .isEqualTo("CAE_AGOTADA");
  }

  @Test
  void lease_outsideEveryCae_isRefused() {
    assertThat(refusal("E1", "s1", new Numero(TipoCfe.E_TICKET, cae.serie(), cae.hasta() + 1)))
        .isEqualTo("NUMERO_FUERA_DE_CAE");
    assertThat(refusal("E1", "s1", new Numero(TipoCfe.E_TICKET, "ZZ", cae.desde())))
        .isEqualTo("NUMERO_FUERA_DE_CAE");
    assertThat(refusal("E1", "s1", new Numero(TipoCfe.E_FACTURA, cae.serie(), cae.desde())))
        .isEqualTo("NUMERO_FUERA_DE_CAE");
    assertThat(ask("E1", "s1", 5, numero(0)).status()).isEqualTo(201);
  }

  @Test
  void lease_numberThatWasGiven_isRefusedToTheSameStationToo() {
    ask("E1", "s1", 10, numero(40));

    assertThat(refusal("E2", "s1", numero(45))).isEqualTo("NUMERO_OCUPADO");
    assertThat(refusal("E1", "s2", numero(45))).isEqualTo("NUMERO_OCUPADO");
  }

  @Test
  void lease_endedCae_isRefused() {
    rig.clock().move(Duration.ofDays(365L * 6));

    assertThat(refusal("E1", "s1", numero(40))).isEqualTo("CAE_VENCIDA");
  }

  @Test
  void sign_chosenNumber_isFirmOnceAndNoOtherIdGetsIt() {
    Bloque block = ask("E1", "s1", 10, numero(40)).as(Bloque.class);
    DocumentoFirmado signed = rig.firm("E1/1", "E1", block, 3);

    assertThat(signed.numero()).isEqualTo(numero(43));
    assertThat(rig.sign("E1/2", Rig.request("E1", block, 3)).as(Rechazo.class).codigo())
        .isEqualTo("NUMERO_DE_OTRO_ID");
  }
}
