package uy.pfacturas.core.formato;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Forma.Parte;

/** One check of one record against the table; collects faults while it walks. */
final class TablaCheck {
  private final Optional<TipoCfe> tipo;
  private final Etapa etapa;
  private final List<Fault> faults = new ArrayList<>();

  TablaCheck(Optional<TipoCfe> tipo, Etapa etapa) {
    this.tipo = tipo;
    this.etapa = etapa;
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  void group(Forma forma, Object holder, String path) {
    for (Parte parte : forma.partes()) {
      Campo campo = parte.campo();
      if (etapa.looksAt(origen(campo)) || campo.isPropio()) {
        List<?> values = parte.values(holder);
        if (presence(parte, values.size(), path)) {
          for (int i = 0; i < values.size(); i++) {
            value(parte, values.get(i), path, i);
          }
        }
      }
    }
  }

  /**
   * A text that must be there says something. One that is there if a condition holds must say it
   * until the document is signed; what others signed may say nothing there.
   */
  private boolean saysNothing(Campo campo, Object value) {
    Obligatoriedad must = tipo.map(campo::en).orElse(Obligatoriedad.OPCIONAL);
    boolean needed =
        must == Obligatoriedad.SIEMPRE
            || (must == Obligatoriedad.CONDICIONAL && etapa != Etapa.FIRMADO);
    return needed && value instanceof String text && text.isBlank();
  }

  /** A path is made only where something is wrong: most values are right. */
  private void value(Parte parte, Object value, String path, int index) {
    Campo campo = parte.campo();
    if (parte.forma().isPresent()) {
      group(parte.forma().get(), value, parte.paso(path, index));
      return;
    }
    if (saysNothing(campo, value)) {
      add(FormatoFault.VACIO, campo, parte.paso(path, index), campo.elemento());
    }
    parte
        .check(tipo)
        .check(value, "")
        .ifPresent(fault -> faults.add(fault.on(parte.paso(path, index))));
  }

  /** Judges how often a row is there; false if what is there is not to be looked at. */
  private boolean presence(Parte parte, int count, String path) {
    Campo campo = parte.campo();
    Obligatoriedad must = tipo.map(campo::en).orElse(Obligatoriedad.OPCIONAL);
    if (count == 0) {
      boolean untyped = tipo.isEmpty() && campo.campo().equals("A-C2");
      boolean missing = must == Obligatoriedad.SIEMPRE && etapa.requires(origen(campo));
      if (missing || untyped) {
        add(FormatoFault.FALTA, campo, where(campo, path), campo.elemento());
      }
      return false;
    }
    if (etapa == Etapa.PEDIDO
        && (origen(campo) == Origen.NUMERO || origen(campo) == Origen.FIRMA)) {
      add(FormatoFault.LO_PONE_EL_PROGRAMA, campo, where(campo, path), campo.elemento());
      return false;
    }
    if (must == Obligatoriedad.NO_VA) {
      String type = Integer.toString(tipo.orElseThrow().codigo());
      add(FormatoFault.NO_VA, campo, where(campo, path), campo.elemento(), type);
      return false;
    }
    int limit = tipo.map(campo::veces).orElse(Integer.MAX_VALUE);
    if (count > limit) {
      add(
          FormatoFault.DEMASIADAS_VECES,
          campo,
          where(campo, path),
          Integer.toString(count),
          Integer.toString(limit));
    }
    return true;
  }

  private static String where(Campo campo, String path) {
    return path.isEmpty() ? campo.elemento() : path + "." + campo.elemento();
  }

  private Origen origen(Campo campo) {
    return tipo.map(campo::origen).orElse(campo.origen());
  }

  private void add(FormatoFault code, Campo campo, String path, String... args) {
    faults.add(Fault.of(code, campo.campo(), path, args));
  }
}
