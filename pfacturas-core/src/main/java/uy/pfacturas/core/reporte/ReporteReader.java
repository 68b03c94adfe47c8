package uy.pfacturas.core.reporte;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.FormatoFault;
import uy.pfacturas.core.tree.Binder;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;

/** Makes a report of its tree: one type after the other, in DGI's order. For one report. */
final class ReporteReader {
  private final Forma caratula;
  private final Function<Familia, Forma> formas;
  private final Binder binder;
  private final FaultList faults;

  ReporteReader(Forma caratula, Function<Familia, Forma> formas, Binder binder, FaultList faults) {
    this.caratula = caratula;
    this.formas = formas;
    this.binder = binder;
    this.faults = faults;
  }

  /** The report; empty, after a fault, if it has no cover. */
  Optional<Reporte> read(Node root) {
    List<Node> parts = root.children();
    boolean covered = !parts.isEmpty() && parts.get(0).name().equals(ReporteXml.CARATULA);
    if (!covered) {
      String name = ReporteXml.CARATULA;
      faults.add(Fault.of(FormatoFault.FALTA, "Reporte A", name, name).at(root.key()));
      return Optional.empty();
    }
    binder.places().put(ReporteXml.CARATULA, parts.get(0).key());
    List<Resumen> resumenes = resumenes(parts.subList(1, parts.size()));
    return binder
        .complete(caratula, parts.get(0), ReporteXml.CARATULA)
        .map(c -> new Reporte((Reporte.Caratula) c, resumenes));
  }

  private List<Resumen> resumenes(List<Node> parts) {
    List<Resumen> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int last = -1;
    for (Node part : parts) {
      Optional<TipoCfe> tipo = Resumenes.find(part.name());
      if (tipo.isEmpty()) {
        Binder.unknown(part.name(), List.of(), part.name(), part.key(), faults);
      } else if (Resumenes.lugar(tipo.get()) <= last) {
        boolean twice = seen.contains(part.name());
        FormatoFault code = twice ? FormatoFault.CLAVE_REPETIDA : FormatoFault.FUERA_DE_ORDEN;
        faults.add(code, part.name(), part.key(), part.name());
      } else {
        last = Resumenes.lugar(tipo.get());
        seen.add(part.name());
        binder.places().put(part.name(), part.key());
        resumen(tipo.get(), part).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Resumen> resumen(TipoCfe tipo, Node node) {
    List<Node> parts = node.children();
    boolean fits =
        parts.size() == 2
            && parts.get(0).name().equals(ReporteXml.TIPO)
            && parts.get(1).name().equals(ReporteXml.DATOS)
            && parts.get(1).text().isBlank();
    if (!fits) {
      faults.add(ReporteFault.RESUMEN, node.name(), node.key(), node.name());
      return Optional.empty();
    }
    if (!parts.get(0).text().strip().equals(Integer.toString(tipo.codigo()))) {
      faults.add(
          ReporteFault.TIPO_DE_OTRO,
          node.name() + "." + ReporteXml.TIPO,
          parts.get(0).value(),
          parts.get(0).text(),
          node.name());
    }
    Forma forma = formas.apply(tipo.familia());
    return binder
        .complete(forma, flat(forma, parts.get(1), node.name()), node.name())
        .map(datos -> new Resumen(tipo, (Resumen.Datos) datos));
  }

  /** The rows without the elements that hold nothing but rows. */
  private Node flat(Forma forma, Node datos, String path) {
    Node flat = Node.group(datos.name(), datos.key());
    Set<String> seen = new HashSet<>();
    for (Node child : datos.children()) {
      Set<String> rows = rows(forma, Optional.of(child.name()));
      if (rows.isEmpty()) {
        direct(forma, child, path, flat);
      } else if (!child.text().isBlank()) {
        faults.add(FormatoFault.NO_ES_GRUPO, path, child.key(), child.name());
      } else if (!seen.add(child.name())) {
        faults.add(FormatoFault.CLAVE_REPETIDA, path, child.key(), child.name());
      } else {
        for (Node row : child.children()) {
          if (rows.contains(row.name())) {
            flat.add(row);
          } else {
            Binder.unknown(row.name(), rows, path + "." + row.name(), row.key(), faults);
          }
        }
      }
    }
    return flat;
  }

  private void direct(Forma forma, Node child, String path, Node flat) {
    Set<String> rows = rows(forma, Optional.empty());
    if (rows.contains(child.name())) {
      flat.add(child);
    } else {
      Binder.unknown(child.name(), rows, path + "." + child.name(), child.key(), faults);
    }
  }

  private static Set<String> rows(Forma forma, Optional<String> around) {
    return forma.hijos().filas().stream()
        .filter(c -> c.envoltura().equals(around))
        .map(Campo::elemento)
        .collect(Collectors.toSet());
  }
}
