package uy.pfacturas.cloud.world;

import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.SinUso;

/** Of bugs 6 to 18 of protocol §13 those of what a station does next. */
final class TillBugs {
  private TillBugs() {}

  static List<Planted> all() {
    return List.of(
        till("6", "local signature after FIRMADO", SignsAgain::new),
        till("8", "contingency takes another number", TakesAnother::new),
        till("13", "withdrawal from FIRMADO", WithdrawsSigned::new),
        till("15a", "replay takes a number from a live record", Replays::new),
        till("15b", "the same, the old one stated unused", StatesAndReplays::new),
        till("16", "purges finished ids", Purges::new),
        till("17", "e-Factura printed before level 2, not in the journal", PrintsSilently::new),
        till("18", "waits for a level without end", WaitsForEver::new));
  }

  private interface TillMaker {
    Till make(Machine machine, Parts parts);
  }

  private static Planted till(String number, String name, TillMaker maker) {
    return new Planted(
        number,
        name,
        new Build() {
          @Override
          Till till(Machine machine, Parts parts) {
            return maker.make(machine, parts);
          }
        });
  }

  private static final class SignsAgain extends Till {
    SignsAgain(Machine machine, Parts parts) {
      super(machine, parts);
    }

    @Override
    void finish(Sale sale, Documento doc) {
      if (doc.situacion() == Situacion.FIRMADO && parts.contingencia().isOpen()) {
        Tampering.move(machine.disk(), doc.id(), "ENVIANDO");
        signHere(sale, parts.station().find(doc.id()).orElseThrow());
      } else {
        super.finish(sale, doc);
      }
    }
  }

  private static final class TakesAnother extends Till {
    TakesAnother(Machine machine, Parts parts) {
      super(machine, parts);
    }

    @Override
    void signHere(Sale sale, Documento doc) {
      Tampering.move(machine.disk(), doc.id(), "RECHAZADO");
      number(sale);
      parts
          .station()
          .find(doc.id())
          .filter(next -> next.situacion() == Situacion.ENVIANDO)
          .ifPresent(next -> super.signHere(sale, next));
    }
  }

  private static final class WithdrawsSigned extends Till {
    WithdrawsSigned(Machine machine, Parts parts) {
      super(machine, parts);
    }

    @Override
    void withdraw(Sale sale) {
      if (Tampering.situacion(machine.disk(), sale.id()).equals("FIRMADO")) {
        Tampering.move(machine.disk(), sale.id(), "ENVIANDO");
      }
      super.withdraw(sale);
    }
  }

  private static class Replays extends Till {
    Replays(Machine machine, Parts parts) {
      super(machine, parts);
    }

    @Override
    void turn(Sale sale) {
      String now = Tampering.situacion(machine.disk(), sale.id());
      if (List.of("ENVIANDO", "FIRMADO").contains(now)
          && machine.world().weather().hang() > 0
          && machine.world().chance().percent(10)) {
        Documento old = parts.station().find(sale.id()).orElseThrow();
        Tampering.move(machine.disk(), sale.id(), "RECHAZADO");
        number(sale);
        replaced(old.numero().orElseThrow());
      } else {
        super.turn(sale);
      }
    }

    void replaced(Numero old) {
      // Nobody is told of the old number.
    }
  }

  private static final class StatesAndReplays extends Replays {
    StatesAndReplays(Machine machine, Parts parts) {
      super(machine, parts);
    }

    @Override
    void replaced(Numero old) {
      Rango rango = new Rango(old.tipo(), old.serie(), old.nro(), old.nro());
      var unused = machine.line().sinUso(new SinUso(List.of(rango)));
    }
  }

  private static final class Purges extends Till {
    Purges(Machine machine, Parts parts) {
      super(machine, parts);
    }

    @Override
    void finish(Sale sale, Documento doc) {
      if (doc.isOpen()) {
        super.finish(sale, doc);
      } else {
        parts.station().terminar(List.of(doc.id()));
        Tampering.write(machine.disk(), Table.DOCUMENTOS, doc.id(), Optional.empty());
      }
    }
  }

  private static final class PrintsSilently extends Till {
    PrintsSilently(Machine machine, Parts parts) {
      super(machine, parts);
    }

    @Override
    void printBeforeDgi(Documento doc) {
      print(doc);
    }
  }

  private static final class WaitsForEver extends Till {
    WaitsForEver(Machine machine, Parts parts) {
      super(machine, parts);
    }

    @Override
    boolean isTooLate(Documento doc) {
      return false;
    }
  }
}
