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
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudFirma;

/** Of bugs 1 to 14 of protocol §13 those of what is stored and what is answered. */
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
        disk("7", "PUT before ENVIANDO is stored", Table.DOCUMENTOS, "", "\"ENVIANDO\""),
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
        new Planted("14", "unused number back to stock", new Restocks()));
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
      Weather weather(Chance chance) {
        return super.weather(chance).lineBad();
      }

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
}
