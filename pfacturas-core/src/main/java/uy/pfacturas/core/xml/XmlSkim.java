package uy.pfacturas.core.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uy.pfacturas.core.tree.FaultList;

/**
 * What an XML of any vocabulary says at a few places, read without a tree: for what travels inside
 * other messages. That it was read at all says that it is well-formed, has no DTD and no entities
 * of its own, and that its depth is bounded.
 *
 * @param name of the outermost element, without prefix
 * @param namespace of the outermost element; empty if it has none
 * @param texts the first text at each path that was wanted and found
 * @param versions what the outermost element, and each below it, says in an attribute of that name,
 *     by path: {@code Reporte/Caratula}
 * @param isMixed whether the outermost element has text beside elements
 * @param isPlain whether the outermost element has nothing but text: no attribute, element, remark
 */
public record XmlSkim(
    String name,
    String namespace,
    Map<List<String>, String> texts,
    Map<String, String> versions,
    boolean isMixed,
    boolean isPlain) {
  public XmlSkim {
    texts = Map.copyOf(texts);
    versions = Map.copyOf(versions);
  }

  /**
   * Reads a whole XML; empty after a fault.
   *
   * @param wanted paths of elements whose text is wanted: names without prefix from the outermost
   *     on, {@code *} for any
   */
  public static Optional<XmlSkim> read(String xml, List<List<String>> wanted, FaultList faults) {
    if (XmlTree.declaresTooMuch(xml, faults)) {
      return Optional.empty();
    }
    try {
      XMLStreamReader reader = XmlTree.reader(xml);
      try {
        return new Skimmer(reader, wanted, faults).read();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      faults.add(XmlFault.MAL_FORMADO, "", XmlTree.place(Optional.ofNullable(e.getLocation())));
      return Optional.empty();
    }
  }

  /** The first text at a path that was wanted; empty if the element is not there. */
  public Optional<String> text(List<String> path) {
    return Optional.ofNullable(texts.get(path));
  }

  /** The version of the outermost element, or of one below it; empty if it bears none. */
  public Optional<String> version(String path) {
    return Optional.ofNullable(versions.get(path));
  }
}
