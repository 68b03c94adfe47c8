package uy.pfacturas.cloud.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.AcuseLote;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.LoteEntregas;

/** Bugs 37 to 41 of protocol §13: a person takes an id over. */
final class TakeoverBugs {
  private static final Pattern MARK = Pattern.compile(",\"toma\":\\d+");

  private TakeoverBugs() {}

  static List<Planted> all() {
    return List.of(
        new Planted("37", "printed before its delivery is acknowledged", till(PrintsAtOnce::new)),
        new Planted("38", "signed locally", till(SignsHere::new)),
        new Planted("39", "delivered without espera at first", awaiting(false)),
        new Planted("40", "with espera after a new epoch", awaiting(true)),
        new Planted("41", "mark not copied", new CopiesNoMark()));
  }

  private static class Takeovers extends Build {
    @Override
    Weather weather(Chance chance) {
      return super.weather(chance).takenOver();
    }
  }

  private interface TillMaker {
    Till make(Machine machine, Parts parts);
  }

  private static Build till(TillMaker maker) {
    return new Takeovers() {
      @Override
      Till till(Machine machine, Parts parts) {
        return maker.make(machine, parts);
      }
    };
  }

  private static final class PrintsAtOnce extends Till {
    PrintsAtOnce(Machine machine, Parts parts) {
      super(machine, parts);
    }

    @Override
    boolean isReleased(Documento doc) {
      return true;
    }
  }

  /** In contingencia as any other: without its mark the station signs it. */
  private static final class SignsHere extends Till {
    SignsHere(Machine machine, Parts parts) {
      super(machine, parts);
    }

    @Override
    void signHere(Sale sale, Documento doc) {
      String text = Tampering.text(machine.disk(), Table.DOCUMENTOS, doc.id());
      Tampering.write(
          machine.disk(),
          Table.DOCUMENTOS,
          doc.id(),
          Optional.of(MARK.matcher(text).replaceFirst("")));
      super.signHere(sale, parts.station().find(doc.id()).orElseThrow());
    }
  }

  /** What was taken over waits for the other station's word always, or never. */
  private static Build awaiting(boolean espera) {
    return new Takeovers() {
      @Override
      NubeClient client(Machine machine, NubeClient line) {
        return new Forwarding(line) {
          @Override
          public Answer<AcuseEntrega> entregar(Numero numero, Entrega said) {
            return super.entregar(numero, changed(said));
          }

          @Override
          public Answer<AcuseLote> entregar(LoteEntregas lote) {
            return super.entregar(
                new LoteEntregas(
                    lote.entregas().stream()
                        .map(e -> new LoteEntregas.Envio(e.numero(), changed(e.entrega())))
                        .toList()));
          }

          private Entrega changed(Entrega said) {
            String record = Tampering.text(machine.disk(), Table.DOCUMENTOS, said.id());
            boolean taken = MARK.matcher(record).find();
            return new Entrega(
                said.estacion(),
                said.id(),
                said.huella(),
                said.hash(),
                said.xml(),
                said.adenda(),
                espera && taken,
                said.esperarDgi());
          }
        };
      }
    };
  }

  private static final class CopiesNoMark extends Takeovers {
    @Override
    Weather weather(Chance chance) {
      return super.weather(chance).storesBad();
    }

    @Override
    Copy copy(Runnable moment) {
      return new Copy(moment) {
        @Override
        void keep(byte[] entry) {
          String text = new String(entry, StandardCharsets.UTF_8);
          super.keep(
              MARK.matcher(text).find()
                  ? MARK.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8)
                  : entry);
        }
      };
    }
  }
}
