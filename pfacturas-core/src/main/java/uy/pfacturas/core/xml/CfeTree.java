package uy.pfacturas.core.xml;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.FormatoFault;
import uy.pfacturas.core.tree.Binder;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;

/**
 * The sections of a document in DGI's XML: the same tree that text and JSON have, without the
 * elements that hold nothing but sections.
 */
public final class CfeTree {
  private static final Set<String> FAMILIAS =
      Arrays.stream(Familia.values())
          .map(Familia::elemento)
          .collect(Collectors.toUnmodifiableSet());

  private final Formato formato;
  private final FaultList faults;

  /** For one document; what is wrong goes to this list. */
  public CfeTree(Formato formato, FaultList faults) {
    this.formato = formato;
    this.faults = faults;
  }

  /** The sections of an element {@code CFE}, in the order of the file; empty after a fault. */
  public Optional<Node> sections(Node cfe) {
    List<Node> families =
        cfe.children().stream().filter(n -> !n.name().equals(XmlTree.SIGNATURE)).toList();
    if (families.size() != 1 || !FAMILIAS.contains(families.get(0).name())) {
      faults.add(XmlFault.SIN_DOCUMENTO, "", cfe.key());
      return Optional.empty();
    }
    Node family = families.get(0);
    Node sections = Node.group("", family.key());
    Set<String> seen = new HashSet<>();
    silent(cfe);
    silent(family);
    for (Node child : family.children()) {
      if (formato.envolturas().contains(child.name())) {
        silent(child);
        if (!seen.add(child.name())) {
          faults.add(FormatoFault.CLAVE_REPETIDA, child.name(), child.key(), child.name());
        }
        child.children().forEach(c -> unwrap(child, c, sections));
      } else {
        unwrap(Optional.empty(), child, sections);
      }
    }
    family(family, sections);
    return Optional.of(sections);
  }

  /** An element of elements has no text of its own. */
  private void silent(Node node) {
    if (!node.text().isBlank()) {
      faults.add(FormatoFault.NO_ES_GRUPO, node.name(), node.key(), node.name());
    }
  }

  private void unwrap(Node wrapper, Node child, Node sections) {
    unwrap(Optional.of(wrapper.name()), child, sections);
  }

  private void unwrap(Optional<String> wrapper, Node child, Node sections) {
    List<String> here = rows(wrapper).stream().map(Campo::elemento).toList();
    if (here.contains(child.name())) {
      sections.add(child);
    } else {
      String path = wrapper.map(w -> w + "." + child.name()).orElse(child.name());
      Binder.unknown(child.name(), here, path, child.key(), faults);
    }
  }

  private List<Campo> rows(Optional<String> wrapper) {
    return formato.secciones().filas().stream().filter(c -> c.envoltura().equals(wrapper)).toList();
  }

  private void family(Node family, Node sections) {
    sections.children().stream()
        .filter(n -> n.name().equals("IdDoc"))
        .flatMap(n -> n.children().stream())
        .filter(n -> n.name().equals("TipoCFE") && n.text().strip().matches("[0-9]{1,4}"))
        .findFirst()
        .flatMap(n -> TipoCfe.find(Integer.parseInt(n.text().strip())))
        .filter(t -> !t.familia().elemento().equals(family.name()))
        .ifPresent(
            t ->
                faults.add(
                    XmlFault.FAMILIA,
                    "IdDoc.TipoCFE",
                    family.key(),
                    family.name(),
                    Integer.toString(t.codigo())));
  }
}
