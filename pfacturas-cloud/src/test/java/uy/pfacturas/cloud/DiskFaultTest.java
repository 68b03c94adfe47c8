package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.cloud.store.SqliteMedium;
import uy.pfacturas.cloud.testing.FakeNube;

/** What the disk refuses, or says that it refused: said to people, and done when it can be. */
@Timeout(60)
class DiskFaultTest {
  @TempDir Path root;
  private final FakeNube nube = new FakeNube();

  @Test
  void runOnce_folderOfSignedCannotBeWritten_pausesAndGoesOn() throws Exception {
    Shop shop = new Shop(root);
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
      Path firmados = root.resolve("buzon/firmados");
      // Stands for a folder without permission: the rights of files do not bind every user.
      Files.writeString(firmados, "in the way");
      shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(shop.status("F1")).doesNotContain("Estado=FIRMADO", "Estado=ENTREGADO");
      assertThat(synchronizer.status().ultimoError().orElseThrow()).contains("firmados");
      Files.delete(firmados);
      assertThat(synchronizer.runOnce()).isTrue();
    }
    assertThat(shop.status("F1")).contains("Estado=ENTREGADO", "Nro=1");
    assertThat(nube.firm("CAJA/A-1")).hasSize(1);
  }

  @Test
  void runOnce_diskFull_pausesSaysSoAndGoesOn() throws Exception {
    Shop shop = new Shop(root);
    AtomicBoolean full = new AtomicBoolean();
    try (Synchronizer synchronizer =
        shop.open(file -> FaultyMedium.full(SqliteMedium.open(file), full), nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
      full.set(true);
      shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
      assertThat(synchronizer.runOnce()).isFalse();
      assertThat(synchronizer.status().pausa().orElseThrow()).contains("No queda lugar");
      assertThat(nube.firm("CAJA/A-1")).isEmpty();
      full.set(false);
      assertThat(synchronizer.runOnce()).isTrue();
      assertThat(synchronizer.status().pausa()).isEmpty();
    }
    assertThat(shop.status("F1")).contains("Estado=ENTREGADO", "Nro=1");
    assertThat(nube.firm("CAJA/A-1")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void runOnce_writeFailedButWasWritten_goesOnByItself(int write) throws Exception {
    Shop shop = new Shop(root);
    shop.put("F0.txt", Shop.eTicket("A-0", "100.00"));
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
    shop.put("F1.txt", Shop.eTicket("A-1", "100.00"));
    AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    try (Synchronizer synchronizer =
        shop.open(file -> FaultyMedium.late(SqliteMedium.open(file), left), nube)) {
      // The start has writes of its own, and what it may not write it refuses.
      left.set(write);
      boolean done = synchronizer.runOnce();
      assertThat(done || synchronizer.runOnce()).isTrue();
    }
    assertThat(left).as("writes left").hasNonPositiveValue();
    assertThat(shop.status("F1")).contains("Estado=ENTREGADO", "Nro=2");
    assertThat(nube.firm("CAJA/A-1")).hasSize(1);
    assertThat(nube.contradictions()).isEmpty();
  }
}
