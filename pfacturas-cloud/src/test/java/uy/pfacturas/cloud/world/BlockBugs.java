package uy.pfacturas.cloud.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.cloud.testing.CrashDisk;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.SolicitudBloque;

/**
 * Bugs 31 to 36 of protocol §13: blocks of numbers. Not 35 (request not copied first): the name of
 * a request carries the life that put it, so that nothing is lost with a request that nobody knows.
 */
final class BlockBugs {
  private BlockBugs() {}

  static List<Planted> all() {
    return List.of(
        new Planted("31", "new block per repeated request", cloud(AlwaysNew::new)),
        new Planted("32", "expires by the cloud's clock", cloud(Expires::new)),
        new Planted("33", "rest stated unused before CERRADO", new ForgetsClosing()),
        new Planted("34", "late answer reopens it", new Reopens()),
        new Planted("36", "request without epoch", cloud(AnyEpoch::new)));
  }

  private interface CloudMaker {
    Cloud make(Time time);
  }

  private static Build cloud(CloudMaker maker) {
    return new Build() {
      @Override
      Cloud cloud(Time time) {
        return maker.make(time);
      }
    };
  }

  private static final class AlwaysNew extends Cloud {
    private int requests;

    AlwaysNew(Time time) {
      super(time);
    }

    @Override
    String requestKey(String estacion, String vida, TipoCfe tipo, String solicitud) {
      return super.requestKey(estacion, vida, tipo, solicitud) + "/" + ++requests;
    }
  }

  private static final class Expires extends Cloud {
    Expires(Time time) {
      super(time);
    }

    @Override
    boolean serves(String estacion) {
      ledger().all().stream()
          .filter(h -> h.isOpen() && h.cae().vence().isBefore(caes().today()))
          .forEach(this::annul);
      return super.serves(estacion);
    }
  }

  private static final class AnyEpoch extends Cloud {
    AnyEpoch(Time time) {
      super(time);
    }

    @Override
    boolean isToday(SolicitudBloque asked) {
      return true;
    }

    @Override
    boolean serves(String estacion) {
      return true;
    }
  }

  /** The commit that closes a block is lost with the power; what it said unused is stated. */
  private static final class ForgetsClosing extends Build {
    @Override
    CrashDisk disk() {
      return new CrashDisk() {
        private final Map<String, Optional<byte[]>> before = new HashMap<>();

        @Override
        public void write(Map<Table, Map<String, Optional<byte[]>>> changes) {
          Map<String, Optional<byte[]>> state = changes.getOrDefault(Table.ESTADO, Map.of());
          if (state.containsKey("sin-uso") && state.keySet().stream().anyMatch(this::isStock)) {
            state.keySet().forEach(key -> before.put(key, find(Table.ESTADO, key)));
          }
          super.write(changes);
        }

        private boolean isStock(String key) {
          return key.startsWith("bloques/");
        }

        @Override
        public void crash() {
          super.crash();
          if (!before.isEmpty()) {
            Map<Table, Map<String, byte[]>> image = image();
            Map<String, byte[]> state = new HashMap<>(image.getOrDefault(Table.ESTADO, Map.of()));
            before.forEach(
                (key, old) -> old.ifPresentOrElse(v -> state.put(key, v), () -> state.remove(key)));
            image.put(Table.ESTADO, state);
            become(image);
            before.clear();
          }
        }
      };
    }
  }

  /** An old block is taken for the one that is asked for now. */
  private static final class Reopens extends Build {
    @Override
    NubeClient client(Machine machine, NubeClient line) {
      List<Bloque> old = new ArrayList<>();
      return new Forwarding(line) {
        @Override
        public Answer<Bloque> bloque(TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
          Answer<Bloque> answer = super.bloque(tipo, solicitud, pedido);
          answer.value().ifPresent(old::add);
          List<Bloque> same = old.stream().filter(b -> b.rango().tipo() == tipo).toList();
          if (same.isEmpty() || machine.world().chance().percent(50)) {
            return answer;
          }
          Bloque late = same.get(0);
          return new Answer.Done<>(
              new Bloque(machine.world().cloud().epoca(), solicitud, late.rango(), late.cae()));
        }
      };
    }
  }
}
