package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.testing.FakeFirmante;
import uy.pfacturas.cloud.testing.FakeNube;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.EmpresaBuilder;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.signing.demo.DemoAuthority;

/** The whole way while the line comes and goes, with a key at the station. */
@Timeout(60)
class ContingencyTest {
  @TempDir Path root;
  private final FakeNube nube = new FakeNube();
  private final Line line = new Line(nube);
  private final FakeFirmante key = new FakeFirmante();
  private Shop shop;

  @BeforeEach
  void openWithStock() throws Exception {
    shop = new Shop(root);
    shop.askFor(320);
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    // Without a key, so that a slow first answer is waited for.
    try (Synchronizer synchronizer = shop.open(line.client())) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
  }

  private Synchronizer open() {
    return shop.open(line.client(), key);
  }

  @Test
  void runOnce_lineCut_isSignedHerePrintedAndDeliveredLater() throws Exception {
    line.cut();
    shop.put("F2.txt", Shop.eTicket("A-2", "100.00"));
    try (Synchronizer synchronizer = open()) {
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(shop.status("F2"))
          .contains("Estado=FIRMADO_CONTINGENCIA", "Nro=2", "Impreso=SI", "Qr=");
      assertThat(shop.files("procesados")).contains("F2.txt");
      line.mend();
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=2");
    assertThat(deliveredHash("101-A-2")).startsWith("/");
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void runOnce_cloudAnswersTooLate_itsSignatureFallsAway() throws Exception {
    line.holdSignatures();
    shop.put("F2.txt", Shop.eTicket("A-2", "100.00"));
    try (Synchronizer synchronizer = open()) {
      synchronizer.start();
      Await.until(() -> shop.status("F2").contains("Estado=ENTREGADO"));
      line.release();
    }
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=2");
    assertThat(shop.files("firmados")).filteredOn(f -> f.endsWith("-2.xml")).hasSize(1);
    assertThat(line.signatures()).isEqualTo(2);
    assertThat(deliveredHash("101-A-2")).startsWith("/");
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void runOnce_inContingency_theCloudIsNotAskedToSign() throws Exception {
    try (Synchronizer synchronizer = open()) {
      assertThat(synchronizer.enterContingency("a mano")).isTrue();
      int before = line.signatures();
      shop.put("F2.txt", Shop.eTicket("A-2", "100.00"));
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(line.signatures()).isEqualTo(before);
      assertThat(synchronizer.status().contingencia().enContingencia()).isTrue();
      assertThat(synchronizer.leaveContingency()).isTrue();
      shop.put("F3.txt", Shop.eTicket("A-3", "100.00"));
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(line.signatures()).isEqualTo(before + 1);
    }
    assertThat(key.signed()).isEqualTo(1);
  }

  @Test
  void runOnce_noNumbersLeftInContingency_isRefusedClearly() throws Exception {
    line.cut();
    shop.put(
        "F2.txt",
        Shop.eTicket("B-2", "100.00")
            .replace("TipoCFE=101", "TipoCFE=102")
            .replace("[Fin]", "[Referencia]\nTpoDocRef=101\nSerie=A\nNroCFERef=1\n[Fin]"));
    try (Synchronizer synchronizer = open()) {
      synchronizer.enterContingency("a mano");
      synchronizer.runOnce();
    }
    assertThat(shop.status("F2")).contains("Estado=RECHAZADO", "Codigo=SIN_NUMEROS");
    assertThat(shop.files("rechazados")).contains("F2.txt");
  }

  @Test
  void runOnce_keyDoesNotSign_waitsForTheCloudAndSaysWhy() throws Exception {
    key.obstruct(Optional.of("El certificado venció."));
    line.cut();
    shop.put("F2.txt", Shop.eTicket("A-2", "100.00"));
    try (Synchronizer synchronizer = open()) {
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(shop.status("F2")).contains("Estado=DESCONOCIDO", "Nro=2");
      assertThat(synchronizer.status().documentos()).doesNotContainKey(Estado.FIRMADO_CONTINGENCIA);
      line.mend();
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO");
    assertThat(key.signed()).isZero();
  }

  @Test
  void runOnce_signedFolderCannotBeWrittenInContingency_goesOnWithTheSameSignature()
      throws Exception {
    Path firmados = root.resolve("buzon/firmados");
    Path aside = root.resolve("aside");
    Files.move(firmados, aside);
    Files.writeString(firmados, "in the way");
    line.cut();
    shop.put("F2.txt", Shop.eTicket("A-2", "100.00"));
    try (Synchronizer synchronizer = open()) {
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(shop.status("F2")).doesNotContain("FIRMADO");
      Files.delete(firmados);
      Files.move(aside, firmados);
      line.mend();
      // What the disk refused is tried again after a while that may be longer than one pass waits.
      Await.until(() -> again(synchronizer));
    }
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Impreso=SI", "Nro=2");
    assertThat(shop.files("firmados")).filteredOn(f -> f.endsWith("-2.xml")).hasSize(1);
    assertThat(deliveredHash("101-A-2")).startsWith("/");
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void runOnce_noteAndItsDocument_areDeliveredInOrder() throws Exception {
    shop.put("N0.txt", note("N-0", "A-1"));
    try (Synchronizer synchronizer = open()) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
    line.cut();
    shop.put("F2.txt", Shop.eTicket("A-2", "100.00"));
    shop.put("F3.txt", note("N-3", "A-2"));
    try (Synchronizer synchronizer = open()) {
      synchronizer.runOnce();
      assertThat(synchronizer.status().sinEntregar()).isEqualTo(2);
      line.mend();
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(synchronizer.status().sinEntregar()).isZero();
    }
    assertThat(nube.delivered()).endsWith("101-A-2", "102-A-2");
  }

  @Test
  void runOnce_noteOfOneThatIsToBeSigned_isNotSignedBeforeIt() throws Exception {
    shop.put("N0.txt", note("N-0", "A-1"));
    try (Synchronizer synchronizer = open()) {
      assertThat(synchronizer.runOnce()).isTrue();
      key.obstruct(Optional.of("El certificado venció."));
      line.cut();
      shop.put("F2.txt", Shop.eTicket("A-2", "100.00"));
      shop.put("F3.txt", note("N-3", "A-2"));
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(shop.status("F2")).contains("Estado=DESCONOCIDO", "Nro=2");
      assertThat(shop.status("F3")).contains("Estado=RECIBIDO", "Codigo=ESPERA_ID");
      line.mend();
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F3")).contains("Estado=ENTREGADO", "TipoCFE=102");
  }

  @Test
  void runOnce_stockWasUsedUpInContingency_isFilledWhenTheLineIsBack() throws Exception {
    try (Synchronizer synchronizer = open()) {
      synchronizer.enterContingency("a mano");
      line.cut();
      int left = synchronizer.status().numeros().getOrDefault(TipoCfe.E_TICKET, 0);
      for (int i = 0; i < left; i++) {
        shop.put("F" + i + "x.txt", Shop.eTicket("B-" + i, "10.00"));
      }
      synchronizer.runOnce();
      assertThat(synchronizer.status().numeros()).containsEntry(TipoCfe.E_TICKET, 0);
      line.mend();
      assertThat(synchronizer.runOnce()).isTrue();
      Await.until(() -> synchronizer.status().numeros().getOrDefault(TipoCfe.E_TICKET, 0) > 0);
    }
  }

  private static String note(String id, String of) {
    return Shop.eTicket(id, "100.00")
        .replace("TipoCFE=101", "TipoCFE=102")
        .replace("[Fin]", "[Referencia]\nIdRef=" + of + "\nRazonRef=Devolucion\n[Fin]");
  }

  @Test
  void runOnce_hundredsSignedHere_areDeliveredInFewMessagesOldestFirst() throws Exception {
    line.cut();
    for (int i = 2; i <= 301; i++) {
      shop.put("F" + i + ".txt", Shop.eTicket("A-" + i, "100.00"));
    }
    try (Synchronizer synchronizer = open()) {
      synchronizer.runOnce();
      assertThat(synchronizer.status().sinEntregar()).isEqualTo(300);
    }
    line.mend();
    try (Synchronizer synchronizer = open()) {
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(synchronizer.status().documentos()).containsEntry(Estado.ENTREGADO, 301L);
    }
    assertThat(nube.delivered()).hasSize(301).doesNotHaveDuplicates();
    assertThat(line.deliveries()).isLessThan(20);
    assertThat(shop.status("F301")).contains("Estado=ENTREGADO");
  }

  @Test
  void open_withDocumentsSignedHere_deliversThem() throws Exception {
    line.cut();
    shop.put("F2.txt", Shop.eTicket("A-2", "100.00"));
    try (Synchronizer synchronizer = open()) {
      synchronizer.runOnce();
    }
    line.mend();
    try (Synchronizer synchronizer = open()) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=2");
    assertThat(deliveredHash("101-A-2")).startsWith("/");
    assertThat(nube.contradictions()).isEmpty();
  }

  private static boolean again(Synchronizer synchronizer) {
    try {
      return synchronizer.runOnce();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fake key's digests begin with a slash, the cloud's do not. */
  @Test
  void runOnce_companyWithDgisCertificate_zoneKIsEncryptedBeforeItIsSignedHere() throws Exception {
    Clock clock = Documents.clock();
    Binario dgi =
        Binario.of(
            DemoAuthority.create(clock)
                .issue("214844360018", "DGI", clock)
                .certificate()
                .getEncoded());
    nube.empresa(
        Optional.of(
            EmpresaBuilder.builder(Documents.empresa()).certificadoDgi(Optional.of(dgi)).build()));
    try (Synchronizer synchronizer = open()) {
      shop.put("K1.txt", onAnothersAccount("K-1"));
      assertThat(synchronizer.runOnce()).isTrue();
      line.cut();
      shop.put("K2.txt", onAnothersAccount("K-2"));
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(shop.status("K2")).contains("Estado=FIRMADO_CONTINGENCIA");
      line.mend();
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(Objects.requireNonNull(nube.numeros().get("131-A-2")).xml())
        .contains("<Compl_Fiscal><xenc:EncryptedData ", "CERT_DGI_EFACTURA")
        .doesNotContain("Mandante Demo", "Compl_Fiscal_Data");
    assertThat(nube.contradictions()).isEmpty();
  }

  private static String onAnothersAccount(String id) {
    return Shop.eTicket(id, "100.00")
        .replace("TipoCFE=101", "TipoCFE=131")
        .replace(
            "[Fin]",
            "[Compl_Fiscal_Data]\nRUCEmisor=219999830019\nTipoDocMdte=2\nPais=UY\nDocMdte=210000000027\n"
                + "NombreMdte=Mandante Demo\n[Fin]");
  }

  private String deliveredHash(String numero) {
    return Objects.requireNonNull(nube.numeros().get(numero)).hash();
  }
}
