package uy.pfacturas.core.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Tipo;

/** Order, repetition and length of the elements of a family, as DGI's schema says them. */
public final class XsdFields {
  private static final String XS = "http://www.w3.org/2001/XMLSchema";

  private final Map<String, Element> types = new HashMap<>();
  private final Map<String, Element> families = new HashMap<>();

  private XsdFields() {}

  /** Reads the schemas of a folder. */
  public static XsdFields read(Path folder) throws IOException {
    XsdFields fields = new XsdFields();
    for (String name : List.of("CFEType.xsd", "DGITypes.xsd")) {
      Element schema = document(folder.resolve(name)).getDocumentElement();
      for (Element e : children(schema)) {
        if (e.hasAttribute("name")) {
          fields.types.put(e.getAttribute("name"), e);
        }
      }
    }
    NodeList all = fields.type("CFEDefType").getElementsByTagNameNS(XS, "element");
    for (int i = 0; i < all.getLength(); i++) {
      Element e = (Element) all.item(i);
      fields.families.putIfAbsent(e.getAttribute("name"), e);
    }
    return fields;
  }

  /** Path, how often at most, and length of every element of a family but its wrappers. */
  public List<String> elements(String family) {
    List<String> found = new ArrayList<>();
    Element element = families.get(family);
    if (element == null) {
      throw new IllegalStateException("no family " + family);
    }
    below(element, "", found);
    return found;
  }

  /** The length of a row as this class says that of an element. */
  public static String size(Campo campo) {
    if (campo.tipo() == Tipo.ALFA && campo.dominio().codigos().isEmpty()) {
      return " " + campo.largo();
    } else if (campo.tipo() == Tipo.MONTO) {
      return " " + campo.largo() + "." + campo.decimales();
    }
    return "";
  }

  private void below(Element element, String path, List<String> found) {
    for (Element child : elementsOf(complex(element))) {
      String name = child.getAttribute("name");
      boolean wrapper = wrappers(path, name);
      if (!name.isEmpty()) {
        if (!wrapper) {
          found.add(path + name + " " + veces(child) + size(child));
        }
        below(child, path + name + "/", found);
      }
    }
  }

  private static boolean wrappers(String path, String name) {
    return path.isEmpty()
        && List.of(
                "Encabezado",
                "Detalle",
                "SubTotInfo",
                "DscRcgGlobal",
                "MediosPago",
                "Referencia",
                "Compl_Fiscal")
            .contains(name);
  }

  private static String veces(Element element) {
    return element.getAttribute("maxOccurs").isEmpty() ? "1" : element.getAttribute("maxOccurs");
  }

  /** Length of a text, digits and decimals of an amount; other types have no length here. */
  private String size(Element element) {
    Map<String, String> facets = new HashMap<>();
    String base = base(element, facets);
    if (base.equals("decimal")) {
      return " " + facets.get("totalDigits") + "." + facets.get("fractionDigits");
    } else if (base.equals("string")
        && !facets.containsKey("enumeration")
        && !facets.containsKey("pattern:12")) {
      String max = facets.get("maxLength");
      return " " + (max == null ? facets.get("length") : max);
    }
    return "";
  }

  /** The built-in type at the bottom, and the facets nearest to the element. */
  private String base(Element element, Map<String, String> facets) {
    String type = element.getAttribute("type");
    List<Element> inner =
        children(element).stream().filter(e -> e.getLocalName().equals("simpleType")).toList();
    Element simple = inner.isEmpty() ? types.get(type.replaceFirst(".*:", "")) : inner.get(0);
    if (simple == null || simple.getLocalName().equals("complexType")) {
      return type.replaceFirst(".*:", "");
    }
    Element restriction =
        children(simple).stream()
            .filter(e -> e.getLocalName().equals("restriction"))
            .findFirst()
            .orElseThrow();
    for (Element facet : children(restriction)) {
      facets.putIfAbsent(facet.getLocalName(), facet.getAttribute("value"));
      if (facet.getLocalName().equals("pattern") && facet.getAttribute("value").length() > 50) {
        facets.put("pattern:12", "");
      }
    }
    String base = restriction.getAttribute("base").replaceFirst(".*:", "");
    Element named = types.get(base);
    if (named == null) {
      return base;
    }
    Element wrapper = element.getOwnerDocument().createElementNS(XS, "element");
    wrapper.setAttribute("type", base);
    return base(wrapper, facets);
  }

  private Element type(String name) {
    Element type = types.get(name);
    if (type == null) {
      throw new IllegalStateException("no type " + name);
    }
    return type;
  }

  private List<Element> complex(Element element) {
    String type = element.getAttribute("type").replaceFirst(".*:", "");
    Element named = types.get(type);
    if (named != null && named.getLocalName().equals("complexType")) {
      return List.of(named);
    }
    return children(element).stream().filter(e -> e.getLocalName().equals("complexType")).toList();
  }

  private static List<Element> elementsOf(List<Element> groups) {
    List<Element> found = new ArrayList<>();
    for (Element group : groups) {
      for (Element child : children(group)) {
        if (child.getLocalName().equals("element")) {
          found.add(child);
        } else {
          found.addAll(elementsOf(List.of(child)));
        }
      }
    }
    return found;
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
