package uy.pfacturas.core.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;
import uy.pfacturas.core.tree.TreeFault;

/**
 * An XML as a tree of names, whatever its prefixes. No DTD, no entities, bounded depth and number
 * of elements. A signature and an encrypted part are leaves under names with a colon, which no
 * element of DGI's can have; their text is the element as it came.
 */
public final class XmlTree {
  /** DGI's namespace. */
  public static final String DGI = "http://cfe.dgi.gub.uy";

  /** Name of the leaf that is a signature. */
  public static final String SIGNATURE = "ds:Signature";

  private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final Map<String, String> FOREIGN =
      Map.of(DSIG, "ds:", "http://www.w3.org/2001/04/xmlenc#", "xenc:");
  private static final int DEPTH = 16;

  /** Attributes of one element at most, and namespaces: each prefix is looked up among them. */
  private static final int ATTRIBUTES = 64;

  private static final String DECLARATION = "xmlns:";

  private final XMLStreamReader reader;
  private final boolean strict;
  private final int limit;
  private final FaultList faults;
  private final Deque<Open> open = new ArrayDeque<>();
  private int count;

  /** An element that is being read. */
  private static final class Open {
    private final Node node;
    private final StringBuilder text = new StringBuilder();
    private Place value;

    Open(String name, Place key) {
      this.node = Node.group(name, key);
      this.value = key;
    }

    /** The element as a node; a node with text as one that has it. */
    Node closed() {
      if (text.toString().isBlank()) {
        return node;
      }
      Node leaf = Node.leaf(node.name(), node.key(), value, text.toString());
      leaf.attributes(node.attributes());
      node.children().forEach(leaf::add);
      return leaf;
    }
  }

  private XmlTree(XMLStreamReader reader, boolean strict, int limit, FaultList faults) {
    this.reader = reader;
    this.strict = strict;
    this.limit = limit;
    this.faults = faults;
  }

  /**
   * The outermost element; empty after a fault.
   *
   * @param strict whether every element must be of DGI's namespace; else those of none pass too,
   *     and signatures are left out
   */
  public static Optional<Node> read(String xml, boolean strict, FaultList faults) {
    return read(xml, strict, Node.LIMIT, faults);
  }

  /** The same, for a file that may have another number of elements. */
  public static Optional<Node> read(String xml, boolean strict, int limit, FaultList faults) {
    if (declaresTooMuch(xml, faults)) {
      return Optional.empty();
    }
    try {
      XMLStreamReader reader = reader(xml);
      try {
        return new XmlTree(reader, strict, limit, faults).document();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      faults.add(XmlFault.MAL_FORMADO, "", place(Optional.ofNullable(e.getLocation())));
      return Optional.empty();
    }
  }

  /**
   * Whether some tag declares more prefixes than any needs, which is a fault; the parser would take
   * it.
   */
  static boolean declaresTooMuch(String xml, FaultList faults) {
    int count = 0;
    int last = 0;
    for (int at = xml.indexOf(DECLARATION); at >= 0; at = xml.indexOf(DECLARATION, at + 1)) {
      int tag = xml.indexOf('<', last);
      count = tag >= 0 && tag < at ? 1 : count + 1;
      last = at;
      if (count > ATTRIBUTES) {
        faults.add(XmlFault.DEMASIADOS_ESPACIOS, "", Place.NONE, Integer.toString(ATTRIBUTES));
        return true;
      }
    }
    return false;
  }

  /** A reader without DTD and entities. */
  static XMLStreamReader reader(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty("jdk.xml.elementAttributeLimit", Integer.toString(ATTRIBUTES));
    return factory.createXMLStreamReader(new StringReader(xml));
  }

  private Optional<Node> document() throws XMLStreamException {
    Optional<Node> root = Optional.empty();
    Place from = new Place(1, 1);
    while (reader.hasNext()) {
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (FOREIGN.containsKey(namespace()) && !open.isEmpty()) {
            if (!foreign(from)) {
              return Optional.empty();
            }
          } else if (!start(from)) {
            return Optional.empty();
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text(from);
        case XMLStreamConstants.END_ELEMENT -> {
          Node closed = open.pop().closed();
          Optional.ofNullable(open.peek()).ifPresent(o -> o.node.add(closed));
          root = Optional.of(closed);
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
          faults.add(XmlFault.DTD, "", place(Optional.of(reader.getLocation())));
          return Optional.empty();
        }
        default -> {}
      }
      from = place(Optional.of(reader.getLocation()));
    }
    return root;
  }

  private boolean start(Place from) {
    String space = namespace();
    if (!space.equals(DGI) && (strict || !space.isEmpty())) {
      faults.add(XmlFault.ESPACIO_DE_NOMBRES, "", from, reader.getLocalName(), space);
      return false;
    } else if (open.size() >= DEPTH) {
      faults.add(XmlFault.DEMASIADA_PROFUNDIDAD, "", from, Integer.toString(DEPTH));
      return false;
    } else if (++count > limit) {
      faults.addLast(TreeFault.DEMASIADOS_DATOS, from, Integer.toString(limit));
      return false;
    }
    Open element = new Open(reader.getLocalName(), from);
    if (reader.getAttributeCount() > 0) {
      element.node.attributes(attributes());
    }
    open.push(element);
    return true;
  }

  private Map<String, String> attributes() {
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String space = Optional.ofNullable(reader.getAttributeNamespace(i)).orElse("");
      String name = reader.getAttributeLocalName(i);
      found.put(space.isEmpty() ? name : "{" + space + "}" + name, reader.getAttributeValue(i));
    }
    return found;
  }

  /** Takes an element of another vocabulary whole; false after a fault. */
  private boolean foreign(Place from) throws XMLStreamException {
    String name = FOREIGN.get(namespace()) + reader.getLocalName();
    if (!strict && namespace().equals(DSIG)) {
      skip();
      return true;
    }
    Optional<String> xml = new Fragment(reader, DEPTH).read();
    if (xml.isEmpty()) {
      faults.add(XmlFault.DEMASIADA_PROFUNDIDAD, "", from, Integer.toString(DEPTH));
      return false;
    }
    open.element().node.add(Node.leaf(name, from, from, xml.get()));
    return true;
  }

  private void text(Place from) {
    Open element = open.peek();
    if (element != null) {
      if (element.text.isEmpty()) {
        element.value = from;
      }
      element.text.append(
          reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }
  }

  private String namespace() {
    return Optional.ofNullable(reader.getNamespaceURI()).orElse("");
  }

  private void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = reader.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  static Place place(Optional<Location> location) {
    return location
        .filter(l -> l.getLineNumber() > 0)
        .map(l -> new Place(l.getLineNumber(), Math.max(1, l.getColumnNumber())))
        .orElse(Place.NONE);
  }
}
