package uy.pfacturas.cloud.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoNumero;

/** Bugs 19 to 30 of protocol §13: the cloud. */
final class CloudBugs {
  private CloudBugs() {}

  static List<Planted> all() {
    return List.of(
        cloud("19", "own signature wins over the delivered one", OwnWins::new),
        cloud("20", "claim checked and inserted without lock", Unlocked::new),
        new Planted("21", "sends SIN_CONFIRMAR to DGI", new SendsProposals()),
        cloud("22", "timer annuls unconfirmed", TimerAnnuls::new),
        cloud("23", "PUT signs an annulled number", SignsVoid::new),
        cloud("24", "unused accepted from EN_BLOQUE only", AnnulsUnsignedOnly::new),
        cloud("25", "conflicting delivery refused", RefusesConflicts::new),
        cloud("26", "conflict annuls the first", AnnulsFirst::new),
        cloud("27", "delivery annuls another station's number", AnnulsOthers::new),
        cloud("28", "annulled number in a new block", GivesAgain::new),
        new Planted("29", "annulled after the report, never reported", new ReportsOnce()),
        cloud("30", "no claim", NoClaim::new));
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
          Weather weather(Chance chance) {
            return super.weather(chance).lineBad();
          }

          @Override
          Cloud cloud(Time time) {
            return maker.make(time);
          }
        });
  }

  private static final class OwnWins extends Cloud {
    OwnWins(Time time) {
      super(time);
    }

    @Override
    Answer<AcuseEntrega> settle(Held held, Entrega said) {
      if (held.estado() != EstadoNumero.SIN_CONFIRMAR) {
        return super.settle(held, said);
      }
      ledger().put(held.with().estado(EstadoNumero.FIRME).build());
      return new Answer.Done<>(
          new AcuseEntrega(epoca(), held.numero(), said.hash(), EstadoNumero.FIRME, 1));
    }
  }

  /** Of two requests at one moment the second one sees the ledger as it was before the first. */
  private static final class Unlocked extends Cloud {
    private int requests;

    Unlocked(Time time) {
      super(time);
    }

    @Override
    boolean claims() {
      return ++requests % 2 == 0;
    }
  }

  private static final class SendsProposals extends Build {
    @Override
    Courier courier(Cloud cloud, Dgi dgi, Chance chance) {
      return new Courier(cloud, dgi, chance) {
        @Override
        boolean isForDgi(Held held) {
          Held firm = held.with().estado(EstadoNumero.FIRME).build();
          return super.isForDgi(held)
              || (held.estado() == EstadoNumero.SIN_CONFIRMAR && super.isForDgi(firm));
        }
      };
    }
  }

  private static final class TimerAnnuls extends Cloud {
    TimerAnnuls(Time time) {
      super(time);
    }

    @Override
    boolean serves(String estacion) {
      ledger().all().stream()
          .filter(h -> h.estado() == EstadoNumero.SIN_CONFIRMAR)
          .filter(h -> h.dia().filter(day -> day.isBefore(caes().today())).isPresent())
          .forEach(this::annul);
      return super.serves(estacion);
    }
  }

  private static final class SignsVoid extends Cloud {
    SignsVoid(Time time) {
      super(time);
    }

    @Override
    boolean signsVoid() {
      return true;
    }
  }

  private static final class AnnulsUnsignedOnly extends Cloud {
    AnnulsUnsignedOnly(Time time) {
      super(time);
    }

    @Override
    boolean isAnnulled(Held held) {
      return held.estado() == EstadoNumero.EN_BLOQUE;
    }
  }

  private static final class RefusesConflicts extends Cloud {
    RefusesConflicts(Time time) {
      super(time);
    }

    @Override
    Answer<AcuseEntrega> settle(Held held, Entrega said) {
      return ledger().otherFirm(said.id(), held.numero()).isPresent()
          ? refuse(409, "CONFLICTO", held.numero())
          : super.settle(held, said);
    }
  }

  private static final class AnnulsFirst extends Cloud {
    AnnulsFirst(Time time) {
      super(time);
    }

    @Override
    Answer<AcuseEntrega> settle(Held held, Entrega said) {
      ledger().otherFirm(said.id(), held.numero()).ifPresent(this::annul);
      return super.settle(held, said);
    }
  }

  private static final class AnnulsOthers extends Cloud {
    AnnulsOthers(Time time) {
      super(time);
    }

    @Override
    Answer<AcuseEntrega> settle(Held held, Entrega said) {
      ledger().all().stream()
          .filter(h -> h.isOpen() && h.id().equals(said.id()))
          .filter(h -> !h.estacion().equals(held.estacion()))
          .forEach(this::annul);
      return super.settle(held, said);
    }
  }

  private static final class GivesAgain extends Cloud {
    GivesAgain(Time time) {
      super(time);
    }

    @Override
    int first(String serie) {
      return ledger().all().stream()
          .filter(h -> h.isVoid() && Caes.key(h.cae()).equals(serie))
          .map(Held::numero)
          .mapToInt(Numero::nro)
          .findFirst()
          .orElse(super.first(serie));
    }
  }

  private static final class ReportsOnce extends Build {
    @Override
    Courier courier(Cloud cloud, Dgi dgi, Chance chance) {
      return new Courier(cloud, dgi, chance) {
        @Override
        boolean isSent(LocalDate day, Dgi.Reporte report) {
          Optional<Dgi.Reporte> before = dgi.reporte(day);
          return before.isEmpty() || before.get().anulados().equals(report.anulados());
        }
      };
    }
  }

  private static final class NoClaim extends Cloud {
    NoClaim(Time time) {
      super(time);
    }

    @Override
    boolean claims() {
      return false;
    }
  }
}
