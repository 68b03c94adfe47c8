package uy.pfacturas.core.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import uy.pfacturas.core.cfe.Familia;

/** The elements of each family, in order, as DGI's schema says them; read from its files. */
public final class XsdFamilies {
  private static final Set<String> GROUPS = Set.of("sequence", "complexType", "choice");

  private final Map<String, Element> types = new HashMap<>();
  private final Map<String, Element> families = new HashMap<>();

  private XsdFamilies() {}

  /** Reads the schemas of a folder. */
  public static XsdFamilies read(Path folder) throws IOException {
    XsdFamilies all = new XsdFamilies();
    for (String name : List.of("CFEType.xsd", "DGITypes.xsd")) {
      for (Element e : children(document(folder.resolve(name)).getDocumentElement())) {
        if (e.hasAttribute("name")) {
          all.types.put(e.getAttribute("name"), e);
        }
      }
    }
    Element document = Optional.ofNullable(all.types.get("CFEDefType")).orElseThrow();
    all.below(document, false).forEach(c -> all.families.put(name(c.element()), c.element()));
    return all;
  }

  /** What a document of this family may hold, elements that only hold groups included. */
  public List<XsdElement> elements(Familia familia) {
    List<XsdElement> found = new ArrayList<>();
    walk(Optional.ofNullable(families.get(familia.elemento())).orElseThrow(), "", found);
    return found;
  }

  private void walk(Element parent, String path, List<XsdElement> found) {
    Optional<Element> type = complex(parent);
    for (Child child : type.map(t -> below(t, false)).orElse(List.of())) {
      Element e = child.element();
      Map<String, List<String>> facets = new LinkedHashMap<>();
      Optional.of(e.getAttribute("fixed"))
          .filter(f -> !f.isEmpty())
          .ifPresent(f -> facets.put("enumeration", List.of(f)));
      String base = e.hasAttribute("ref") ? "any" : complex(e).isPresent() ? "" : base(e, facets);
      int min = child.isAlternativa() ? 0 : occurs(e, "minOccurs");
      found.add(
          new XsdElement(
              path + name(e), min, occurs(e, "maxOccurs"), child.isAlternativa(), base, facets));
      walk(e, path + name(e) + "/", found);
    }
  }

  /** An element below another, and whether it stands in a choice. */
  private record Child(Element element, boolean isAlternativa) {}

  private List<Child> below(Element group, boolean choice) {
    List<Child> found = new ArrayList<>();
    for (Element e : children(group)) {
      if (e.getLocalName().equals("element")) {
        found.add(new Child(e, choice));
      } else if (GROUPS.contains(e.getLocalName())) {
        found.addAll(below(e, choice || e.getLocalName().equals("choice")));
      }
    }
    return found;
  }

  private static String name(Element e) {
    return e.hasAttribute("name") ? e.getAttribute("name") : e.getAttribute("ref");
  }

  private static int occurs(Element e, String attribute) {
    String value = e.getAttribute(attribute);
    return value.isEmpty() ? 1 : Integer.parseInt(value);
  }

  private Optional<Element> complex(Element element) {
    return Optional.ofNullable(types.get(local(element.getAttribute("type"))))
        .filter(t -> t.getLocalName().equals("complexType"))
        .or(() -> child(element, "complexType"));
  }

  /** The built-in type at the bottom; collects the facets nearest to the element. */
  private String base(Element element, Map<String, List<String>> facets) {
    String declared = local(element.getAttribute("type"));
    Optional<Element> simple =
        child(element, "simpleType").or(() -> Optional.ofNullable(types.get(declared)));
    String type = declared;
    while (simple.isPresent()) {
      Element restriction = child(simple.get(), "restriction").orElseThrow();
      Map<String, List<String>> own = new LinkedHashMap<>();
      for (Element facet : children(restriction)) {
        own.computeIfAbsent(facet.getLocalName(), k -> new ArrayList<>())
            .add(facet.getAttribute("value"));
      }
      own.forEach(facets::putIfAbsent);
      type = local(restriction.getAttribute("base"));
      simple = Optional.ofNullable(types.get(type));
    }
    return type;
  }

  private static String local(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(e -> e.getLocalName().equals(name)).findFirst();
  }

  private static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e) {
        found.add(e);
      }
    }
    return found;
  }

  private static Document document(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(file.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
  }
}
