package uy.pfacturas.nube.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.NubeException;

class StoreTest {
  @TempDir Path folder;

  private static int put(Handle handle, String rut) {
    return handle.execute("INSERT INTO contribuyente (rut, registro) VALUES (?, '{}')", rut);
  }

  private static List<String> all(Store store) {
    return store.read(
        h ->
            h.createQuery("SELECT rut FROM contribuyente ORDER BY rut").mapTo(String.class).list());
  }

  @Test
  void write_isThereAfterReopening() {
    try (Store store = Store.open(folder, Ambiente.DEMO, Documents.clock())) {
      store.write(h -> put(h, "1"));
      assertThat(all(store)).containsExactly("1");
    }
    try (Store store = Store.open(folder, Ambiente.DEMO, Documents.clock())) {
      assertThat(all(store)).containsExactly("1");
      assertThat(store.epoca()).isEqualTo(1);
    }
  }

  @Test
  void open_forcesEveryCommitToTheDisk() {
    try (Store store = Store.open(folder, Ambiente.DEMO, Documents.clock())) {
      assertThat(pragma(store, "synchronous")).isEqualTo("2");
      assertThat(pragma(store, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(store, "foreign_keys")).isEqualTo("1");
    }
  }

  private static String pragma(Store store, String name) {
    return store.write(h -> h.createQuery("PRAGMA " + name).mapTo(String.class).one());
  }

  @Test
  void write_failing_keepsNothingOfItAndAllOfTheOthers() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(21);
    try (Store store = Store.open(folder, Ambiente.DEMO, Documents.clock())) {
      CountDownLatch busy = new CountDownLatch(1);
      Future<Integer> first = threads.submit(() -> store.write(h -> await(busy) + put(h, "first")));
      List<Future<Integer>> others =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              store.write(
                                  h -> {
                                    int rows = put(h, "w" + i);
                                    if (i % 4 == 0) {
                                      throw new IllegalStateException("on purpose");
                                    }
                                    return rows;
                                  })))
              .toList();
      busy.countDown();
      assertThat(first.get()).isEqualTo(1);
      int failed = 0;
      for (Future<Integer> other : others) {
        try {
          other.get();
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(IllegalStateException.class);
          failed++;
        }
      }
      assertThat(failed).isEqualTo(5);
      assertThat(all(store)).hasSize(16).doesNotContain("w0", "w4", "w8", "w12", "w16");
    } finally {
      threads.shutdownNow();
    }
  }

  private static int await(CountDownLatch latch) {
    try {
      latch.await();
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void open_twice_isRefused() {
    try (Store store = Store.open(folder, Ambiente.DEMO, Documents.clock())) {
      assertThat(store.epoca()).isEqualTo(1);
      assertThatThrownBy(() -> Store.open(folder, Ambiente.DEMO, Documents.clock()))
          .isInstanceOf(NubeException.class)
          .hasMessageContaining("Otra nube está usando la carpeta");
    }
  }

  @Test
  void open_otherWorld_isRefused() {
    Store.open(folder, Ambiente.DEMO, Documents.clock()).close();

    assertThatThrownBy(() -> Store.open(folder, Ambiente.PRODUCCION, Documents.clock()))
        .hasMessageContaining("es del ambiente demo, y se pidió produccion");
  }

  @Test
  void open_newerSchema_isRefused() {
    try (Store store = Store.open(folder, Ambiente.DEMO, Documents.clock())) {
      store.write(h -> h.execute("PRAGMA user_version = 99"));
    }
    assertThatThrownBy(() -> Store.open(folder, Ambiente.DEMO, Documents.clock()))
        .hasMessageContaining("versión más nueva");
  }

  @Test
  void open_databaseLost_isRefused() throws IOException {
    Store.open(folder, Ambiente.DEMO, Documents.clock()).close();
    Files.delete(folder.resolve("nube.db"));

    assertThatThrownBy(() -> Store.open(folder, Ambiente.DEMO, Documents.clock()))
        .hasMessageContaining("Falta la base de datos");
  }

  @Test
  void open_databaseOfOtherFolder_isRefused(@TempDir Path other) throws IOException {
    Store.open(folder, Ambiente.DEMO, Documents.clock()).close();
    Store.open(other, Ambiente.DEMO, Documents.clock()).close();
    Files.copy(
        other.resolve("nube.db"),
        folder.resolve("nube.db"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> Store.open(folder, Ambiente.DEMO, Documents.clock()))
        .hasMessageContaining("no es la que estaba en uso");
  }

  @Test
  void open_epochLostAfterNumbers_isRefused() throws IOException {
    try (Store store = Store.open(folder, Ambiente.DEMO, Documents.clock())) {
      store.write(
          h -> {
            h.execute("INSERT INTO empresa (ruc, registro) VALUES ('1', '{}')");
            h.execute(
                "INSERT INTO cae VALUES (1, '1', 1, 101, 'A', 1, 9, '2027-01-01', '{}', x'00', 2)");
            return h.execute(
                "INSERT INTO bloque VALUES (1, '1', 'E', 'v', 101, 's', 1, 'A', 1, 1, 't')");
          });
    }
    Files.delete(folder.resolve("epoca"));

    assertThatThrownBy(() -> Store.open(folder, Ambiente.DEMO, Documents.clock()))
        .hasMessageContaining("Falta la marca");
  }

  @Test
  void write_closed_isRefused() {
    Store store = Store.open(folder, Ambiente.DEMO, Documents.clock());
    store.close();
    store.close();

    assertThatThrownBy(() -> store.write(h -> put(h, "1"))).isInstanceOf(StoreException.class);
  }
}
