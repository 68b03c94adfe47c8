package uy.pfacturas.cli.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.mishap.Papers.CaeOf;

/** A system that numbers its own documents, against a real cloud. */
class OwnNumbersTest {
  @TempDir private Path folder;

  @Test
  void run_numbersOfTheErp_areCheckedByStationAndCloud() throws Exception {
    try (Cloud cloud = new Cloud(folder.resolve("nube"), CaeOf.plenty(101));
        Shop shop = new Shop(folder.resolve("comercio"))) {
      shop.configured(cloud.address(), cloud.key())
          .edited("quieto =", "numeracion = \"erp\"\nquieto =");
      Till till = shop.run().till();
      till.put("f1.txt", sale("F1", 12));
      assertThat(till.await("f1", "ENTREGADO").numero()).isEqualTo("101-A-12");
      till.put("f2.txt", sale("F2", 10));
      assertThat(till.await("f2", "ENTREGADO").numero()).isEqualTo("101-A-10");
      till.put("f3.txt", sale("F3", 12));
      assertThat(till.await("f3", "RECHAZADO").codigo()).isEqualTo("NUMERO_REPETIDO");
      till.put("f4.txt", sale("F4", 9_999_999));
      assertThat(till.await("f4", "RECHAZADO").codigo()).isEqualTo("NUMERO_FUERA_DE_CAE");
      till.put("f1b.txt", sale("F1", 12));
      assertThat(till.await("f1b", "ENTREGADO").numero()).isEqualTo("101-A-12");
      assertThat(cloud.numbers("F1")).containsExactly("101-A-12 FIRME");
      assertThat(cloud.numbers("F3")).isEmpty();
    }
  }

  private static String sale(String id, int nro) {
    return """
        [Pedido]
        Formato=1
        Id=%s
        [IdDoc]
        TipoCFE=101
        Serie=A
        Nro=%d
        FmaPago=1
        [Item]
        IndFact=3
        NomItem=Prueba
        Cantidad=1
        PrecioUnitario=100.00
        [Fin]
        """
        .formatted(id, nro);
  }
}
