package uy.pfacturas.core.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import uy.pfacturas.core.fault.Place;

/**
 * An element of an XML as a document of its own: the characters that it has there, not one changed,
 * so that a signature over it holds. Namespaces that it takes from around it are declared in it,
 * those alone that it uses.
 *
 * @param name its name without prefix
 * @param place where it begins in the XML that it was cut out of
 * @param xml the element, without declaration, nothing around it
 */
public record XmlSlice(String name, Place place, String xml) {
  /** How many elements are cut out of one: more than any message has. */
  public static final int MOST = 1000;

  private static final String XMLNS = "xmlns";

  /**
   * The outermost element.
   *
   * @param xml well-formed and without DTD, as {@link XmlSkim} finds it; else the slice is nothing
   *     to rely on
   */
  public static XmlSlice root(String xml) {
    List<XmlSlice> found = new ArrayList<>();
    cut(xml, 0, new Place(1, 1), found);
    return found.isEmpty() ? new XmlSlice("", Place.NONE, "") : found.get(0);
  }

  /** The elements directly below this one, in their order: the first {@link #MOST} of them. */
  public List<XmlSlice> children() {
    List<XmlSlice> found = new ArrayList<>();
    cut(xml, 1, place, found);
    return List.copyOf(found);
  }

  /** The element in the line and the column where it stood, so that a fault names that place. */
  public String placed() {
    return "\n".repeat(Math.max(0, place.line() - 1))
        + " ".repeat(Math.max(0, place.column() - 1))
        + xml;
  }

  /** Cuts out the elements that have so many around them. */
  private static void cut(String xml, int level, Place from, List<XmlSlice> found) {
    Tags tags = new Tags(xml);
    Map<String, String> around = new TreeMap<>();
    Lines lines = new Lines(xml, from);
    String name = "";
    int depth = 0;
    int start = 0;
    while (found.size() < MOST && tags.next()) {
      boolean opens = !tags.isEnd();
      if (opens && depth < level) {
        around.putAll(declared(tags));
      } else if (opens && depth == level) {
        start = tags.start();
        name = tags.name();
      }
      depth += opens && !tags.isEmpty() ? 1 : 0;
      depth -= opens ? 0 : 1;
      if (depth == level && (!opens || tags.isEmpty())) {
        String local = name.substring(name.indexOf(':') + 1);
        String alone = alone(xml.substring(start, tags.end()), name, around);
        found.add(new XmlSlice(local, lines.place(start), alone));
      }
    }
  }

  private static String alone(String element, String name, Map<String, String> around) {
    StringBuilder declarations = new StringBuilder();
    for (String prefix : undeclared(element)) {
      if (around.containsKey(prefix)) {
        String attribute = prefix.isEmpty() ? XMLNS : XMLNS + ":" + prefix;
        declarations
            .append(' ')
            .append(attribute)
            .append("=\"")
            .append(around.get(prefix).replace("\"", "&quot;"))
            .append('"');
      }
    }
    return new StringBuilder(element).insert(1 + name.length(), declarations).toString();
  }

  /** Prefixes that an element uses and does not declare; the empty one for the default. */
  private static TreeSet<String> undeclared(String element) {
    TreeSet<String> missing = new TreeSet<>();
    Deque<Map<String, String>> scopes = new ArrayDeque<>();
    Tags tags = new Tags(element);
    while (tags.next()) {
      if (tags.isEnd()) {
        scopes.poll();
      } else {
        scopes.push(declared(tags));
        used(tags).stream()
            .filter(p -> scopes.stream().noneMatch(s -> s.containsKey(p)))
            .forEach(missing::add);
        if (tags.isEmpty()) {
          scopes.pop();
        }
      }
    }
    return missing;
  }

  private static List<String> used(Tags tags) {
    List<String> prefixes = new ArrayList<>();
    prefixes.add(prefix(tags.name()));
    for (String attribute : tags.attributes().keySet()) {
      String prefix = prefix(attribute);
      if (!prefix.isEmpty() && !prefix.equals(XMLNS) && !prefix.equals("xml")) {
        prefixes.add(prefix);
      }
    }
    return prefixes;
  }

  private static Map<String, String> declared(Tags tags) {
    Map<String, String> found = new TreeMap<>();
    tags.attributes()
        .forEach(
            (name, value) -> {
              if (name.equals(XMLNS)) {
                found.put("", value);
              } else if (name.startsWith(XMLNS + ":")) {
                found.put(name.substring(XMLNS.length() + 1), value);
              }
            });
    return found;
  }

  private static String prefix(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(0, colon);
  }

  /** Lines and columns of places that only go on. */
  private static final class Lines {
    private final String xml;
    private int at;
    private int line;
    private int column;

    Lines(String xml, Place from) {
      this.xml = xml;
      this.line = Math.max(1, from.line());
      this.column = Math.max(1, from.column());
    }

    Place place(int to) {
      for (; at < to; at++) {
        boolean isBreak = xml.charAt(at) == '\n';
        line += isBreak ? 1 : 0;
        column = isBreak ? 1 : column + 1;
      }
      return new Place(line, column);
    }
  }
}
