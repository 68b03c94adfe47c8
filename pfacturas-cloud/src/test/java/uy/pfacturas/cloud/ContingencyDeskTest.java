package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.contingencia.Bitacora;
import uy.pfacturas.cloud.contingencia.Firmados;
import uy.pfacturas.cloud.contingencia.Tramo;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.cloud.testing.FakeFirmante;
import uy.pfacturas.cloud.testing.FakeNube;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.protocol.EstadoCae;

/** What people see of the contingencia. */
@Timeout(60)
class ContingencyDeskTest {
  @TempDir Path root;
  private final FakeNube nube = new FakeNube();
  private final Line line = new Line(nube);
  private final FakeFirmante key = new FakeFirmante();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Shop shop;

  @BeforeEach
  void openWithStock() throws Exception {
    shop = new Shop(root);
    shop.askFor(10);
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    // Without a key, so that a slow first answer is waited for.
    try (Synchronizer synchronizer = shop.open(line.client())) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
  }

  private Synchronizer open() {
    return shop.open(
        line.client(),
        key,
        new StatusListener() {
          @Override
          public void changed(String base, StatusFile status) {}

          @Override
          public void troubled(String what) {
            told.add(what);
          }

          @Override
          public void over(Trouble trouble) {
            told.add("over " + trouble);
          }

          @Override
          public void undelivered(long left) {
            told.add("left " + left);
          }
        });
  }

  private void sell(int nro) {
    shop.put("F" + nro + ".txt", Shop.eTicket("A-" + nro, "100.00"));
  }

  @Test
  void journal_stayOverTwoRuns_hasItsDocumentsOnce() throws Exception {
    line.cut();
    try (Synchronizer synchronizer = open()) {
      assertThat(synchronizer.enterContingency("se cayó el proveedor")).isTrue();
      sell(2);
      sell(3);
      assertThat(synchronizer.runOnce()).isFalse();
    }
    line.mend();
    try (Synchronizer synchronizer = open()) {
      assertThat(synchronizer.status().contingencia().aMano()).contains(true);
      sell(4);
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(synchronizer.leaveContingency()).isTrue();
      sell(5);
      assertThat(synchronizer.runOnce()).isTrue();
      Bitacora journal = synchronizer.contingencyJournal();
      assertThat(journal.rota()).isEmpty();
      assertThat(journal.tramos()).hasSize(1);
      Tramo stay = journal.tramos().get(0);
      assertThat(stay.causa()).isEqualTo("se cayó el proveedor");
      assertThat(stay.hasta()).isPresent();
      assertThat(stay.terminaAMano()).isTrue();
      assertThat(stay.firmados()).containsExactly(new Firmados(TipoCfe.E_TICKET, "A", 3, 2, 4));
    }
  }

  @Test
  void open_keyTakenAway_staySaysThatItIsOver() throws Exception {
    try (Synchronizer synchronizer = open()) {
      assertThat(synchronizer.enterContingency("a mano")).isTrue();
    }
    try (Synchronizer synchronizer = shop.open(line.client())) {
      assertThat(synchronizer.status().contingencia().enContingencia()).isFalse();
      assertThat(synchronizer.status().contingencia().impedimento().orElseThrow())
          .contains("no tiene la llave");
      sell(2);
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(synchronizer.contingencyJournal().tramos().get(0).hasta()).isPresent();
    }
  }

  @Test
  void open_journalChangedByOthers_isSaid() throws Exception {
    try (Synchronizer synchronizer = open()) {
      synchronizer.enterContingency("a mano");
      synchronizer.leaveContingency();
    }
    forge();
    try (Synchronizer synchronizer = open()) {
      assertThat(synchronizer.contingencyJournal().rota()).contains(1L);
      assertThat(synchronizer.status().avisos())
          .anySatisfy(aviso -> assertThat(aviso).contains("no es la que se escribió", "1"));
      sell(2);
      assertThat(synchronizer.runOnce()).isTrue();
    }
  }

  private void forge() throws Exception {
    String store = "jdbc:sqlite:" + root.resolve("datos/almacen.db");
    try (Connection connection = DriverManager.getConnection(store);
        PreparedStatement change =
            connection.prepareStatement(
                "UPDATE bitacora SET valor = CAST(replace(CAST(valor AS TEXT), 'a mano', 'sola')"
                    + " AS BLOB) WHERE clave LIKE '%1'")) {
      assertThat(change.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void stateFile_turnsAndCounts_areToldInBothForms() throws Exception {
    assertThat(shop.contingency("txt"))
        .contains("Estado=NORMAL\r\n", "SinEntregar=0", "AMano=\r\n");
    line.cut();
    try (Synchronizer synchronizer = open()) {
      synchronizer.start();
      synchronizer.enterContingency("sin Internet");
      Await.until(() -> shop.contingency("txt").contains("Estado=CONTINGENCIA"));
      sell(2);
      Await.until(() -> shop.contingency("txt").contains("SinEntregar=1"));
      assertThat(shop.contingency("txt"))
          .contains("Causa=sin Internet", "AMano=SI", "MasViejo=A-2");
      Await.until(() -> shop.contingency("json").contains("\"SinEntregar\":1"));
      assertThat(Json.MAPPER.readTree(shop.contingency("json")).path("AMano").asBoolean()).isTrue();
      line.mend();
      synchronizer.leaveContingency();
    }
    assertThat(shop.contingency("txt")).contains("Estado=NORMAL");
  }

  @Test
  void start_undelivered_alarmAtHalfAndWhenItIsOver() throws Exception {
    nube.clock(shop.clock());
    line.cut();
    try (Synchronizer synchronizer = open()) {
      synchronizer.enterContingency("sin Internet");
      sell(2);
      synchronizer.start();
      Await.until(() -> told.contains("left 1"));
      assertThat(told).noneMatch(t -> t.contains("plazo"));
      Duration toMidnight =
          Duration.between(
              shop.clock().instant(),
              LocalDate.now(shop.clock())
                  .plusDays(1)
                  .atStartOfDay(shop.clock().getZone())
                  .toInstant());
      shop.clock().pass(toMidnight.dividedBy(2).plusSeconds(5));
      Await.until(() -> told.stream().anyMatch(t -> t.contains("pasó la mitad de su plazo")));
      assertThat(told).noneMatch(t -> t.contains("plazo venció"));
      assertThat(synchronizer.status().avisos()).anyMatch(a -> a.contains("A-2"));
      shop.clock().pass(toMidnight.dividedBy(2));
      Await.until(() -> told.stream().anyMatch(t -> t.contains("plazo venció")));
      line.mend();
      Await.until(() -> told.contains("over ENTREGA_VENCIDA"));
      assertThat(told).contains("over ENTREGA");
      assertThat(synchronizer.status().avisos()).isEmpty();
    }
  }

  @Test
  void start_numbersRunOutWhileTheCloudIsAway_alarmBeforeTheyAreGone() throws Exception {
    line.cut();
    try (Synchronizer synchronizer = open()) {
      synchronizer.start();
      synchronizer.enterContingency("sin Internet");
      Await.until(() -> told.contains("left 0"));
      assertThat(told).noneMatch(t -> t.contains("números de e-Ticket"));
      for (int nro = 2; nro <= 9; nro++) {
        sell(nro);
      }
      Await.until(() -> told.stream().anyMatch(t -> t.contains("Quedan menos de 2 números")));
      assertThat(shop.status("F10")).isEmpty();
      sell(10);
      sell(11);
      Await.until(
          () -> synchronizer.status().avisos().stream().anyMatch(a -> a.contains("No quedan")));
      assertThat(synchronizer.status().numeros()).containsEntry(TipoCfe.E_TICKET, 0);
      line.mend();
      synchronizer.leaveContingency();
      Await.until(() -> told.contains("over NUMEROS"));
    }
  }

  @Test
  void start_caeNearItsEnd_isTold() {
    nube.caes(
        List.of(
            cae(TipoCfe.E_TICKET, LocalDate.now(shop.clock()).plusYears(1), 100, false),
            cae(TipoCfe.E_FACTURA, LocalDate.now(shop.clock()).plusDays(10), 900, false),
            cae(TipoCfe.E_REMITO, LocalDate.now(shop.clock()).plusDays(10), 900, false),
            cae(TipoCfe.E_REMITO, LocalDate.now(shop.clock()).plusYears(1), 900, false)));
    try (Synchronizer synchronizer = open()) {
      synchronizer.start();
      Await.until(() -> told.stream().anyMatch(t -> t.contains("queda menos del 20 %")));
      assertThat(synchronizer.status().avisos())
          .singleElement()
          .satisfies(
              aviso ->
                  assertThat(aviso)
                      .contains("La última CAE de e-Factura vence")
                      .contains("De las CAE de e-Ticket")
                      .doesNotContain("Remito"));
    }
  }

  private static EstadoCae cae(TipoCfe tipo, LocalDate vence, int left, boolean vencido) {
    return new EstadoCae(
        new Cae(90_260_000_001L, tipo, "A", 1, 1000, vence, Optional.empty(), Optional.empty()),
        left,
        vencido);
  }

  @Test
  void request_byFile_entersTellsAndLeaves() throws Exception {
    try (Synchronizer synchronizer = open()) {
      shop.put("C1.txt", request("SALIR"));
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(shop.status("C1")).contains("Estado=RESPONDIDO", "Normal: firma la nube.");
      shop.put("C2.txt", request("Entrar"));
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(shop.status("C2"))
          .contains("Estado=RESPONDIDO", "Codigo=CONTINGENCIA", "En contingencia a mano desde");
      shop.put("C3.txt", request("estado"));
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(shop.status("C3")).contains("Lo pidió CAJA1", "Firmados sin entregar");
      shop.put("C4.txt", request("salir"));
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(shop.status("C4")).contains("Normal: firma la nube.");
      assertThat(synchronizer.contingencyJournal().tramos().get(0).terminaAMano()).isTrue();
      key.obstruct(Optional.of("El certificado venció."));
      shop.put("C5.txt", request("entrar"));
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(shop.status("C5"))
          .contains("Estado=RECHAZADO", "Codigo=CONTINGENCIA_IMPEDIDA", "certificado venció");
    }
    assertThat(shop.files("procesados")).contains("C1.txt", "C2.txt", "C3.txt", "C4.txt");
    assertThat(shop.files("rechazados")).containsExactly("C5.error.txt", "C5.txt");
  }

  private static String request(String accion) {
    return "[Pedido]\nFormato=1\nTipo=contingencia\nPuesto=CAJA1\nAccion=%s\n[Fin]\n"
        .formatted(accion);
  }

  @Test
  void secondCopy_hasTheJournal() throws Exception {
    try (Synchronizer synchronizer = open()) {
      synchronizer.enterContingency("para la copia");
    }
    StringBuilder copy = new StringBuilder();
    try (var files = Files.walk(root.resolve("datos/segunda-copia"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(copy.toString()).contains("\"hecho\":\"ENTRA\"", "para la copia");
  }
}
