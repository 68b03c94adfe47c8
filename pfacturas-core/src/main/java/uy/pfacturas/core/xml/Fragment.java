package uy.pfacturas.core.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of another vocabulary as a text that stands by itself: prefixes, attributes and blanks
 * as they came, every namespace that it uses declared within, comments and instructions left out.
 * For one element.
 */
final class Fragment {
  private final XMLStreamReader reader;
  private final int depth;
  private final XmlWriter out = new XmlWriter();
  private final Deque<Open> open = new ArrayDeque<>();

  /** An element that is being written, and the namespaces that it declares. */
  private record Open(String name, Map<String, String> spaces) {}

  /**
   * For the element that the reader stands at.
   *
   * @param depth elements within elements at most
   */
  Fragment(XMLStreamReader reader, int depth) {
    this.reader = reader;
    this.depth = depth;
  }

  /** Reads to the end of the element; empty if it is too deep. */
  Optional<String> read() throws XMLStreamException {
    start();
    while (!open.isEmpty()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() >= depth) {
            return Optional.empty();
          }
          start();
        }
        case XMLStreamConstants.END_ELEMENT -> out.close(open.pop().name());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            out.text(reader.getText());
        default -> {}
      }
    }
    return Optional.of(out.toString());
  }

  private void start() {
    Map<String, String> spaces = new HashMap<>();
    String name = qualified(reader.getPrefix(), reader.getLocalName());
    out.raw("<").raw(name);
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      declare(spaces, text(reader.getNamespacePrefix(i)), text(reader.getNamespaceURI(i)));
    }
    declare(spaces, text(reader.getPrefix()), text(reader.getNamespaceURI()));
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String prefix = text(reader.getAttributePrefix(i));
      if (!prefix.isEmpty() && !prefix.equals("xml")) {
        declare(spaces, prefix, text(reader.getAttributeNamespace(i)));
      }
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i));
      out.attribute(attribute, reader.getAttributeValue(i));
    }
    out.raw(">");
    open.push(new Open(name, spaces));
  }

  /** Declares a namespace unless the prefix has it here; outside, no prefix means DGI's. */
  private void declare(Map<String, String> spaces, String prefix, String uri) {
    String known =
        Stream.concat(Stream.of(spaces), open.stream().map(Open::spaces))
            .filter(s -> s.containsKey(prefix))
            .findFirst()
            .map(s -> text(s.get(prefix)))
            .orElse(prefix.isEmpty() ? XmlTree.DGI : "");
    if (!uri.equals(known)) {
      spaces.put(prefix, uri);
      out.attribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri);
    }
  }

  private static String qualified(@org.jspecify.annotations.Nullable String prefix, String name) {
    String before = text(prefix);
    return before.isEmpty() ? name : before + ":" + name;
  }

  private static String text(@org.jspecify.annotations.Nullable String maybe) {
    return Optional.ofNullable(maybe).orElse("");
  }
}
