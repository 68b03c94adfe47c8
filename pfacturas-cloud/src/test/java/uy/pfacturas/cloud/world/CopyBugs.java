package uy.pfacturas.cloud.world;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import uy.pfacturas.cloud.station.Opening;
import uy.pfacturas.cloud.store.Table;

/** Bugs 42 to 50 of protocol §13: the second copy, and what is made of it. */
final class CopyBugs {
  private static final Pattern ANY = Pattern.compile("");
  private static final Pattern CLOSED =
      Pattern.compile("\"hecho\":\"(retirado|rechazado|sin-uso)\"");
  private static final Pattern NUMBER = Pattern.compile("\"hecho\":\"(enviando|renumerado)\"");
  private static final Pattern CLOUD = Pattern.compile("\"hecho\":\"firmado\"");
  private static final Pattern DECISIONS =
      Pattern.compile("\"hecho\":\"(firmado|retirado|rechazado|sin-uso|enviando)");

  private CopyBugs() {}

  static List<Planted> all() {
    return List.of(
        new Planted("42", "print or delivery before the second copy", late(ANY)),
        new Planted("43", "only local documents copied", without(CLOUD)),
        new Planted("44", "documents copied, decisions not", without(DECISIONS)),
        new Planted("45", "statement before the second copy", late(CLOSED)),
        new Planted("46", "number taken not copied (with a rollback)", without(NUMBER)),
        new Planted("47", "rebuild without the copy", new StartsAnew()),
        new Planted("48", "rebuild keeps the block", new KeepsBlocks()),
        new Planted("49", "older life gets a block", new ServesTheDead()),
        new Planted("50", "store older than its copy not noticed", new NoticesNothing()));
  }

  /** Entries like this are on the medium only with what is said next. */
  private static Build late(Pattern which) {
    return new Build() {
      @Override
      Weather weather(Chance chance) {
        return super.weather(chance).storesBad();
      }

      @Override
      Copy copy(Runnable moment) {
        return new Copy(moment) {
          private final List<byte[]> waiting = new ArrayList<>();

          @Override
          public void append(List<byte[]> added, Runnable done) {
            waiting.forEach(super::keep);
            waiting.clear();
            super.append(added, done);
          }

          @Override
          void keep(byte[] entry) {
            if (which.matcher(new String(entry, StandardCharsets.UTF_8)).find()) {
              waiting.add(entry);
            } else {
              super.keep(entry);
            }
          }

          @Override
          void crash() {
            waiting.clear();
          }
        };
      }
    };
  }

  /** Entries like this never reach the medium; their place in the order is kept. */
  private static Build without(Pattern which) {
    return new Build() {
      @Override
      Copy copy(Runnable moment) {
        return new Copy(moment) {
          @Override
          void keep(byte[] entry) {
            String text = new String(entry, StandardCharsets.UTF_8);
            super.keep(
                which.matcher(text).find()
                    ? text.replaceFirst("\"hecho\":.*", "\"hecho\":\"nada\"}")
                        .getBytes(StandardCharsets.UTF_8)
                    : entry);
          }
        };
      }
    };
  }

  private static final class StartsAnew extends Build {
    @Override
    long copied(Copy copy) {
      return 0;
    }
  }

  /** Of a store that is there: notices neither that it is old. */
  private static final class NoticesNothing extends Build {
    @Override
    long copied(Copy copy) {
      return 0;
    }

    @Override
    boolean losesAll() {
      return false;
    }
  }

  private static final class KeepsBlocks extends Build {
    @Override
    Recovery recovery(Machine machine) {
      return new Recovery(machine) {
        @Override
        void run(Opening opening, String life) {
          List<String> kept =
              List.of("bloques/101", "bloques/111").stream()
                  .map(key -> Tampering.text(machine.disk(), Table.ESTADO, key))
                  .toList();
          super.run(opening, life);
          for (int i = 0; i < kept.size(); i++) {
            if (!kept.get(i).isEmpty()) {
              String key = i == 0 ? "bloques/101" : "bloques/111";
              Tampering.write(
                  machine.disk(), Table.ESTADO, key, java.util.Optional.of(kept.get(i)));
            }
          }
        }
      };
    }
  }

  private static final class ServesTheDead extends Build {
    @Override
    Weather weather(Chance chance) {
      return super.weather(chance).lineBad().storesBad();
    }

    @Override
    Cloud cloud(Time time) {
      return new Cloud(time) {
        @Override
        boolean servesOldLives() {
          return true;
        }
      };
    }
  }
}
