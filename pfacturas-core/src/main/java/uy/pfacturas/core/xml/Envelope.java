package uy.pfacturas.core.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.FormatoFault;
import uy.pfacturas.core.formato.Obligatoriedad;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;

/**
 * What DGI's schema says of an element {@code CFE} beyond its fields: version, attributes, place of
 * the signature, and the elements that hold sections when they hold none.
 */
final class Envelope {
  private static final String XSI = "{http://www.w3.org/2001/XMLSchema-instance}";
  private static final List<String> LOCATIONS =
      List.of(XSI + "schemaLocation", XSI + "noNamespaceSchemaLocation");

  private final Formato formato;
  private final FaultList faults;

  Envelope(Formato formato, FaultList faults) {
    this.formato = formato;
    this.faults = faults;
  }

  /** Finds what is wrong with it. */
  void check(Node cfe) {
    if (!"1.0".equals(cfe.attributes().get("version"))) {
      faults.add(XmlFault.VERSION, "", cfe.key());
    }
    attributes(cfe, "version");
    signature(cfe.children());
    cfe.children().stream()
        .filter(n -> !n.name().equals(XmlTree.SIGNATURE))
        .forEach(this::wrappers);
  }

  private void attributes(Node node, String allowed) {
    for (Map.Entry<String, String> attribute : node.attributes().entrySet()) {
      String name = attribute.getKey();
      if (!name.equals(allowed) && !LOCATIONS.contains(name)) {
        faults.add(XmlFault.ATRIBUTO, node.name(), node.key(), node.name(), name);
      }
    }
    node.children().forEach(c -> attributes(c, ""));
  }

  /** One at most, after the document. */
  private void signature(List<Node> children) {
    for (int i = 0; i < children.size(); i++) {
      Node node = children.get(i);
      if (node.name().equals(XmlTree.SIGNATURE) && i == 0) {
        faults.add(FormatoFault.FUERA_DE_ORDEN, node.name(), node.key(), "Signature");
      } else if (node.name().equals(XmlTree.SIGNATURE) && i > 1) {
        faults.add(FormatoFault.CLAVE_REPETIDA, node.name(), node.key(), "Signature");
      }
    }
  }

  /** An empty one is in its place, is one that the family has, and needs nothing in it. */
  private void wrappers(Node family) {
    List<String> order =
        formato.secciones().filas().stream()
            .map(c -> c.envoltura().orElse(c.elemento()))
            .distinct()
            .toList();
    int last = -1;
    int lastEmpty = -1;
    for (Node child : family.children()) {
      boolean empty = formato.envolturas().contains(child.name()) && child.children().isEmpty();
      int place = order.indexOf(child.name());
      // Where sections are out of order the binder says so.
      if (place >= 0 && place < (empty ? last : lastEmpty)) {
        faults.add(FormatoFault.FUERA_DE_ORDEN, child.name(), child.key(), child.name());
      }
      if (empty) {
        empty(family, child);
        lastEmpty = Math.max(lastEmpty, place);
      }
      last = Math.max(last, place);
    }
  }

  private void empty(Node family, Node wrapper) {
    List<Campo> rows =
        formato.secciones().filas().stream()
            .filter(c -> c.envoltura().equals(Optional.of(wrapper.name())))
            .toList();
    List<TipoCfe> types =
        Stream.of(TipoCfe.values())
            .filter(t -> t.familia().elemento().equals(family.name()))
            .toList();
    Campo first = rows.get(0);
    boolean known =
        rows.stream().anyMatch(c -> types.stream().anyMatch(t -> c.en(t) != Obligatoriedad.NO_VA));
    if (!known) {
      add(FormatoFault.NO_VA, first, wrapper, family.name());
    } else if (rows.stream().anyMatch(c -> c.alternativa().isPresent())) {
      add(FormatoFault.FALTA, first, wrapper, "");
    }
  }

  private void add(FormatoFault code, Campo campo, Node wrapper, String more) {
    faults.add(
        Fault.of(code, campo.campo(), wrapper.name(), campo.elemento(), more).at(wrapper.key()));
  }
}
