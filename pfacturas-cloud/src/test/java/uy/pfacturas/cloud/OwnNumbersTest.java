package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.testing.FakeFirmante;
import uy.pfacturas.cloud.testing.FakeNube;
import uy.pfacturas.core.protocol.EstadoNumero;

/** A system that numbers its documents itself. */
@Timeout(60)
class OwnNumbersTest {
  @TempDir Path root;
  private final FakeNube nube = new FakeNube();

  private static String sale(String id, int nro) {
    return Shop.eTicket(id, "100.00").replace("TipoCFE=101", "TipoCFE=101\nSerie=A\nNro=" + nro);
  }

  private Shop shop() {
    Shop shop = new Shop(root).numbersItself();
    shop.askFor(10);
    return shop;
  }

  private List<String> given() {
    return nube.numeros().keySet().stream().toList();
  }

  @Test
  void runOnce_numberOfTheErp_isIssuedUnderThatNumberWhateverTheOrder() throws Exception {
    Shop shop = shop();
    try (Synchronizer synchronizer = shop.open(nube)) {
      for (int nro : new int[] {41, 45, 43}) {
        shop.put("F" + nro + ".txt", sale("A-" + nro, nro));
        assertThat(synchronizer.runOnce()).isTrue();
      }
      assertThat(synchronizer.status().sinUso()).isZero();
    }
    for (int nro : new int[] {41, 45, 43}) {
      assertThat(shop.status("F" + nro)).contains("Estado=ENTREGADO", "Nro=" + nro);
      assertThat(nube.firm("CAJA/A-" + nro)).containsExactly("101-A-" + nro);
    }
    assertThat(given()).contains("101-A-50").doesNotContain("101-A-40", "101-A-1");
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void runOnce_sameFileTwice_oneDocument() throws Exception {
    Shop shop = shop();
    try (Synchronizer synchronizer = shop.open(nube)) {
      shop.put("F1.txt", sale("A-1", 7));
      synchronizer.runOnce();
      shop.put("F2.txt", sale("A-1", 7));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=7");
    assertThat(nube.firm("CAJA/A-1")).hasSize(1);
  }

  @Test
  void runOnce_numberUsedTwice_isRefusedAndNamesTheFirstAlsoOffline() throws Exception {
    Shop shop = shop();
    Line line = new Line(nube);
    try (Synchronizer synchronizer = shop.open(line.client())) {
      shop.put("F1.txt", sale("A-1", 7));
      synchronizer.runOnce();
      line.cut();
      shop.put("F2.txt", sale("A-2", 7));
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(shop.status("F2"))
          .contains("Estado=RECHAZADO", "Codigo=NUMERO_REPETIDO", "101-A-7", "A-1");
      line.mend();
      shop.put("F2.txt", sale("A-2", 8));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=8");
    assertThat(nube.firm("CAJA/A-1")).containsExactly("101-A-7");
  }

  @Test
  void runOnce_manyAtOnce_noneIsRefusedBecauseOfTheOthersBlock() throws Exception {
    Shop shop = shop();
    try (Synchronizer synchronizer = shop.open(nube)) {
      for (int nro : IntStream.rangeClosed(1, 60).toArray()) {
        shop.put("F" + nro + ".txt", sale("A-" + nro, nro));
      }
      assertThat(synchronizer.runOnce()).isTrue();
    }
    for (int nro : IntStream.rangeClosed(1, 60).toArray()) {
      assertThat(shop.status("F" + nro)).contains("Estado=ENTREGADO", "Nro=" + nro);
    }
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void runOnce_noNumberOrANumberThatIsNone_isRefused() throws Exception {
    Shop shop = shop();
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    shop.put("F2.txt", sale("A-2", 0));
    shop.put("F3.txt", sale("A-3", 7).replace("Serie=A", "Serie=ABC"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F1")).contains("Estado=RECHAZADO", "FMT-03", "Serie", "Nro");
    assertThat(shop.status("F2")).contains("Estado=RECHAZADO", "IdDoc.Nro");
    assertThat(shop.status("F3")).contains("Estado=RECHAZADO", "IdDoc.Serie");
    assertThat(nube.numeros()).isEmpty();
  }

  @Test
  void runOnce_numberOutsideTheCaes_isRefusedByTheCloudAndTheNextGoesOn() throws Exception {
    Shop shop = shop();
    try (Synchronizer synchronizer = shop.open(nube)) {
      shop.put("F1.txt", sale("A-1", 1_000_001));
      assertThat(synchronizer.runOnce()).isTrue();
      shop.put("F2.txt", sale("A-2", 1_000_000));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F1")).contains("Estado=RECHAZADO", "Codigo=NUMERO_FUERA_DE_CAE");
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=1000000");
  }

  @Test
  void runOnce_numberOfAnotherStation_isRefused() throws Exception {
    Shop other = new Shop(root.resolve("otra")).numbersItself().station("OTRA");
    try (Synchronizer synchronizer = other.open(nube.station("OTRA"))) {
      other.put("F1.txt", sale("B-1", 100));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    Shop shop = shop();
    try (Synchronizer synchronizer = shop.open(nube)) {
      shop.put("F1.txt", sale("A-1", 101));
      shop.put("F2.txt", sale("A-2", 99));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F1")).contains("Estado=RECHAZADO", "Codigo=NUMERO_OCUPADO");
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=99");
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void runOnce_withoutALine_reservedNumbersAreSignedHereAndOthersRefused() throws Exception {
    Shop shop = shop();
    Line line = new Line(nube);
    try (Synchronizer synchronizer = shop.open(line.client(), new FakeFirmante())) {
      shop.put("F1.txt", sale("A-1", 1));
      assertThat(synchronizer.runOnce()).isTrue();
      line.cut();
      shop.put("F2.txt", sale("A-2", 2));
      shop.put("F9.txt", sale("A-9", 900));
      synchronizer.runOnce();
      Await.until(() -> shop.status("F9").contains("RECHAZADO"));
      assertThat(shop.status("F2")).contains("Estado=FIRMADO_CONTINGENCIA", "Nro=2");
      assertThat(shop.status("F9")).contains("Codigo=NUMERO_SIN_RESERVAR", "101-A-900");
      line.mend();
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(nube.firm("CAJA/A-2")).containsExactly("101-A-2");
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void runOnce_numbersRunLow_theNextAreReservedBehindThem() throws Exception {
    Shop shop = shop();
    Line line = new Line(nube);
    try (Synchronizer synchronizer = shop.open(line.client())) {
      for (int nro : IntStream.rangeClosed(1, 6).toArray()) {
        shop.put("F" + nro + ".txt", sale("A-" + nro, nro));
        assertThat(synchronizer.runOnce()).isTrue();
      }
      Await.until(() -> given().contains("101-A-20"));
    }
    assertThat(given()).doesNotContain("101-A-31");
  }

  @Test
  void runOnce_cloudRefuses_numberIsLeftUnusedAndNeverComesBack() throws Exception {
    Shop shop = shop();
    nube.refuse("CAJA/A-1");
    try (Synchronizer synchronizer = shop.open(nube)) {
      shop.put("F1.txt", sale("A-1", 7));
      synchronizer.runOnce();
      assertThat(shop.status("F1")).contains("Estado=RECHAZADO", "DOCUMENTO_INVALIDO");
      nube.accept("CAJA/A-1");
      shop.put("F1.txt", sale("A-1", 7));
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(shop.status("F1")).contains("Estado=RECHAZADO", "Codigo=NUMERO_SIN_USO");
      shop.put("F1.txt", sale("A-1", 8));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(nube.firm("CAJA/A-1")).containsExactly("101-A-8");
    assertThat(nube.numeros().get("101-A-7"))
        .extracting(a -> a.estado().name())
        .isEqualTo("ANULADO");
  }

  @Test
  void runOnce_caeEnded_reservedNumbersAreClosedAndStatedUnused() throws Exception {
    Shop shop = shop();
    try (Synchronizer synchronizer = shop.open(nube)) {
      shop.put("F1.txt", sale("A-1", 1));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    // The CAE of this cloud ends with 2028.
    shop.clock().pass(Duration.ofDays(365L * 5));
    try (Synchronizer synchronizer = shop.open(nube)) {
      shop.put("F2.txt", sale("A-2", 2));
      synchronizer.runOnce();
      // Not by its status file, which counts as years old by this clock and is moved away.
      Await.until(() -> shop.files("rechazados").contains("F2.txt"));
      assertThat(synchronizer.find("A-2").orElseThrow().codigo()).contains("NUMERO_SIN_USO");
      Await.until(() -> nube.contradictions().isEmpty() && isVoid("101-A-10"));
    }
  }

  private boolean isVoid(String numero) {
    FakeNube.Asiento holds = nube.numeros().get(numero);
    return holds != null && holds.estado() == EstadoNumero.ANULADO;
  }

  @Test
  void runOnce_storeLost_reservedNumbersOutliveIt() throws Exception {
    Shop shop = shop();
    try (Synchronizer synchronizer = shop.open(nube)) {
      shop.put("F1.txt", sale("A-1", 1));
      shop.put("F3.txt", sale("A-3", 3));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    deleteStore();
    try (Synchronizer synchronizer = shop.open(nube)) {
      shop.put("F2.txt", sale("A-2", 2));
      shop.put("F4.txt", sale("A-4", 3));
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(synchronizer.status().avisos())
          .anySatisfy(a -> assertThat(a).contains("Se rehízo"));
    }
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=2");
    assertThat(shop.status("F4")).contains("Estado=RECHAZADO", "Codigo=NUMERO_REPETIDO");
    assertThat(nube.contradictions()).isEmpty();
  }

  private void deleteStore() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("datos"))) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("almacen")).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void runOnce_cloudRestored_isDeclaredAndDeliveredAgain() throws Exception {
    Shop shop = shop();
    Runnable restore;
    try (Synchronizer synchronizer = shop.open(nube)) {
      shop.put("F1.txt", sale("A-1", 1));
      assertThat(synchronizer.runOnce()).isTrue();
      restore = nube.backup();
      shop.put("F2.txt", sale("A-2", 2));
      shop.put("F50.txt", sale("A-50", 50));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    restore.run();
    try (Synchronizer synchronizer = shop.open(nube)) {
      shop.put("F3.txt", sale("A-3", 3));
      assertThat(synchronizer.runOnce()).isTrue();
      Await.until(() -> nube.firm("CAJA/A-50").size() == 1);
    }
    for (int nro : new int[] {1, 2, 3, 50}) {
      assertThat(nube.firm("CAJA/A-" + nro)).containsExactly("101-A-" + nro);
    }
    assertThat(nube.contradictions()).isEmpty();
  }
}
