package uy.pfacturas.cloud.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.cloud.testing.CrashDisk;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.AcuseLote;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.LoteEntregas;

/** Bugs 51 to 57 of protocol §13: the cloud's database is set back. */
final class RestoreBugs {
  private RestoreBugs() {}

  static List<Planted> all() {
    return List.of(
        cloud("51", "no epoch", SameEpoch::new),
        new Planted("52", "epoch not on acknowledgements", new AcknowledgesForToday()),
        cloud("53", "no high-water mark", NoMark::new),
        cloud("54", "gap annulled before all declared", Impatient::new),
        new Planted("55", "declaration without the unused list", new HidesUnused()),
        new Planted("56", "acknowledgements survive", new NeverAgain()),
        cloud("57", "undeclared station served", ServesAll::new));
  }

  private interface CloudMaker {
    Cloud make(Time time);
  }

  private static Planted cloud(String number, String name, CloudMaker maker) {
    return new Planted(
        number,
        name,
        new Build() {
          @Override
          Cloud cloud(Time time) {
            return maker.make(time);
          }
        });
  }

  private static final class SameEpoch extends Cloud {
    SameEpoch(Time time) {
      super(time);
    }

    @Override
    long nextEpoca(long before) {
      return before;
    }
  }

  private static final class NoMark extends Cloud {
    NoMark(Time time) {
      super(time);
    }

    @Override
    void raiseMark(String serie, int nro) {
      // Nothing is kept outside of the backup.
    }
  }

  private static final class Impatient extends Cloud {
    Impatient(Time time) {
      super(time);
    }

    @Override
    boolean isGapOver() {
      return true;
    }
  }

  private static final class ServesAll extends Cloud {
    ServesAll(Time time) {
      super(time);
    }

    @Override
    boolean serves(String estacion) {
      return true;
    }
  }

  /** An acknowledgement of an older life is taken for one of today. */
  private static final class AcknowledgesForToday extends Build {
    @Override
    Weather weather(Chance chance) {
      return super.weather(chance).lineBad().cloudBad();
    }

    @Override
    NubeClient client(Machine machine, NubeClient line) {
      return new Forwarding(line) {
        @Override
        public Answer<AcuseEntrega> entregar(Numero numero, Entrega entrega) {
          Answer<AcuseEntrega> answer = super.entregar(numero, entrega);
          return answer
              .value()
              .<Answer<AcuseEntrega>>map(a -> new Answer.Done<>(today(a)))
              .orElse(answer);
        }

        @Override
        public Answer<AcuseLote> entregar(LoteEntregas lote) {
          Answer<AcuseLote> answer = super.entregar(lote);
          return answer
              .value()
              .<Answer<AcuseLote>>map(
                  all ->
                      new Answer.Done<>(
                          new AcuseLote(
                              machine.world().cloud().epoca(),
                              all.resultados().stream().map(this::today).toList())))
              .orElse(answer);
        }

        private AcuseLote.Resultado today(AcuseLote.Resultado one) {
          return new AcuseLote.Resultado(one.numero(), one.acuse().map(this::today), one.rechazo());
        }

        private AcuseEntrega today(AcuseEntrega a) {
          return new AcuseEntrega(
              machine.world().cloud().epoca(), a.numero(), a.hash(), a.estado(), a.nivel());
        }
      };
    }
  }

  private static final class HidesUnused extends Build {
    @Override
    NubeClient client(Machine machine, NubeClient line) {
      return new Forwarding(line) {
        @Override
        public Answer<Acuse> declarar(Declaracion said) {
          return super.declarar(
              new Declaracion(
                  said.encarnacion(),
                  said.epoca(),
                  said.bloques(),
                  said.enUso(),
                  List.of(),
                  said.sigue()));
        }
      };
    }
  }

  /** The mark that all is to be delivered again is never stored. */
  private static final class NeverAgain extends Build {
    @Override
    CrashDisk disk() {
      return new CrashDisk() {
        @Override
        public void write(Map<Table, Map<String, Optional<byte[]>>> changes) {
          Map<Table, Map<String, Optional<byte[]>>> kept = new HashMap<>(changes);
          kept.computeIfPresent(
              Table.ESTADO,
              (table, state) -> {
                Map<String, Optional<byte[]>> less = new HashMap<>(state);
                less.remove("reentrega");
                return less;
              });
          super.write(kept);
        }
      };
    }
  }
}
