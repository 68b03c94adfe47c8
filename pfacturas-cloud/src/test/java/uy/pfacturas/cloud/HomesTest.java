package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.testing.FakeNube;

/** Which ids are issued where, and a person who issues one elsewhere. */
class HomesTest {
  @TempDir Path one;
  @TempDir Path two;
  private final FakeNube nube = new FakeNube();

  private static void run(Synchronizer synchronizer) throws InterruptedException {
    assertThat(synchronizer.runOnce()).isTrue();
  }

  @Test
  void intake_foreignId_isRefusedAndNothingIssued() throws Exception {
    Shop shop = new Shop(two).station("OTRA", "CAJA2-*");
    shop.put("a.txt", Shop.eTicket("CAJA1-7", "10.00"));
    shop.put("b.txt", Shop.eTicket("CAJA2-8", "10.00"));
    try (Synchronizer synchronizer = shop.open(nube.station("OTRA"))) {
      run(synchronizer);
    }

    assertThat(shop.status("a")).contains("Estado=RECHAZADO", "Codigo=ID_DE_OTRA_ESTACION");
    assertThat(shop.files("rechazados")).contains("a.txt");
    assertThat(shop.status("b")).contains("Estado=ENTREGADO");
    assertThat(nube.firm("CAJA/CAJA1-7")).isEmpty();
  }

  @Test
  void take_refusedFile_isIssuedHereByAPerson() throws Exception {
    Shop shop = new Shop(two).station("OTRA", "CAJA2-*");
    shop.put("a.txt", Shop.eTicket("CAJA1-7", "10.00"));
    try (Synchronizer synchronizer = shop.open(nube.station("OTRA"))) {
      run(synchronizer);
      assertThat(synchronizer.take("CAJA1-7", true)).hasSize(1);
      assertThat(synchronizer.take("CAJA1-7", false))
          .extracting(ReplayStep::accion)
          .containsExactly(ReplayStep.Accion.TOMAR);
      run(synchronizer);
      assertThat(synchronizer.take("CAJA1-99", false)).isEmpty();
    }

    assertThat(shop.status("a")).contains("Estado=ENTREGADO", "Impreso=S");
    assertThat(nube.firm("CAJA/CAJA1-7")).hasSize(1);
  }

  @Test
  void take_sameFileAgain_getsTheSameAnswer() throws Exception {
    Shop shop = new Shop(two).station("OTRA", "CAJA2-*");
    shop.put("a.txt", Shop.eTicket("CAJA1-7", "10.00"));
    try (Synchronizer synchronizer = shop.open(nube.station("OTRA"))) {
      run(synchronizer);
      assertThat(synchronizer.take("CAJA1-7", false)).hasSize(1);
      run(synchronizer);
      shop.put("b.txt", Shop.eTicket("CAJA1-7", "10.00"));
      run(synchronizer);
    }

    assertThat(shop.status("b")).contains("Estado=ENTREGADO", "Nro=1");
    assertThat(nube.firm("CAJA/CAJA1-7")).hasSize(1);
  }

  @Test
  void take_deliveryNotAcknowledged_isNotPrinted() throws Exception {
    Shop shop = new Shop(two).station("OTRA", "CAJA2-*");
    shop.put("a.txt", Shop.eTicket("CAJA1-7", "10.00"));
    Line line = new Line(nube.station("OTRA"));
    line.cut("entregar");
    try (Synchronizer synchronizer = shop.open(line.client())) {
      run(synchronizer);
      assertThat(synchronizer.take("CAJA1-7", false)).hasSize(1);
      assertThat(synchronizer.runOnce()).isFalse();
    }
    assertThat(shop.status("a")).contains("Estado=FIRMADO", "Impreso=N");
    assertThat(shop.files("firmados")).noneMatch(f -> f.endsWith(".pdf"));

    try (Synchronizer synchronizer = shop.open(nube.station("OTRA"))) {
      run(synchronizer);
    }

    assertThat(shop.status("a")).contains("Estado=ENTREGADO", "Impreso=S");
  }

  @Test
  void take_whatAnotherStationHasDelivered_showsItsNumberAgain() throws Exception {
    Shop first = new Shop(one);
    first.put("a.txt", Shop.eTicket("X", "10.00"));
    try (Synchronizer synchronizer = first.open(nube)) {
      run(synchronizer);
    }
    Shop second = new Shop(two).station("OTRA");
    second.put("a.txt", Shop.eTicket("X", "10.00"));
    try (Synchronizer synchronizer = second.open(nube.station("OTRA"))) {
      run(synchronizer);
      assertThat(second.status("a")).contains("Estado=EN_OTRA_ESTACION", "Nro=1\r\n");
      assertThat(synchronizer.take("X", false)).hasSize(1);
      run(synchronizer);
    }

    assertThat(second.status("a")).contains("Estado=EN_OTRA_ESTACION", "Nro=1\r\n");
    assertThat(nube.firm("CAJA/X")).isEqualTo(List.of("101-A-1"));
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void isHome_patterns_matchWholeIds() {
    Hogar hogar = new Hogar(List.of("CAJA1-*", "*.web"));
    assertThat(List.of("CAJA1-", "CAJA1-77", "9.web")).allMatch(hogar::isHome);
    assertThat(List.of("CAJA11-1", "XCAJA1-1", "9xweb", "caja1-1")).noneMatch(hogar::isHome);
    assertThat(Hogar.TODOS.isHome("x")).isTrue();
  }
}
