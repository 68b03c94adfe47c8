package uy.pfacturas.cloud.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.cloud.testing.CrashDisk;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudFirma;

/** Bugs 1 to 18 of protocol §13: decisions and their order. */
final class StationBugs {
  private StationBugs() {}

  static List<Planted> all() {
    return List.of(
        new Planted("1", "delivers before storing", answered(StationBugs::deliver)),
        new Planted("2", "prints before storing", answered(StationBugs::print)),
        disk("3", "next block number not in the commit of ENVIANDO", Table.ESTADO, "bloques/", ""),
        new Planted(
            "4",
            "late answer replaces the local document",
            answered(
                (told, asked, line) -> reopen(told, "FIRMADO_CONTINGENCIA", Answer.Done.class))),
        new Planted("5", "late answer is delivered", answered(StationBugs::deliverLate)),
        till("6", "local signature after FIRMADO", SignsAgain::new),
        disk("7", "PUT before ENVIANDO is stored", Table.DOCUMENTOS, "", "\"ENVIANDO\""),
        till("8", "contingency takes another number", TakesAnother::new),
        new Planted(
            "9",
            "refusal taken after the local signature",
            answered(
                (told, asked, line) -> reopen(told, "FIRMADO_CONTINGENCIA", Answer.Refused.class))),
        new Planted("10", "answer matched by id only", new MatchesById()),
        new Planted("11", "unused not stated", new StatesNothing()),
        disk(
            "12",
            "unused stated before it is stored",
            Table.DOCUMENTOS,
            "",
            "\"(RETIRADO|RECHAZADO)\""),
        till("13", "withdrawal from FIRMADO", WithdrawsSigned::new),
        new Planted("14", "unused number back to stock", new Restocks()),
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

  private static Planted disk(String number, String name, Table table, String key, String what) {
    return new Planted(
        number,
        name,
        new Build() {
          @Override
          CrashDisk disk() {
            return Tampering.forgetful(table, key, what);
          }
        });
  }

  /** What is known when the cloud answers a question. */
  private record Told(Machine machine, String id, Answer<DocumentoFirmado> answer) {}

  private interface OnAnswer {
    void answered(Told told, SolicitudFirma asked, NubeClient line);
  }

  private static Build answered(OnAnswer act) {
    return new Build() {
      @Override
      NubeClient client(Machine machine, NubeClient line) {
        return new Forwarding(line) {
          @Override
          public Answer<DocumentoFirmado> firmar(String id, SolicitudFirma asked) {
            Answer<DocumentoFirmado> answer = super.firmar(id, asked);
            act.answered(new Told(machine, id, answer), asked, line);
            return answer;
          }
        };
      }
    };
  }

  private static void deliver(Told told, SolicitudFirma asked, NubeClient line) {
    told.answer()
        .value()
        .filter(signed -> signed.numero().equals(asked.numero()) && signed.xml().isPresent())
        .ifPresent(
            signed -> {
              var unused =
                  line.entregar(
                      signed.numero(),
                      new Entrega(
                          asked.estacion(),
                          signed.id(),
                          asked.huella(),
                          signed.hash(),
                          signed.xml().orElseThrow(),
                          Optional.empty(),
                          false,
                          false));
            });
  }

  private static void deliverLate(Told told, SolicitudFirma asked, NubeClient line) {
    if (Tampering.situacion(told.machine().disk(), told.id()).equals("FIRMADO_CONTINGENCIA")) {
      deliver(told, asked, line);
    }
  }

  private static void print(Told told, SolicitudFirma asked, NubeClient line) {
    told.answer()
        .value()
        .filter(signed -> signed.numero().equals(asked.numero()))
        .ifPresent(
            signed -> {
              told.machine()
                  .world()
                  .judge()
                  .printed(told.machine(), told.id(), signed.numero(), signed.hash());
              told.machine().moment();
            });
  }

  private static void reopen(Told told, String from, Class<?> answer) {
    CrashDisk disk = told.machine().disk();
    if (answer.isInstance(told.answer()) && Tampering.situacion(disk, told.id()).equals(from)) {
      Tampering.move(disk, told.id(), "ENVIANDO");
    }
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

  /** An old refusal of an id is taken for the number that is asked for now. */
  private static final class MatchesById extends Build {
    @Override
    NubeClient client(Machine machine, NubeClient line) {
      Map<String, Rechazo> refusals = new HashMap<>();
      return new Forwarding(line) {
        @Override
        public Answer<DocumentoFirmado> firmar(String id, SolicitudFirma asked) {
          Answer<DocumentoFirmado> answer = super.firmar(id, asked);
          Rechazo old = refusals.remove(id);
          if (answer instanceof Answer.Refused<DocumentoFirmado> no) {
            refusals.put(id, no.rechazo());
          }
          return old == null ? answer : new Answer.Refused<>(422, renamed(old, asked.numero()));
        }
      };
    }

    private static Rechazo renamed(Rechazo old, Numero numero) {
      return new Rechazo(
          old.epoca(),
          old.codigo(),
          old.mensaje(),
          old.queHacer(),
          Optional.of(numero),
          old.faltas(),
          old.documento());
    }
  }

  private static final class StatesNothing extends Build {
    @Override
    NubeClient client(Machine machine, NubeClient line) {
      return new Forwarding(line) {
        @Override
        public Answer<Acuse> sinUso(SinUso sinUso) {
          return new Answer.Done<>(new Acuse(machine.world().cloud().epoca()));
        }
      };
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
