package uy.pfacturas.core.formato;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;

/**
 * The table of a message of DGI's that is no CFE: sobre, reporte, respuesta. Its rows are read,
 * written and checked as those of the format; a component that is neither {@code Optional} nor a
 * list is always there. Immutable, thread-safe.
 */
public final class TablaMensaje {
  private final Campo.Hijos filas;

  private TablaMensaje(Campo.Hijos filas) {
    this.filas = filas;
  }

  /**
   * Reads a table.
   *
   * @param room class beside which it lies
   * @param resource name of the file
   * @throws IllegalStateException if the table is not there or broken
   */
  public static TablaMensaje read(Class<?> room, String resource) {
    return read(room, resource, Map.of());
  }

  /**
   * Reads a table in which some cells stand for others.
   *
   * @param nombres what they stand for, by what is written
   */
  public static TablaMensaje read(Class<?> room, String resource, Map<String, String> nombres) {
    return new TablaMensaje(TablaReader.mensaje(room, resource, nombres));
  }

  /** The rows at the top. */
  public Campo.Hijos filas() {
    return filas;
  }

  /**
   * How a record holds the table.
   *
   * @throws IllegalStateException if a component has no row
   */
  public Forma forma(Class<? extends Record> type) {
    return Forma.of(type, filas);
  }

  /**
   * What a table that asks the same of every type of document finds wrong with a record; all of it,
   * each field by itself.
   *
   * @param path where the record stands in its message; empty for the whole
   */
  public static List<Fault> check(Forma forma, Object record, String path) {
    return check(forma, record, path, TipoCfe.E_TICKET);
  }

  /** The same where a table asks other things of each type of document. */
  public static List<Fault> check(Forma forma, Object record, String path, TipoCfe tipo) {
    TablaCheck check = new TablaCheck(Optional.of(tipo), Etapa.FIRMADO);
    check.group(forma, record, path);
    return check.faults();
  }
}
