package uy.pfacturas.cloud.world;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.cloud.testing.CrashDisk;

/** Writes into a station's store what the station itself never would. */
final class Tampering {
  private static final Pattern SITUACION = Pattern.compile("\"situacion\":\"([A-Z_]+)\"");

  private Tampering() {}

  /** Where a document stands by the store; empty if it is not there. */
  static String situacion(CrashDisk disk, String id) {
    Matcher found = SITUACION.matcher(text(disk, Table.DOCUMENTOS, id));
    return found.find() ? found.group(1) : "";
  }

  /** A document is again where it was, or where it never was. */
  static void move(CrashDisk disk, String id, String to) {
    String text = text(disk, Table.DOCUMENTOS, id);
    write(
        disk,
        Table.DOCUMENTOS,
        id,
        Optional.of(SITUACION.matcher(text).replaceFirst("\"situacion\":\"" + to + "\"")));
  }

  static String text(CrashDisk disk, Table table, String key) {
    return disk.find(table, key).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
  }

  static void write(CrashDisk disk, Table table, String key, Optional<String> text) {
    Map<String, Optional<byte[]>> entry = new HashMap<>();
    entry.put(key, text.map(t -> t.getBytes(StandardCharsets.UTF_8)));
    disk.write(Map.of(table, entry));
  }

  /** A disk that forgets such entries at a stop, as one that was never forced. */
  static CrashDisk forgetful(Table table, String key, String content) {
    Pattern forgotten = Pattern.compile(content);
    return new CrashDisk(
        (in, entry) ->
            in == table
                && entry.getKey().contains(key)
                && entry
                    .getValue()
                    .filter(b -> forgotten.matcher(new String(b, StandardCharsets.UTF_8)).find())
                    .isPresent());
  }
}
