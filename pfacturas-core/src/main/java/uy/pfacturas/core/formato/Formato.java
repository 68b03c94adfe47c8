package uy.pfacturas.core.formato;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;

/**
 * DGI's format as one table: every field with its number, element, type, length and obligatoriness
 * per type of document. The only knowledge of the format: readers, XML, checks and the manual of
 * the ERP's author are made from it. Immutable, thread-safe.
 *
 * @see "Formato de los CFE v25-1, §2.2; esquemas XML de DGI 1.44.2"
 */
public final class Formato {
  private static final Formato VIGENTE = new Formato(TablaReader.read());

  private final Campo.Hijos secciones;
  private final Forma cfe;
  private final Set<String> envolturas;

  private Formato(Campo.Hijos secciones) {
    this.secciones = secciones;
    this.cfe = Forma.of(Cfe.class, secciones);
    this.envolturas =
        secciones.filas().stream()
            .flatMap(c -> c.envoltura().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The format in force, v25-1. */
  public static Formato vigente() {
    return VIGENTE;
  }

  /**
   * The top of the table: the sections of a file, and the rows that stand outside of any, in DGI's
   * order.
   */
  public Campo.Hijos secciones() {
    return secciones;
  }

  /** How the records of the document hold the table. */
  public Forma cfe() {
    return cfe;
  }

  /** Elements of the XML that only hold sections. */
  public Set<String> envolturas() {
    return envolturas;
  }

  /**
   * How a record of our own holds one of our own sections.
   *
   * @throws java.util.NoSuchElementException if there is no such section
   */
  public Forma seccion(String nombre, Class<? extends Record> type) {
    return Forma.of(type, secciones.find(nombre).orElseThrow().hijos());
  }

  /** The row with this number of DGI's, such as {@code A-C60}; empty if the table has none. */
  public Optional<Campo> find(String campo) {
    return todos(secciones).filter(c -> !c.isGrupo() && c.campo().equals(campo)).findFirst();
  }

  private static Stream<Campo> todos(Campo.Hijos hijos) {
    return hijos.filas().stream().flatMap(c -> Stream.concat(Stream.of(c), todos(c.hijos())));
  }

  /**
   * What the table finds wrong with a document, each field by itself: missing, out of place for its
   * type, too long, too many digits, out of range, not in the list of codes, repeated too often.
   * All of it, in the order of the format; empty if nothing. Rules that look at more than one field
   * are not of the table.
   *
   * @param etapa how far the document has come
   */
  public List<Fault> check(Cfe document, Etapa etapa) {
    Optional<TipoCfe> tipo = document.idDoc().tipoCFE();
    TablaCheck check = new TablaCheck(tipo, etapa);
    check.group(cfe, document, "");
    return check.faults();
  }

  /** What the table finds wrong with a section of our own; all of it, empty if nothing. */
  public List<Fault> check(Forma forma, Object seccion, String path) {
    TablaCheck check = new TablaCheck(Optional.empty(), Etapa.PEDIDO);
    check.group(forma, seccion, path);
    return check.faults();
  }
}
