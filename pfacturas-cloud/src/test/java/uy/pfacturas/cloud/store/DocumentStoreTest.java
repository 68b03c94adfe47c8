package uy.pfacturas.cloud.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import uy.pfacturas.cloud.testing.CrashDisk;

class DocumentStoreTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("almacen.db");
  }

  @Test
  void commit_reopened_isThere() {
    String large = "x".repeat(5000);
    try (DocumentStore store = DocumentStore.open(SqliteMedium.open(file()), SecondCopy.NONE)) {
      put(store, "a", "1").join();
      put(store, "b", large).join();
    }
    try (DocumentStore store = DocumentStore.open(SqliteMedium.open(file()), SecondCopy.NONE)) {
      assertThat(store.find(Table.ESTADO, "a", String.class)).contains("1");
      assertThat(store.find(Table.ESTADO, "b", String.class)).contains(large);
      assertThat(store.scan(Table.ESTADO, "a", 9, String.class))
          .containsExactly(Map.entry("b", large));
    }
  }

  @Test
  void open_twice_isRefusedWithWhatToDo() {
    SqliteMedium.open(file()).close();
    try (SqliteMedium first = SqliteMedium.open(file())) {
      assertThatThrownBy(() -> SqliteMedium.open(file()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Otro pfacturas");
      assertThat(first.find(Table.ESTADO, "a")).isEmpty();
      assertThat(file().resolveSibling("almacen.db-shm")).doesNotExist();
    }
  }

  @Test
  void open_damagedFile_isRefusedAndLeftAlone() throws Exception {
    Files.write(file(), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    assertThatThrownBy(() -> SqliteMedium.open(file())).isInstanceOf(StoreException.class);
    assertThat(Files.size(file())).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, Libere espacio",
    "SQLITE_BUSY, Otro pfacturas usa este almacén",
    "SQLITE_CORRUPT, reinicie pfacturas",
    "SQLITE_READONLY, Revise permisos"
  })
  void reason_ofEachFault_saysWhatToDo(SQLiteErrorCode code, String whatToDo) {
    assertThat(SqliteFile.reason(new SQLException("x", "", code.code))).contains(whatToDo);
  }

  @Test
  void commit_changesThatWait_shareOneWrite() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    AtomicInteger writes = new AtomicInteger();
    CrashDisk disk =
        new CrashDisk() {
          @Override
          public void write(Map<Table, Map<String, Optional<byte[]>>> changes) {
            writes.incrementAndGet();
            super.write(changes);
            first.countDown();
            awaitAll();
          }

          private void awaitAll() {
            if (writes.get() == 1) {
              queued.join();
            }
          }

          private final CompletableFuture<Void> queued = DocumentStoreTest.this.queued;
        };
    List<CompletableFuture<String>> all = new ArrayList<>();
    try (DocumentStore store = DocumentStore.open(disk, SecondCopy.NONE)) {
      all.add(put(store, "0", "v"));
      first.await();
      for (int i = 1; i <= 20; i++) {
        all.add(put(store, Integer.toString(i), "v"));
      }
      queued.complete(null);
      all.forEach(CompletableFuture::join);
    }
    assertThat(writes.get()).isEqualTo(2);
  }

  private final CompletableFuture<Void> queued = new CompletableFuture<>();

  @Test
  void commit_changeThrows_leavesNothingAndHarmsNobody() {
    try (DocumentStore store = DocumentStore.direct(new CrashDisk(), SecondCopy.NONE)) {
      CompletableFuture<Object> bad =
          store.commit(
              draft -> {
                draft.put(Table.ESTADO, "a", "half");
                throw new IllegalStateException("no");
              });
      assertThatThrownBy(bad::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(IllegalStateException.class);
      assertThat(store.find(Table.ESTADO, "a", String.class)).isEmpty();
    }
  }

  @Test
  void commit_secondCopy_comesBeforeTheAnswer() {
    List<Runnable> waiting = new ArrayList<>();
    try (DocumentStore store =
        DocumentStore.direct(new CrashDisk(), (entries, done) -> waiting.add(done))) {
      CompletableFuture<String> change =
          store.commit(
              draft -> {
                draft.put(Table.ESTADO, "a", "1");
                draft.copy("entry");
                return "told";
              });
      assertThat(change).isNotDone();
      waiting.forEach(Runnable::run);
      assertThat(change).isCompletedWithValue("told");
    }
  }

  @Test
  void write_diskFails_isToldAndWorksAgain() {
    AtomicInteger failures = new AtomicInteger(1);
    CrashDisk disk =
        new CrashDisk() {
          @Override
          public void write(Map<Table, Map<String, Optional<byte[]>>> changes) {
            if (failures.getAndDecrement() > 0) {
              throw new StoreException("full");
            }
            super.write(changes);
          }
        };
    try (DocumentStore store = DocumentStore.open(disk, SecondCopy.NONE)) {
      assertThatThrownBy(() -> put(store, "a", "1").join())
          .hasCauseInstanceOf(StoreException.class);
      assertThat(put(store, "a", "1").join()).isEqualTo("1");
    }
  }

  private static CompletableFuture<String> put(DocumentStore store, String key, String value) {
    return store.commit(
        draft -> {
          draft.put(Table.ESTADO, key, value);
          return value;
        });
  }
}
