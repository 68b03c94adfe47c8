package uy.pfacturas.core.respuesta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.respuesta.Motivo.Tabla;

/** Gathers what the rules of one answer find, all of it. */
final class Hallazgos {
  private final List<Fault> faults = new ArrayList<>();

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  void add(RespuestaFault code, String campo, String path, Object... args) {
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    faults.add(Fault.of(code, campo, path, texts));
  }

  /** A refusal says why; what was taken has nothing to say. */
  void reasons(Enum<?> estado, boolean taken, List<Rechazo> motivos, String campo, String path) {
    if (!taken && motivos.isEmpty()) {
      add(RespuestaFault.SIN_MOTIVO, campo, path, estado.name());
    } else if (taken && !motivos.isEmpty()) {
      add(RespuestaFault.MOTIVO_DE_MAS, campo, path, estado.name());
    }
  }

  /** Each reason is of the table of what is answered, and one that who answers may give. */
  void known(
      List<Rechazo> motivos, Tabla tabla, Predicate<Motivo> isAllowed, String campo, String path) {
    for (int i = 0; i < motivos.size(); i++) {
      String code = motivos.get(i).motivo();
      String where = path + "[" + (i + 1) + "].Motivo";
      Optional<Motivo> known = motivos.get(i).conocido().filter(m -> m.tabla() == tabla);
      if (known.isEmpty()) {
        add(RespuestaFault.MOTIVO_DESCONOCIDO, campo, where, code);
      } else if (!isAllowed.test(known.get())) {
        add(RespuestaFault.MOTIVO_DE_OTRO, campo, where, code);
      }
    }
  }
}
