package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.testing.FakeFirmante;
import uy.pfacturas.cloud.testing.FakeNube;

/** CFC: the paper exists, and what a file says of it is informed, observed and corrected. */
@Timeout(60)
class CfcTest {
  @TempDir Path root;
  private final FakeNube nube = new FakeNube();
  private Shop shop;

  @BeforeEach
  void openShop() {
    shop = new Shop(root);
  }

  private void put(String file, String id, int nro, String price) {
    shop.put(file + ".txt", paper(id, nro, price));
  }

  /** The whole of what there is, by a station that was not open. */
  private void run() throws Exception {
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
  }

  /** Paper 5 was told to the cloud so many times, its corrections too. */
  private void assertInformed(int times) {
    assertThat(informed("201-A-5")).hasSize(times);
  }

  /** What the answer to this file says, among others. */
  private void assertStatus(String file, String... says) {
    assertThat(shop.status(file)).contains(says);
  }

  /** An e-Ticket on paper, of this number, under a constancia for 1 to 9. */
  private static String paper(String id, int nro, String price) {
    return Shop.eTicket(id, price)
        .replace("Formato=1", "Formato=1\nTipo=cfc")
        .replace("TipoCFE=101", "TipoCFE=201\nSerie=A\nNro=" + nro + "\nFchEmis=2025-01-02")
        .replace(
            "[Fin]", "[CAEData]\nCAE_ID=90260000201\nDNro=1\nHNro=9\nFecVenc=2030-01-01\n[Fin]");
  }

  /** What the cloud was told of this paper, each correction in its order. */
  private List<FakeNube.Asiento> informed(String numero) {
    return nube.papers().getOrDefault(numero, List.of());
  }

  @Test
  void runOnce_paper_isInformedUnderItsNumberWithoutABlockOrAPaper() throws Exception {
    put("F1", "P-1", 5, "100.00");
    run();
    assertThat(shop.status("F1"))
        .contains("Estado=ENTREGADO", "TipoCFE=201", "Serie=A", "Nro=5", "MntTotal=122.00")
        .contains("CAE_ID=90260000201", "DNro=1", "HNro=9", "FecVenc=2030-01-01", "Xml=firmados/")
        .containsPattern("CodigoSeguridad=\\RQr=\\R")
        .containsPattern("Pdf=\\RImpreso=\\RDiferenciaERP=\\RCodigo=\\R");
    assertThat(shop.files("procesados")).containsExactly("F1.txt");
    assertInformed(1);
    assertThat(nube.numeros()).isEmpty();
  }

  @Test
  void runOnce_sameFileTwice_sameAnswerInformedOnce() throws Exception {
    put("F1", "P-1", 5, "100.00");
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
      put("F2", "P-1", 5, "100.00");
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertStatus("F2", "Estado=ENTREGADO", "Nro=5");
    assertInformed(1);
  }

  @Test
  void runOnce_samePaperUnderAnotherId_isRefusedAndNamesTheFirst() throws Exception {
    put("F1", "P-1", 5, "100.00");
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
      put("F2", "P-2", 5, "100.00");
      assertThat(synchronizer.runOnce()).isTrue();
      put("F3", "P-2", 6, "100.00");
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertStatus("F2", "Estado=RECHAZADO", "Codigo=CFC_REPETIDO", "P-1");
    assertStatus("F3", "Estado=ENTREGADO", "Nro=6");
    assertThat(nube.papers()).containsOnlyKeys("201-A-5", "201-A-6");
  }

  @Test
  void runOnce_paperThatAnotherStationInformed_isRefusedAndStatesNothing() throws Exception {
    try (Synchronizer other = new Shop(root.resolve("otra")).open(nube.station("CAJA"))) {
      new Shop(root.resolve("otra")).put("F1.txt", paper("P-1", 5, "100.00"));
      other.runOnce();
    }
    shop = new Shop(root.resolve("esta")).station("OTRA");
    put("F1", "P-2", 5, "100.00");
    try (Synchronizer synchronizer = shop.open(nube.station("OTRA"))) {
      assertThat(synchronizer.runOnce()).as(shop.status("F1")).isTrue();
      assertThat(synchronizer.status().sinUso()).isZero();
    }
    assertStatus("F1", "Estado=RECHAZADO", "Codigo=CFC_REPETIDO");
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void runOnce_rulesBroken_isInformedWithObservations() throws Exception {
    put("F1", "P-1", 12, "100.00");
    run();
    assertThat(shop.status("F1"))
        .contains("Estado=ENTREGADO", "Nro=12", "Codigo=CFC_OBSERVADO,G-C2-01", "Mensaje=El CFC");
    assertStatus("F1", "QueHacer=Compare con el papel");
    assertThat(informed("201-A-12")).hasSize(1);
  }

  @Test
  void runOnce_unreadable_isRefusedAndNothingInformed() throws Exception {
    shop.put("F1.txt", paper("P-1", 5, "100.00").replace("CAE_ID=90260000201\n", ""));
    put("F2", "P-2", 6, "cien");
    run();
    assertStatus("F1", "Estado=RECHAZADO", "Codigo=");
    assertStatus("F2", "Estado=RECHAZADO", "Codigo=");
    assertThat(nube.papers()).isEmpty();
  }

  @Test
  void runOnce_otherContentForThePaper_isInformedAgainCorrected() throws Exception {
    put("F1", "P-1", 5, "100.00");
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
      put("F2", "P-1", 5, "90.00");
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(synchronizer.status().documentos()).containsEntry(Estado.ENTREGADO, 1L);
    }
    assertStatus("F2", "Estado=ENTREGADO", "Nro=5", "MntTotal=109.80");
    assertThat(shop.statusById("P-1")).contains("MntTotal=109.80");
    assertInformed(2);
    assertThat(shop.files("firmados"))
        .contains("201-A-5.xml", "201-A-5-corregido-1.xml")
        .noneMatch(name -> name.endsWith(".pdf"));
  }

  @Test
  void runOnce_theFirstFileAgainAfterACorrection_undoesNothing() throws Exception {
    try (Synchronizer synchronizer = shop.open(nube)) {
      for (String price : List.of("100.00", "90.00", "100.00")) {
        put("F1", "P-1", 5, price);
        assertThat(synchronizer.runOnce()).isTrue();
      }
    }
    assertStatus("F1", "Estado=ENTREGADO", "MntTotal=109.80");
    assertInformed(2);
  }

  @Test
  void runOnce_correctionThatCannotBeRead_isRefusedAndWhatWasInformedStays() throws Exception {
    put("F1", "P-1", 5, "100.00");
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
      shop.put("F2.txt", paper("P-1", 5, "90.00").replace("FmaPago=1\n", ""));
      assertThat(synchronizer.runOnce()).isTrue();
      put("F3", "P-1", 6, "90.00");
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertStatus("F2", "Estado=RECHAZADO");
    assertStatus("F3", "Estado=RECHAZADO", "Codigo=ID_REPETIDO");
    assertThat(shop.statusById("P-1")).contains("Estado=ENTREGADO", "MntTotal=122.00");
    assertInformed(1);
  }

  @Test
  void runOnce_withoutALine_waitsAndIsNotSignedHereAndIsCorrectedAfterwards() throws Exception {
    Line line = new Line(nube);
    try (Synchronizer synchronizer = shop.open(line.client(), new FakeFirmante())) {
      shop.put("F0.txt", Shop.eTicket("A-1", "50.00"));
      assertThat(synchronizer.runOnce()).isTrue();
      line.cut();
      put("F1", "P-1", 5, "100.00");
      shop.put("F2.txt", Shop.eTicket("A-2", "50.00"));
      assertThat(synchronizer.runOnce()).isFalse();
      assertStatus("F2", "Estado=FIRMADO_CONTINGENCIA");
      assertStatus("F1", "Estado=DESCONOCIDO", "Nro=5");
      put("F3", "P-1", 5, "90.00");
      line.mend();
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertStatus("F1", "Estado=ENTREGADO");
    assertStatus("F3", "Estado=ENTREGADO", "MntTotal=109.80");
    assertInformed(2);
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void runOnce_stoppedWhileItWaits_goesOnAndTheCorrectionFollows() throws Exception {
    Line line = new Line(nube);
    try (Synchronizer synchronizer = shop.open(line.client())) {
      line.cut("firmar");
      put("F1", "P-1", 5, "100.00");
      put("F2", "P-1", 5, "90.00");
      assertThat(synchronizer.runOnce()).isFalse();
    }
    line.mend();
    try (Synchronizer synchronizer = shop.open(line.client())) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertInformed(2);
    assertThat(shop.files("proceso")).isEmpty();
  }

  @Test
  void runOnce_storeLost_paperIsKnownFromTheCopyAndCorrected() throws Exception {
    put("F1", "P-1", 5, "100.00");
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
    }
    delete(root.resolve("datos/almacen.db"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      put("F2", "P-2", 5, "100.00");
      put("F3", "P-1", 5, "90.00");
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertStatus("F2", "Estado=RECHAZADO", "Codigo=CFC_REPETIDO");
    assertStatus("F3", "Estado=ENTREGADO", "MntTotal=109.80");
    assertThat(nube.contradictions()).isEmpty();
  }

  private static void delete(Path store) throws IOException {
    try (Stream<Path> files = Files.list(store.getParent())) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("almacen")).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void runOnce_cloudRestored_isDeliveredAgainAsItIsNow() throws Exception {
    Runnable restore = nube.backup();
    try (Synchronizer synchronizer = shop.open(nube)) {
      for (String price : List.of("100.00", "90.00")) {
        put("F1", "P-1", 5, price);
        synchronizer.runOnce();
      }
    }
    restore.run();
    assertThat(nube.papers()).isEmpty();
    put("F2", "P-2", 6, "100.00");
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
      Await.until(() -> !informed("201-A-5").isEmpty());
    }
    assertThat(nube.papers()).containsOnlyKeys("201-A-5", "201-A-6");
    assertThat(informed("201-A-5").get(0).xml()).contains("109.80");
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void requests_ofPaper_areNotPrintedNorWithdrawn() throws Exception {
    put("F1", "P-1", 5, "100.00");
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
      shop.put("R1.txt", "[Pedido]\nFormato=1\nTipo=imprimir\nDe=P-1\n[Fin]\n");
      shop.put("R2.txt", "[Pedido]\nFormato=1\nTipo=anular\nDe=P-1\n[Fin]\n");
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertStatus("R1", "Estado=RECHAZADO", "Codigo=CFC_NO_SE_IMPRIME");
    assertThat(shop.status("R2"))
        .contains("Codigo=CFC_NO_ANULABLE", "emita Nota de Crédito de e-Ticket que");
  }

  @Test
  void runOnce_noteOnPaperByIdRef_waitsForItsPaper() throws Exception {
    put("F1", "P-1", 5, "100.00");
    shop.put(
        "N1.txt",
        paper("N-1", 7, "100.00")
            .replace("TipoCFE=201", "TipoCFE=202")
            .replace("[CAEData]", "[Referencia]\nIdRef=P-1\nRazonRef=Devolucion\n[CAEData]"));
    run();
    assertStatus("N1", "Estado=ENTREGADO", "TipoCFE=202");
    assertThat(informed("202-A-7").get(0).xml()).contains("<NroCFERef>5</NroCFERef>");
  }

  @Test
  void withdrawn_beforeAnybodySigned_paperIsFreeForAnotherId() throws Exception {
    Line line = new Line(nube);
    line.cut("firmar");
    try (Synchronizer synchronizer = shop.open(line.client())) {
      put("F1", "P-1", 5, "100.00");
      assertThat(synchronizer.runOnce()).isFalse();
      shop.put("R1.txt", "[Pedido]\nFormato=1\nTipo=anular\nDe=P-1\n[Fin]\n");
      synchronizer.runOnce();
      line.mend();
      put("F2", "P-2", 5, "100.00");
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(synchronizer.status().sinUso()).isZero();
    }
    assertStatus("F1", "Estado=ANULADO");
    assertStatus("F2", "Estado=ENTREGADO");
    assertInformed(1);
    assertThat(nube.contradictions()).isEmpty();
  }
}
