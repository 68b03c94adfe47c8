package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.testing.FakeNube;

/** A cloud that was restored, seen by the whole synchronizer. */
class RedeliveryTest {
  private static final int DOCUMENTS = 60;

  @TempDir Path root;
  private final FakeNube nube = new FakeNube();

  @Test
  void run_restoredCloud_getsAllAgainOldestFirst() throws Exception {
    Shop shop = new Shop(root);
    List<String> ids = new ArrayList<>();
    Runnable restore = nube.backup();
    try (Synchronizer synchronizer = shop.open(nube)) {
      for (int i = 0; i < DOCUMENTS; i++) {
        ids.add("CAJA/F" + i);
        shop.put("f" + i + ".txt", Shop.eTicket("F" + i, "10.00"));
        if (i == 0) {
          // From here on there is stock, and numbers are taken in the order of arrival.
          assertThat(synchronizer.runOnce()).isTrue();
        }
      }
      assertThat(synchronizer.runOnce()).isTrue();
    }
    restore.run();
    assertThat(ids).allSatisfy(id -> assertThat(nube.firm(id)).isEmpty());
    int before = nube.delivered().size();

    shop.put("later.txt", Shop.eTicket("L", "10.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(synchronizer.status().avisos()).isEmpty();
    }

    assertThat(ids).allSatisfy(id -> assertThat(nube.firm(id)).hasSize(1));
    assertThat(nube.firm("CAJA/L")).hasSize(1);
    List<String> again = new ArrayList<>(nube.delivered().subList(before, nube.delivered().size()));
    again.removeAll(nube.firm("CAJA/L"));
    assertThat(again)
        .isEqualTo(IntStream.rangeClosed(1, DOCUMENTS).mapToObj(n -> "101-A-" + n).toList());
    assertThat(shop.status("f1")).contains("Estado=ENTREGADO");
    assertThat(nube.contradictions()).isEmpty();
  }
}
