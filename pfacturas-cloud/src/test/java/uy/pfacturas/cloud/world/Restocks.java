package uy.pfacturas.cloud.world;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.cloud.testing.CrashDisk;

/** Blocks that take a number back as soon as it is on the unused list. */
final class Restocks extends Build {
  private static final String STOCK = "bloques/101";
  private static final Pattern NUMBER =
      Pattern.compile("(\"tipo\":\"?(?:E_TICKET|101)\"?,\"serie\":\"A\",\"desde\":)(\\d+)");

  @Override
  CrashDisk disk() {
    return new CrashDisk() {
      @Override
      public void write(Map<Table, Map<String, Optional<byte[]>>> changes) {
        Map<String, Optional<byte[]>> state = changes.getOrDefault(Table.ESTADO, Map.of());
        String unused =
            state.getOrDefault("sin-uso", Optional.empty()).map(Restocks::text).orElse("");
        Matcher number = NUMBER.matcher(unused);
        Optional<byte[]> stock = find(Table.ESTADO, STOCK);
        if (number.find() && stock.isPresent()) {
          String more = NUMBER.matcher(text(stock.get())).replaceFirst("$1" + number.group(2));
          state.put(STOCK, Optional.of(more.getBytes(StandardCharsets.UTF_8)));
        }
        super.write(changes);
      }
    };
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
