package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.console.Messages;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.Inside;
import uy.pfacturas.nube.Nube;
import uy.pfacturas.nube.NubeConfig;
import uy.pfacturas.nube.client.ClientDesk;
import uy.pfacturas.nube.demo.DemoNube;
import uy.pfacturas.nube.ledger.Ledger;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;

/** What a person decides at the cloud, by its commands. */
class NubeDecisionsTest {
  private static final Numero FIRST = new Numero(TipoCfe.E_TICKET, "A", 1);

  @TempDir private Path folder;
  private NubeConfig config;
  private String ruc;
  private Optional<Ledger> ledger = Optional.empty();

  @BeforeEach
  void prepare() {
    DemoNube demo = DemoNube.prepare(folder.resolve("nube"), Documents.clock());
    config = demo.config();
    ruc = demo.ruc();
  }

  private Calls.Result call(String... args) {
    return new Calls(folder, Documents.clock()).call(args);
  }

  private Calls.Result nube(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "nube";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--datos";
    all[args.length + 2] = "nube";
    return call(all);
  }

  private Ledger ledger() {
    return ledger.orElseThrow();
  }

  private Nube start() {
    return Nube.start(
        config,
        Documents.clock(),
        (Inside inside) -> {
          ledger = Optional.of(inside.ledger());
          return ClientDesk.NONE;
        });
  }

  private void lease(String estacion) {
    ledger()
        .lease(
            ruc, estacion, TipoCfe.E_TICKET, "s1", new SolicitudBloque("v1", ledger().epoca(), 3));
  }

  private static Entrega entrega(String id) {
    return new Entrega("E1", id, "h", "firma", "<xml/>", Optional.empty(), false, false);
  }

  @Test
  void cuarentena_whileTheCloudRuns_isShownExportedAndClosedWithWhoAndWhy() throws Exception {
    try (Nube running = start()) {
      assertThat(running.port()).isPositive();
      lease("E1");
      Refusal bad = Refusal.of(Codigo.FIRMA_INVALIDA, FIRST, "no verifica");
      ledger().deliver(ruc, FIRST, entrega("V-1"), Optional.of(bad));
      ledger().deliver(ruc, FIRST, entrega("V-1"), Optional.of(bad));

      Calls.Result listed = nube("cuarentena", "listar");
      assertThat(listed.code()).as(listed.err()).isZero();
      assertThat(listed.out())
          .contains("1  ", "FIRMA_INVALIDA", "101-A-1", "E1", "V-1")
          .contains("Casos abiertos: 1");
      assertThat(call("cloud", "quarantine", "--datos", "nube").out()).isEqualTo(listed.out());

      Calls.Result shown = nube("cuarentena", "ver", "1", "-o", "caso.xml");
      assertThat(shown.out()).contains("no verifica", "  -> Exporte el documento");
      assertThat(Files.readString(folder.resolve("caso.xml"), StandardCharsets.UTF_8))
          .isEqualTo("<xml/>");

      Calls.Result closed = nube("cuarentena", "cerrar", "1", "--motivo", "se emitió de nuevo");
      assertThat(closed.code()).as(closed.err()).isZero();
      assertThat(nube("cuarentena").out()).isEqualTo("Casos abiertos: 0\n");
      assertThat(nube("cuarentena", "listar", "--todas").out()).contains("V-1 (cerrado)");
      assertThat(nube("cuarentena", "ver", "1").out())
          .contains(System.getProperty("user.name") + ": se emitió de nuevo");
      Calls.Result again = nube("cuarentena", "cerrar", "1", "--motivo", "x");
      assertThat(again.code()).isEqualTo(2);
      assertThat(again.err()).contains("CLI-SIN_CASO");

      ledger().deliver(ruc, FIRST, entrega("V-1"), Optional.of(bad));
      lease("E2");
      assertThat(nube("cuarentena").out()).isEqualTo("Casos abiertos: 0\n");
    }
  }

  @Test
  void cuarentena_closingWithoutAReason_isRefused() {
    Calls.Result result = nube("cuarentena", "cerrar", "1");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--motivo");
  }

  @Test
  void cuarentena_everyMotiveThatIsKept_hasItsReasonAndWhatToDo() {
    List<Codigo> kept =
        List.of(
            Codigo.NUMERO_AJENO,
            Codigo.NUMERO_DE_OTRO_ID,
            Codigo.OTRA_HUELLA,
            Codigo.OTRA_FIRMA,
            Codigo.NUMERO_ANULADO,
            Codigo.NUMERO_EN_USO,
            Codigo.FIRMA_INVALIDA,
            Codigo.FIRMA_DE_OTRO,
            Codigo.FIRMA_FUERA_DE_VIGENCIA,
            Codigo.FIRMA_NO_CORRESPONDE);
    for (String language : List.of("es", "en")) {
      Messages messages = Messages.of(Locale.forLanguageTag(language));
      for (Codigo codigo : kept) {
        assertThat(messages.get("cuarentena.por." + codigo)).startsWith("  ").endsWith(".");
        assertThat(messages.get("cuarentena.hacer." + codigo)).startsWith("  -> ").endsWith(".");
      }
    }
  }

  @Test
  void cuarentena_ofAFolderWithoutACloud_isRefused() {
    Calls.Result result = call("nube", "cuarentena", "--datos", "nada");
    assertThat(result.code()).isEqualTo(6);
    assertThat(result.err()).contains("No hay datos de una nube");
    assertThat(folder.resolve("nada")).doesNotExist();
  }

  @Test
  void restaurada_thenAStationGivenUp_leavesItsNumbersInDoubtUntilAPersonAnnulsThem() {
    try (Nube running = start()) {
      assertThat(running.port()).isPositive();
      lease("E1");
    }

    Calls.Result restored = nube("restaurada");
    assertThat(restored.code()).as(restored.err()).isZero();
    assertThat(restored.out()).contains("época 2", "Falta declarar: E1, de " + ruc, "declarar: 1");
    assertThat(nube("estacion", "listar").out()).contains("Falta declarar: E1, de " + ruc);

    Calls.Result wrong = nube("estacion", "abandonar", ruc, "E7");
    assertThat(wrong.code()).isEqualTo(6);
    assertThat(wrong.err()).contains("E7");

    Calls.Result given = nube("estacion", "abandonar", ruc, "E1");
    assertThat(given.code()).as(given.err()).isZero();
    assertThat(given.out()).contains("en duda: 3", "101-A-1 de " + ruc);
    assertThat(nube("estacion").out()).isEqualTo("Instalaciones que faltan declarar: 0\n");
    assertThat(nube("duda", "listar").out()).contains("Números en duda: 3");

    Calls.Result annulled =
        nube("duda", "anular", ruc, "101-A-2", "--motivo", "no está en el talonario");
    assertThat(annulled.code()).as(annulled.err()).isZero();
    assertThat(nube("duda").out()).contains("101-A-1", "101-A-3").doesNotContain("101-A-2 ");
    Calls.Result again = nube("duda", "anular", ruc, "101-A-2", "--motivo", "x");
    assertThat(again.code()).isEqualTo(4);
    assertThat(again.err()).contains("CLI-SIN_DUDA");
  }

  @Test
  void restaurada_markLost_isSaidByAPerson() throws Exception {
    try (Nube running = start()) {
      assertThat(running.port()).isPositive();
      lease("E1");
    }
    Files.delete(folder.resolve("nube").resolve("epoca"));

    Calls.Result refused = nube("restaurada");
    assertThat(refused.code()).isEqualTo(6);
    assertThat(refused.err()).contains("--sin-marca");
    Calls.Result bad = nube("restaurada", "--sin-marca", "--estacion", "CAJA2");
    assertThat(bad.code()).isEqualTo(2);
    Calls.Result done = nube("restaurada", "--sin-marca", "--estacion", ruc + "/CAJA2");
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out()).contains("CAJA2", "E1", "declarar: 2");
  }

  @Test
  void marca_elsewhere_isNotInTheDataFolder() {
    Calls.Result result =
        call("nube", "estacion", "--datos", "otra", "--marca", "disco2/marca-otra");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(folder.resolve("disco2/marca-otra")).isRegularFile();
    assertThat(folder.resolve("otra/epoca")).doesNotExist();
  }
}
