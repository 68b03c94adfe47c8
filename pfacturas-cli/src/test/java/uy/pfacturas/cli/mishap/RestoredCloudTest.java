package uy.pfacturas.cli.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real cloud that is put back from a backup while a real station works with it. */
class RestoredCloudTest {
  @TempDir private Path folder;

  private static void awaitFirm(Cloud cloud, Shop shop, String id, String numero) {
    List<String> wanted = List.of(numero + " FIRME");
    var unused =
        Deadline.await(
            () -> {
              if (!cloud.numbers(id).equals(wanted)) {
                shop.pass(Duration.ofSeconds(10));
              }
              return Optional.of(cloud.numbers(id)).filter(wanted::equals);
            },
            () -> id + " is " + cloud.numbers(id) + "\n" + shop.said());
  }

  @Test
  void run_cloudRestored_everyDocumentIsThereOnceAndEveryNumberIsAccountedFor() {
    try (Cloud cloud = Cloud.ordinary(folder.resolve("nube"));
        Shop shop = new Shop(folder.resolve("comercio"))) {
      shop.configured(cloud.address(), cloud.key()).run();
      Till till = shop.till();
      till.put("antes.txt", Sale.cash("ANTES"));
      String before = till.await("antes", "ENTREGADO").numero();
      Path backup = cloud.backup();
      till.put("despues.txt", Sale.cash("DESPUES"));
      String after = till.await("despues", "ENTREGADO").numero();
      till.put("factura.txt", Sale.invoice("FACTURA"));
      String invoice = till.await("factura", "ENTREGADO").numero();

      cloud.restore(backup);
      assertThat(cloud.numbers("DESPUES")).isEmpty();
      till.put("nueva.txt", Sale.cash("NUEVA"));

      awaitFirm(cloud, shop, "ANTES", before);
      awaitFirm(cloud, shop, "DESPUES", after);
      awaitFirm(cloud, shop, "FACTURA", invoice);
      String fresh = till.await("nueva", "ENTREGADO").numero();
      awaitFirm(cloud, shop, "NUEVA", fresh);
      assertThat(Stream.of(before, after, invoice, fresh).distinct()).hasSize(4);
      assertThat(cloud.count("HUECO")).isZero();
      assertThat(cloud.count("FIRME")).isEqualTo(4);
      assertThat(cloud.count("SIN_CONFIRMAR")).isZero();
      assertThat(cloud.quarantined()).isZero();
    }
  }
}
