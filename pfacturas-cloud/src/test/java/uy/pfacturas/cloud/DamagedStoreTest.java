package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.cloud.contingencia.Bitacora;
import uy.pfacturas.cloud.testing.FakeFirmante;
import uy.pfacturas.cloud.testing.FakeNube;

/** A store that is lost or damaged, seen by the whole synchronizer on real files. */
class DamagedStoreTest {
  @TempDir Path root;
  private final FakeNube nube = new FakeNube();
  private Shop shop;

  /** What can befall the file. */
  private enum Damage {
    MISSING {
      @Override
      void on(Path file) throws IOException {
        Files.delete(file);
      }
    },
    ZERO_LENGTH {
      @Override
      void on(Path file) throws IOException {
        Files.write(file, new byte[0]);
      }
    },
    GARBAGE {
      @Override
      void on(Path file) throws IOException {
        Files.write(
            file,
            "this was a disk\n".repeat(2_000).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    },
    CUT {
      @Override
      void on(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(channel.size() / 2 / 4096 * 4096 + 100);
        }
      }
    },
    PAGES_OVERWRITTEN {
      @Override
      void on(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          for (long at = 4096; at < channel.size(); at += 4096) {
            channel.write(ByteBuffer.wrap(new byte[] {-1, -2, 77, 0, 9, 9, 9, 9}), at);
          }
        }
      }
    };

    abstract void on(Path file) throws IOException;
  }

  @BeforeEach
  void open() throws InterruptedException {
    shop = new Shop(root);
    shop.put("a.txt", Shop.eTicket("A", "10.00"));
    shop.put("b.txt", Shop.eTicket("B", "20.00"));
    run();
    assertThat(shop.status("a")).contains("Estado=ENTREGADO");
  }

  private SynchronizerStatus run() throws InterruptedException {
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
      return synchronizer.status();
    }
  }

  private Path store() {
    return root.resolve("datos/almacen.db");
  }

  private List<String> aside() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("datos"))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.contains("apartado"))
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void open_damagedStore_isKeptAsideAndMadeAnew(Damage damage) throws Exception {
    String before = shop.status("a");
    damage.on(store());
    shop.put("again.txt", Shop.eTicket("A", "10.00"));
    shop.put("c.txt", Shop.eTicket("C", "30.00"));

    SynchronizerStatus status = run();

    assertThat(status.avisos())
        .anySatisfy(a -> assertThat(a).contains("Se rehízo desde la segunda copia"));
    assertThat(aside()).hasSize(damage == Damage.MISSING ? 0 : 1);
    assertThat(line(shop.status("again"), "Nro=")).isEqualTo(line(before, "Nro="));
    assertThat(shop.status("c")).contains("Estado=ENTREGADO");
    String instalacion = "CAJA/";
    assertThat(List.of("A", "B", "C"))
        .allSatisfy(id -> assertThat(nube.firm(instalacion + id)).hasSize(1));
    assertThat(nube.contradictions()).isEmpty();
    assertThat(run().avisos()).isEmpty();
  }

  @Test
  void open_storeOlderThanItsCopy_isMadeAnew() throws Exception {
    Path old = root.resolve("ayer.db");
    Files.copy(store(), old);
    shop.put("c.txt", Shop.eTicket("C", "30.00"));
    run();
    Files.delete(store());
    Files.copy(old, store());
    shop.put("d.txt", Shop.eTicket("D", "40.00"));

    SynchronizerStatus status = run();

    assertThat(status.avisos())
        .anySatisfy(a -> assertThat(a).contains("más viejo que su segunda copia"));
    assertThat(aside()).hasSize(1);
    assertThat(List.of("CAJA/A", "CAJA/B", "CAJA/C", "CAJA/D"))
        .allSatisfy(id -> assertThat(nube.firm(id)).hasSize(1));
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void open_storeLostInContingency_goesOnWithItsStay() throws Exception {
    FakeFirmante key = new FakeFirmante();
    Bitacora before;
    try (Synchronizer synchronizer = shop.open(nube, key)) {
      assertThat(synchronizer.enterContingency("corte de luz")).isTrue();
      shop.put("c.txt", Shop.eTicket("C", "30.00"));
      assertThat(synchronizer.runOnce()).isTrue();
      before = synchronizer.contingencyJournal();
    }
    assertThat(before.tramos().get(0).cantidad()).isEqualTo(1);
    Damage.MISSING.on(store());

    try (Synchronizer synchronizer = shop.open(nube, key)) {
      assertThat(synchronizer.contingencyJournal()).isEqualTo(before);
      assertThat(synchronizer.status().contingencia().causa()).contains("corte de luz");
    }
  }

  @Test
  void open_storeAndCopyLost_isRefusedWithTheNumbersThatWereSigned() throws Exception {
    Files.delete(store());
    try (Stream<Path> copy = Files.list(root.resolve("datos/segunda-copia"))) {
      for (Path file : copy.toList()) {
        Files.delete(file);
      }
    }

    assertThatThrownBy(() -> shop.open(nube))
        .isInstanceOf(CloudException.class)
        .hasMessageContaining("No se emite nada")
        .hasMessageContaining("101-A-1")
        .hasMessageContaining("101-A-2");
  }

  private static String line(String status, String key) {
    return status.lines().filter(l -> l.startsWith(key)).findFirst().orElseThrow();
  }
}
