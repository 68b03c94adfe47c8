package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.mailbox.Identity;
import uy.pfacturas.cloud.station.Retiro;
import uy.pfacturas.cloud.testing.FakeNube;
import uy.pfacturas.cloud.testing.FaultyNube;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Sello;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.print.PrintData;
import uy.pfacturas.core.print.PrintOutcome;
import uy.pfacturas.core.print.Printing;
import uy.pfacturas.core.testing.Documents;

/** The whole way on real folders and a real store, with a cloud in memory. */
@Timeout(60)
class SynchronizerTest {
  @TempDir Path root;
  private final FakeNube nube = new FakeNube();

  @Test
  void runOnce_eTicket_isSignedDeliveredPrintedAndAnswered() throws Exception {
    Shop shop = new Shop(root);
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(synchronizer.status().documentos()).containsEntry(Estado.ENTREGADO, 1L);
    }
    assertThat(shop.status("F1"))
        .contains("Estado=ENTREGADO", "Id=A-1", "Serie=A", "Nro=1", "MntTotal=122.00")
        .contains("Impreso=SI", "Xml=firmados/", "Pdf=firmados/");
    assertThat(shop.files("procesados")).containsExactly("F1.txt");
    assertThat(shop.files("proceso")).isEmpty();
    assertThat(nube.firm("CAJA/A-1")).containsExactly("101-A-1");
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void runOnce_sameFileAgain_sameAnswerNoSecondNumber() throws Exception {
    Shop shop = new Shop(root);
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
      shop.put("F2.txt", Shop.eTicket("A-1", "100.00"));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=1");
    assertThat(nube.firm("CAJA/A-1")).hasSize(1);
  }

  @Test
  void runOnce_sameFileWhileTheFirstWaitsForDelivery_isAnsweredToTheEnd() throws Exception {
    Shop shop = new Shop(root);
    Line line = new Line(nube);
    line.cut("entregar");
    try (Synchronizer synchronizer = shop.open(line.client())) {
      shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
      shop.put("F2.txt", Shop.eTicket("A-1", "100.00"));
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(shop.status("F1") + shop.status("F2")).doesNotContain("Estado=ENTREGADO");
      line.mend();
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F1")).contains("Estado=ENTREGADO", "Nro=1");
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=1");
    assertThat(shop.files("procesados")).containsExactly("F1.txt", "F2.txt");
  }

  @Test
  void runOnce_otherContentUnderTheId_isRefusedAndFirstAnswerStays() throws Exception {
    Shop shop = new Shop(root);
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
      shop.put("F2.txt", Shop.eTicket("A-1", "200.00"));
      synchronizer.runOnce();
    }
    assertThat(shop.status("F2")).contains("Estado=RECHAZADO", "Codigo=ID_REPETIDO");
    assertThat(shop.statusById("A-1")).contains("Estado=ENTREGADO", "MntTotal=122.00");
    assertThat(shop.files("rechazados")).contains("F2.txt");
    assertThat(nube.firm("CAJA/A-1")).hasSize(1);
  }

  @Test
  void runOnce_correctedFileAfterOurRefusal_isIssued() throws Exception {
    Shop shop = new Shop(root);
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00").replace("FmaPago=1\n", ""));
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
      assertThat(shop.status("F1")).contains("Estado=RECHAZADO", "Codigo=");
      shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F1")).contains("Estado=ENTREGADO");
  }

  @Test
  void runOnce_cloudRefuses_numberIsStatedUnusedAndCorrectionGetsAnother() throws Exception {
    Shop shop = new Shop(root);
    nube.refuse("CAJA/A-1");
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
      assertThat(shop.status("F1")).contains("Estado=RECHAZADO", "DOCUMENTO_INVALIDO");
      nube.accept("CAJA/A-1");
      shop.put("F1.txt", Shop.eTicket("A-1", "90.00"));
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(synchronizer.status().sinUso()).isZero();
    }
    assertThat(nube.firm("CAJA/A-1")).containsExactly("101-A-2");
    assertThat(nube.numeros().get("101-A-1"))
        .extracting(a -> a.estado().name())
        .isEqualTo("ANULADO");
  }

  @Test
  void runOnce_typeWithoutCae_isRefusedAndOthersGoOn() throws Exception {
    Shop shop = new Shop(root);
    nube.withoutCae(TipoCfe.E_FACTURA);
    shop.put("F1.txt", eFactura("B-1"));
    shop.put("F2.txt", Shop.eTicket("A-1", "100.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
    }
    assertThat(shop.status("F1")).contains("Estado=RECHAZADO", "Codigo=SIN_CAE");
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO");
  }

  @Test
  void open_deliveredButNotPrintedAndLate_isNotTakenForUndelivered() throws Exception {
    Shop shop = new Shop(root);
    shop.put("F1.txt", eFactura("B-1"));
    Printing jammed = (cfe, sello, data, pdf) -> new PrintOutcome.NotPrinted("Sin papel.");
    try (Synchronizer synchronizer = shop.open(nube, StatusListener.NONE, jammed)) {
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(shop.status("F1")).contains("Estado=ENTREGADO", "Impreso=NO");
    }
    shop.clock().pass(Duration.ofMinutes(5));
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(shop.status("F1")).contains("Estado=ENTREGADO", "Impreso=SI");
      // Else its notes would wait for it for ever.
      assertThat(synchronizer.status().sinEntregar()).isZero();
    }
  }

  private static String eFactura(String id) {
    return Shop.eTicket(id, "100.00")
        .replace("TipoCFE=101", "TipoCFE=111")
        .replace(
            "[Item]",
            "[Receptor]\nTipoDocRecep=2\nDocRecep=210000000027\nRznSocRecep=Cliente SA\n"
                + "DirRecep=Calle 1\nCiudadRecep=Montevideo\n[Item]");
  }

  @Test
  void runOnce_noteByIdRef_waitsForItsDocument() throws Exception {
    Shop shop = new Shop(root);
    shop.put(
        "N1.txt",
        Shop.eTicket("N-1", "100.00")
            .replace("TipoCFE=101", "TipoCFE=102")
            .replace("[Fin]", "[Referencia]\nIdRef=A-1\nRazonRef=Devolucion\n[Fin]"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(shop.status("N1")).contains("Estado=RECIBIDO", "Codigo=ESPERA_ID");
      shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("N1")).contains("Estado=ENTREGADO", "TipoCFE=102");
  }

  @Test
  void runOnce_noCompanyRecord_pausesAndGoesOn() throws Exception {
    Shop shop = new Shop(root);
    nube.empresa(Optional.empty());
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(synchronizer.status().pausa().orElseThrow()).contains("SIN_EMPRESA");
      nube.empresa(Optional.of(Documents.empresa()));
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F1")).contains("Estado=ENTREGADO");
  }

  @Test
  void runOnce_networkFails_everyFileOneFinalAnswer() throws Exception {
    Shop shop = new Shop(root);
    for (int i = 1; i <= 40; i++) {
      shop.put("F" + i + ".txt", Shop.eTicket("A-" + i, i + ".00"));
    }
    FaultyNube network = new FaultyNube(new Locked(nube).client(), new Random(7), 0.4);
    try (Synchronizer synchronizer = shop.open(new Locked(network).client())) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
    for (int i = 1; i <= 40; i++) {
      assertThat(shop.status("F" + i)).contains("Estado=ENTREGADO");
      assertThat(nube.firm("CAJA/A-" + i)).hasSize(1);
    }
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void runOnce_stoppedInTheMiddle_nextRunFinishes() throws Exception {
    Shop shop = new Shop(root);
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
    }
    shop.put("F2.txt", Shop.eTicket("A-2", "100.00"));
    try (Synchronizer synchronizer = shop.open(new Away().client())) {
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(shop.status("F2")).contains("Estado=DESCONOCIDO", "Nro=2", "QueHacer=");
      assertThat(synchronizer.withdraw("A-1")).isInstanceOf(Retiro.NoRetirado.class);
    }
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=2");
    assertThat(shop.files("proceso")).isEmpty();
  }

  @Test
  void runOnce_keyRefused_pausesWithWhatToDoAndTheNextRunFinishes() throws Exception {
    Shop shop = new Shop(root);
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
    }
    shop.put("F2.txt", Shop.eTicket("A-2", "100.00"));
    try (Synchronizer synchronizer =
        shop.open(new Away(Answer.Cause.UNAUTHORIZED, "La nube no acepta la clave.").client())) {
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(synchronizer.status().pausa().orElseThrow())
          .contains("no acepta la clave", "Ponga la clave correcta");
    }
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=2");
  }

  @Test
  void runOnce_typeThatIsNotPrinted_isRefusedUnlessTheErpPrintsIt() throws Exception {
    Shop shop = new Shop(root);
    Printing none =
        new Printing() {
          @Override
          public boolean prints(TipoCfe tipo) {
            return false;
          }

          @Override
          public PrintOutcome print(Cfe cfe, Sello sello, PrintData data, Path pdf) {
            throw new IllegalStateException("asked to print");
          }
        };
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    String own = Shop.eTicket("A-2", "100.00").replace("[Fin]", "[Impresion]\nImprimir=N\n[Fin]");
    shop.put("F2.txt", own);
    try (Synchronizer synchronizer = shop.open(nube, StatusListener.NONE, none)) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F1")).contains("Estado=RECHAZADO", "Codigo=NO_SE_IMPRIME");
    assertThat(shop.status("F2")).contains("Estado=ENTREGADO", "Nro=1");
  }

  @Test
  void runOnce_eachFileIsNew_sameNameGetsTwoNumbers() throws Exception {
    Shop shop = new Shop(root, Identity.CADA_ARCHIVO);
    try (Synchronizer synchronizer = shop.open(nube)) {
      shop.put("VENTA.txt", Shop.eTicket("x", "100.00").replace("Id=x\n", ""));
      assertThat(synchronizer.runOnce()).isTrue();
      shop.put("VENTA.txt", Shop.eTicket("x", "100.00").replace("Id=x\n", ""));
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(synchronizer.status().documentos()).containsEntry(Estado.ENTREGADO, 2L);
    }
    assertThat(shop.status("VENTA")).contains("Nro=2");
  }

  @Test
  void runOnce_poisonFile_isPutAsideWithAnAnswerAndOthersGoOn() throws Exception {
    Shop shop = new Shop(root);
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    shop.put("F2.txt", "esto no es un pedido\n[Fin]\n");
    shop.put("F3.txt", Shop.eTicket("A-3", "100.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
    }
    assertThat(shop.status("F1")).contains("Estado=ENTREGADO");
    assertThat(shop.status("F2")).contains("Estado=RECHAZADO");
    assertThat(shop.status("F3")).contains("Estado=ENTREGADO");
  }

  @Test
  void runOnce_requests_areAnswered() throws Exception {
    Shop shop = new Shop(root);
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
      shop.put("Q1.txt", "[Pedido]\nFormato=1\nTipo=estado\nId=Q-1\nDe=A-1\n[Fin]\n");
      shop.put("Q2.txt", "[Pedido]\nFormato=1\nTipo=anular\nId=Q-2\nDe=A-1\n[Fin]\n");
      shop.put("Q3.txt", "[Pedido]\nFormato=1\nTipo=rut\nId=Q-3\nRut=219999830018\n[Fin]\n");
      synchronizer.runOnce();
    }
    assertThat(shop.status("Q1")).contains("Estado=ENTREGADO", "Id=Q-1", "Nro=1");
    assertThat(shop.status("Q2")).contains("Codigo=NO_ANULABLE", "Nota de Crédito de e-Ticket");
    assertThat(shop.status("Q3")).contains("Estado=RECHAZADO", "Codigo=RUT_INVALIDO");
  }

  @Test
  void replay_refusedFile_isReadAgain() throws Exception {
    Shop shop = new Shop(root);
    nube.refuse("CAJA/A-1");
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      synchronizer.runOnce();
      nube.accept("CAJA/A-1");
      Selection refused =
          new Selection(
              Optional.empty(), Optional.empty(), Optional.empty(), Set.of(Estado.RECHAZADO));
      assertThat(synchronizer.replay(refused, true)).hasSize(1);
      assertThat(shop.files("entrada")).isEmpty();
      synchronizer.replay(refused, false);
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F1")).contains("Estado=ENTREGADO", "Nro=2");
  }

  @Test
  void start_fileArrives_isAnsweredWithoutAsking() throws Exception {
    Shop shop = new Shop(root);
    java.util.concurrent.CountDownLatch delivered = new java.util.concurrent.CountDownLatch(1);
    try (Synchronizer synchronizer =
        shop.open(
            nube,
            (base, status) -> {
              if (status.estado() == Estado.ENTREGADO) {
                delivered.countDown();
              }
            },
            (cfe, sello, data, pdf) -> new uy.pfacturas.core.print.PrintOutcome.Printed())) {
      synchronizer.start();
      shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
      assertThat(delivered.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }
    assertThat(shop.status("F1")).contains("Estado=ENTREGADO");
  }
}
