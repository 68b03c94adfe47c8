package uy.pfacturas.core.input;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.FormatoFault;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;
import uy.pfacturas.core.xml.CfeTree;
import uy.pfacturas.core.xml.XmlFault;
import uy.pfacturas.core.xml.XmlTree;

/**
 * DGI's {@code CFE} or {@code CFE_Adenda}, alone or within our {@code Pedido}, as sections. The
 * keys of the section {@code Pedido} are elements of it, and so are {@code Adenda} and {@code
 * Impresion}.
 */
final class XmlRequest {
  private static final List<String> OWN = List.of("Adenda", "Impresion", "Pago");

  private final FaultList faults;

  XmlRequest(FaultList faults) {
    this.faults = faults;
  }

  /** The sections; empty after a fault. */
  Optional<Node> read(String text) {
    return XmlTree.read(text, false, faults).flatMap(this::sections);
  }

  private Optional<Node> sections(Node root) {
    Node sections = Node.group("", root.key());
    switch (root.name()) {
      case "CFE" -> cfe(root, sections);
      case "CFE_Adenda" -> withAdenda(root, sections);
      case "Pedido" -> request(root, sections);
      default -> {
        faults.add(XmlFault.RAIZ, "", root.key(), root.name(), "CFE, CFE_Adenda, Pedido");
        return Optional.empty();
      }
    }
    return Optional.of(sections);
  }

  private void request(Node root, Node sections) {
    Node own = Node.group("Pedido", root.key());
    sections.add(own);
    boolean seen = false;
    for (Node child : root.children()) {
      boolean document = child.name().equals("CFE") || child.name().equals("CFE_Adenda");
      if (document && seen) {
        faults.add(FormatoFault.CLAVE_REPETIDA, child.name(), child.key(), child.name());
      } else if (child.name().equals("CFE")) {
        cfe(child, sections);
      } else if (document) {
        withAdenda(child, sections);
      } else if (OWN.contains(child.name())) {
        sections.add(child.name().equals("Adenda") ? adenda(child) : child);
      } else {
        own.add(child);
      }
      seen |= document;
    }
  }

  private void withAdenda(Node root, Node sections) {
    List<Node> documents = root.children().stream().filter(n -> n.name().equals("CFE")).toList();
    if (documents.size() == 1) {
      cfe(documents.get(0), sections);
    } else {
      faults.add(XmlFault.SIN_DOCUMENTO, "", root.key());
    }
    root.children().stream()
        .filter(n -> n.name().equals("Adenda"))
        .forEach(a -> sections.add(adenda(a)));
  }

  private void cfe(Node cfe, Node sections) {
    new CfeTree(Formato.vigente(), faults)
        .sections(cfe)
        .ifPresent(s -> s.children().forEach(sections::add));
  }

  /** An adenda may be elements of any kind: their texts, one a line. */
  private static Node adenda(Node node) {
    String text = texts(node).map(String::strip).collect(Collectors.joining("\n"));
    return Node.leaf("Adenda", node.key(), node.value(), text);
  }

  private static Stream<String> texts(Node node) {
    return Stream.concat(
        Stream.of(node.text()).filter(t -> !t.isBlank()),
        node.children().stream().flatMap(XmlRequest::texts));
  }
}
