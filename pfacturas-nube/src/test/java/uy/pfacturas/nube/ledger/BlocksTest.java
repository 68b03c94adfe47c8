package uy.pfacturas.nube.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.Rig;

class BlocksTest {
  private static final String E1 = Rig.EMISOR + "/estaciones/E1";

  @TempDir Path temp;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = new Rig(temp.resolve("nube"));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private static Rango only(Numero numero) {
    return new Rango(numero.tipo(), numero.serie(), numero.nro(), numero.nro());
  }

  private Client.Response unused(Rango... ranges) {
    return rig.client().post(E1 + "/sin-uso", new SinUso(List.of(ranges)));
  }

  private Client.Response declare(
      String life,
      long epoca,
      List<Rango> blocks,
      List<Declaracion.EnUso> used,
      List<Rango> unused) {
    return rig.client()
        .put(E1 + "/declaracion", new Declaracion(life, epoca, blocks, used, unused, false));
  }

  @Test
  void lease_sameRequest_isTheSameBlockForEver() {
    Client.Response first = rig.lease("E1", "v1", TipoCfe.E_TICKET, "s1", 10);
    Client.Response again = rig.lease("E1", "v1", TipoCfe.E_TICKET, "s1", 99);
    rig.restart();
    Client.Response later = rig.lease("E1", "v1", TipoCfe.E_TICKET, "s1", 10);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    Bloque block = first.as(Bloque.class);
    assertThat(block.rango()).isEqualTo(new Rango(TipoCfe.E_TICKET, "A", 1, 10));
    assertThat(again.as(Bloque.class)).isEqualTo(block);
    assertThat(later.as(Bloque.class)).isEqualTo(block);
    assertThat(block.cae().tipo()).isEqualTo(TipoCfe.E_TICKET);
  }

  @Test
  void lease_differentRequests_neverShareNumbers() {
    Rango one = rig.block("E1", "s1", 10).rango();
    Rango two = rig.block("E2", "s1", 10).rango();
    Rango three = rig.block("E1", "s2", 10).rango();

    assertThat(List.of(one.desde(), two.desde(), three.desde())).containsExactly(1, 11, 21);
    assertThat(rig.lease("E1", "vida-1", TipoCfe.E_FACTURA, "s1", 5).as(Bloque.class).rango())
        .isEqualTo(new Rango(TipoCfe.E_FACTURA, "A", 1, 5));
  }

  @Test
  void lease_otherEpoch_isRefusedWithTodays() {
    Client.Response response =
        rig.client().put(E1 + "/bloques/101/s1", new SolicitudBloque("v1", 7, 10));

    assertThat(response.status()).isEqualTo(409);
    assertThat(response.codigo()).isEqualTo("OTRA_EPOCA");
    assertThat(response.as(Rechazo.class).epoca()).isEqualTo(1);
  }

  @Test
  void lease_badAmount_isMalformed() {
    for (int amount : new int[] {0, -1, 10_001}) {
      assertThat(rig.lease("E1", "v1", TipoCfe.E_TICKET, "s1", amount).codigo())
          .isEqualTo("PEDIDO_INVALIDO");
    }
  }

  @Test
  void lease_typeWithoutCae_isNotThere() {
    Client.Response response = rig.lease("E1", "v1", TipoCfe.E_REMITO_CONTINGENCIA, "s1", 10);

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.codigo()).isEqualTo("SIN_CAE");
  }

  @Test
  void lease_nearTheEnd_givesWhatIsLeftThenNothing() {
    rig.nube().close();
    shrink("UPDATE cae SET siguiente = hasta - 2 WHERE tipo = 101");
    rig.restart();

    assertThat(rig.block("E1", "s1", 10).rango())
        .isEqualTo(new Rango(TipoCfe.E_TICKET, "A", 199_998, 200_000));
    Client.Response response = rig.lease("E1", "vida-1", TipoCfe.E_TICKET, "s2", 10);
    assertThat(response.status()).isEqualTo(409);
    assertThat(response.codigo()).isEqualTo("CAE_AGOTADA");
  }

  @Test
  void lease_expiredCae_isRefused() {
    rig.clock().move(Duration.ofDays(740));

    Client.Response response = rig.lease("E1", "v1", TipoCfe.E_TICKET, "s1", 10);

    assertThat(response.status()).isEqualTo(409);
    assertThat(response.codigo()).isEqualTo("CAE_VENCIDA");
  }

  @Test
  void lease_severalCae_takesTheOneThatExpiresFirst() {
    rig.nube().close();
    shrink(
        "INSERT INTO cae (ruc, cae_id, tipo, serie, desde, hasta, vence, registro, archivo,"
            + " siguiente) SELECT ruc, cae_id + 5, tipo, 'B', 1, 100, '2027-01-31',"
            + " replace(replace(registro, '\"A\"', '\"B\"'), '2028-11-24', '2027-01-31'), archivo,"
            + " 1 FROM cae WHERE tipo = 101");
    rig.restart();

    assertThat(rig.block("E1", "s1", 10).rango().serie()).isEqualTo("B");
    rig.clock().move(Duration.ofDays(100));
    assertThat(rig.block("E1", "s2", 10).rango().serie()).isEqualTo("A");
  }

  private void shrink(String sql) {
    try (var connection =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + rig.folder().resolve("nube.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void unused_openNumbers_areAnnulledAndAcknowledgedAgain() {
    Bloque block = rig.block("E1", "s1", 4);
    rig.sign("E1/1", Rig.request("E1", block, 0));

    Client.Response first = unused(block.rango());
    Client.Response again = unused(block.rango());

    assertThat(first.as(Acuse.class)).isEqualTo(new Acuse(1));
    assertThat(again.status()).isEqualTo(200);
    assertThat(rig.query("SELECT DISTINCT estado FROM numero")).containsExactly("ANULADO");
  }

  @Test
  void unused_firmNumber_isRefusedAndTheOthersAreAnnulled() {
    Bloque block = rig.block("E1", "s1", 3);
    DocumentoFirmado firm = rig.firm("E1/1", "E1", block, 1);

    Client.Response response = unused(block.rango());

    assertThat(response.status()).isEqualTo(409);
    assertThat(response.as(Rechazo.class).numero()).contains(firm.numero());
    assertThat(response.codigo()).isEqualTo("NUMERO_EN_USO");
    assertThat(rig.query("SELECT estado FROM numero ORDER BY nro"))
        .containsExactly("ANULADO", "FIRME", "ANULADO");
    assertThat(rig.quarantine()).containsExactly("NUMERO_EN_USO");
  }

  @Test
  void unused_numbersOfOthersOrOfNobody_areRefusedAndStay() {
    Bloque mine = rig.block("E1", "s1", 2);
    Bloque other = rig.block("E2", "s1", 2);

    assertThat(unused(other.rango()).codigo()).isEqualTo("NUMERO_AJENO");
    assertThat(rig.state(Rig.numero(other, 0))).isEqualTo(EstadoNumero.EN_BLOQUE);
    assertThat(unused(new Rango(TipoCfe.E_TICKET, "A", mine.rango().desde(), 9)).codigo())
        .isEqualTo("NUMERO_AJENO");
    assertThat(rig.state(Rig.numero(mine, 1))).isEqualTo(EstadoNumero.ANULADO);
  }

  @Test
  void declare_newLife_annulsWhatItDoesNotNameAndFencesTheOldOne() {
    Bloque block = rig.block("E1", "s1", 4);
    rig.sign("E1/1", Rig.request("E1", block, 0));
    rig.firm("E1/2", "E1", block, 1);
    List<Declaracion.EnUso> used = List.of(new Declaracion.EnUso(Rig.numero(block, 0), "E1/1"));

    assertThat(rig.lease("E1", "vida-2", TipoCfe.E_TICKET, "s1", 4).codigo())
        .isEqualTo("FALTA_DECLARACION");
    Client.Response declared =
        declare("vida-2", 1, List.of(), used, List.of(only(Rig.numero(block, 2))));
    Client.Response again =
        declare("vida-2", 1, List.of(), used, List.of(only(Rig.numero(block, 2))));

    assertThat(declared.as(Acuse.class)).isEqualTo(new Acuse(1));
    assertThat(again.status()).isEqualTo(200);
    assertThat(rig.query("SELECT estado FROM numero ORDER BY nro"))
        .containsExactly("SIN_CONFIRMAR", "FIRME", "ANULADO", "ANULADO");
    assertThat(rig.lease("E1", "vida-1", TipoCfe.E_TICKET, "s2", 4).codigo())
        .isEqualTo("VIDA_ANTERIOR");
    assertThat(declare("vida-1", 1, List.of(), List.of(), List.of()).codigo())
        .isEqualTo("VIDA_ANTERIOR");
    assertThat(rig.lease("E1", "vida-2", TipoCfe.E_TICKET, "s1", 4).status()).isEqualTo(201);
  }

  @Test
  void declare_inParts_annulsTheRestWithTheLastOne() {
    Bloque block = rig.block("E1", "s1", 4);
    List<Declaracion.EnUso> first = List.of(new Declaracion.EnUso(Rig.numero(block, 0), "E1/1"));
    List<Declaracion.EnUso> second = List.of(new Declaracion.EnUso(Rig.numero(block, 1), "E1/2"));

    rig.client()
        .put(E1 + "/declaracion", new Declaracion("vida-2", 1, List.of(), first, List.of(), true));
    assertThat(rig.query("SELECT estado FROM numero ORDER BY nro")).containsOnly("EN_BLOQUE");
    assertThat(rig.lease("E1", "vida-2", TipoCfe.E_TICKET, "s1", 4).codigo())
        .isEqualTo("FALTA_DECLARACION");
    declare("vida-2", 1, List.of(), second, List.of());

    assertThat(rig.query("SELECT estado FROM numero ORDER BY nro"))
        .containsExactly("EN_BLOQUE", "EN_BLOQUE", "ANULADO", "ANULADO");
    assertThat(rig.lease("E1", "vida-2", TipoCfe.E_TICKET, "s1", 4).status()).isEqualTo(201);
  }

  @Test
  void declare_stockOfAnOldLife_isKept() {
    Bloque block = rig.block("E1", "s1", 4);
    Rango rest = new Rango(TipoCfe.E_TICKET, "A", block.rango().desde() + 2, block.rango().hasta());

    declare("vida-2", 1, List.of(rest), List.of(), List.of());

    assertThat(rig.query("SELECT estado FROM numero ORDER BY nro"))
        .containsExactly("ANULADO", "ANULADO", "EN_BLOQUE", "EN_BLOQUE");
  }

  @Test
  void declare_idWithoutOwner_isClaimed() {
    Bloque block = rig.block("E1", "s1", 2);
    Bloque other = rig.block("E2", "s1", 2);
    declare(
        "vida-2",
        1,
        List.of(),
        List.of(new Declaracion.EnUso(Rig.numero(block, 0), "pedido")),
        List.of());

    assertThat(rig.sign("pedido", Rig.request("E2", other, 0)).codigo())
        .isEqualTo("EN_OTRA_ESTACION");
  }

  @Test
  void declare_numberOfOther_isRefusedAndNothingChanges() {
    Bloque block = rig.block("E1", "s1", 2);
    Bloque other = rig.block("E2", "s1", 2);

    Client.Response response =
        declare(
            "vida-2",
            1,
            List.of(),
            List.of(new Declaracion.EnUso(Rig.numero(other, 0), "pedido")),
            List.of());

    assertThat(response.codigo()).isEqualTo("NUMERO_AJENO");
    assertThat(rig.state(Rig.numero(block, 0))).isEqualTo(EstadoNumero.EN_BLOQUE);
  }

  @Test
  void declare_otherEpoch_isRefused() {
    assertThat(declare("vida-1", 2, List.of(), List.of(), List.of()).codigo())
        .isEqualTo("OTRA_EPOCA");
  }
}
