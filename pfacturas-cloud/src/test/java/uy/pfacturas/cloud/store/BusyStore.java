package uy.pfacturas.cloud.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A program that reads its store whole, tells the number of its last commit, and then commits until
 * it is killed, telling the number of each. Values are added, replaced by longer ones, and removed.
 */
final class BusyStore {
  private static final int PAGE = 500;

  private final Medium medium;
  private final Random random;
  private final Deque<String> open = new ArrayDeque<>();
  private final PrintStream out;
  private long commits;
  private long documents;

  private BusyStore(Medium medium, Random random, PrintStream out) {
    this.medium = medium;
    this.random = random;
    this.out = out;
  }

  /** With the file of the store and a seed. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Medium medium = SqliteMedium.open(Path.of(args[0]))) {
      BusyStore store = new BusyStore(medium, new Random(Long.parseLong(args[1])), out);
      store.check();
      store.work();
    }
  }

  private void check() {
    commits =
        medium
            .find(Table.ESTADO, "n")
            .map(bytes -> Long.parseLong(new String(bytes, StandardCharsets.UTF_8)))
            .orElse(0L);
    for (String key = ""; ; ) {
      List<Map.Entry<String, byte[]>> page = medium.scan(Table.DOCUMENTOS, key, PAGE);
      if (page.isEmpty()) {
        break;
      }
      for (Map.Entry<String, byte[]> entry : page) {
        key = entry.getKey();
        documents++;
        require(Table.CONTENIDOS, key);
      }
    }
    for (Map.Entry<String, byte[]> entry : medium.scan(Table.ABIERTOS, "", Integer.MAX_VALUE)) {
      require(Table.DOCUMENTOS, entry.getKey());
      open.add(entry.getKey());
    }
    out.println(commits);
  }

  private void require(Table table, String key) {
    if (medium.find(table, key).isEmpty()) {
      throw new IllegalStateException("not in " + table + ": " + key);
    }
  }

  private void work() {
    while (true) {
      Map<Table, Map<String, Optional<byte[]>>> changes = new EnumMap<>(Table.class);
      for (int add = random.nextInt(8); add > 0; add--) {
        String key = String.format(java.util.Locale.ROOT, "%010d", documents++);
        put(changes, Table.DOCUMENTOS, key, 900);
        put(changes, Table.CONTENIDOS, key, 3_000);
        put(changes, Table.ABIERTOS, key, 20);
        open.add(key);
      }
      for (int update = random.nextInt(8); update > 0 && !open.isEmpty(); update--) {
        String key = open.remove();
        put(changes, Table.DOCUMENTOS, key, 1_200);
        if (random.nextInt(3) == 0) {
          changes.computeIfAbsent(Table.ABIERTOS, t -> new HashMap<>()).put(key, Optional.empty());
        } else {
          put(changes, Table.CONTENIDOS, key, random.nextInt(50) == 0 ? 120_000 : 7_500);
          open.add(key);
        }
      }
      commits++;
      changes
          .computeIfAbsent(Table.ESTADO, t -> new HashMap<>())
          .put("n", Optional.of(Long.toString(commits).getBytes(StandardCharsets.UTF_8)));
      medium.write(changes);
      out.println(commits);
    }
  }

  private void put(
      Map<Table, Map<String, Optional<byte[]>>> changes, Table table, String key, int most) {
    byte[] value = new byte[1 + random.nextInt(most)];
    random.nextBytes(value);
    changes.computeIfAbsent(table, t -> new HashMap<>()).put(key, Optional.of(value));
  }
}
