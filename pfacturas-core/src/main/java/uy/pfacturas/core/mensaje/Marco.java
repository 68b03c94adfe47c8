package uy.pfacturas.core.mensaje;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.tree.Decoding;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;
import uy.pfacturas.core.xml.XmlFault;
import uy.pfacturas.core.xml.XmlSkim;
import uy.pfacturas.core.xml.XmlTree;
import uy.pfacturas.core.xml.XmlWriter;

/**
 * The outermost element of a message: written, and read before anything within it.
 *
 * @param raiz its name
 * @param versionado path of the element that bears the version: {@code raiz} or {@code
 *     raiz/Caratula}
 * @param versionDebida whether a message without version is refused
 * @param maxBytes how large a message that is read may be
 */
public record Marco(String raiz, List<String> versionado, boolean versionDebida, int maxBytes) {
  private static final String VERSION = "1.0";

  public Marco {
    versionado = List.copyOf(versionado);
  }

  /** A writer that has written the start of the outermost element. */
  public XmlWriter open() {
    String xmlns = " xmlns=\"" + XmlTree.DGI + "\"";
    return new XmlWriter()
        .raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + raiz + xmlns + version(raiz) + ">");
  }

  /** The start tag of an element below the outermost one, with its version where it bears it. */
  public String tag(String element) {
    return "<" + element + version(raiz + "/" + element) + ">";
  }

  /** The bytes of a message, its outermost element closed. */
  public byte[] close(XmlWriter writer) {
    return writer.close(raiz).toString().getBytes(StandardCharsets.UTF_8);
  }

  private String version(String path) {
    return versionado.contains(path) ? " version=\"" + VERSION + "\"" : "";
  }

  /**
   * The text of a message that is well-formed, without DTD, and of this outermost element; empty
   * after a fault.
   */
  public Optional<String> read(byte[] xml, FaultList faults) {
    if (xml.length > maxBytes) {
      faults.add(
          MensajeFault.DEMASIADO_GRANDE,
          "",
          Place.NONE,
          Integer.toString(xml.length),
          Integer.toString(maxBytes));
      return Optional.empty();
    }
    return new Decoding(Optional.empty(), faults)
        .xml(xml)
        .filter(
            text ->
                XmlSkim.read(text, List.of(), faults).filter(s -> isThis(s, faults)).isPresent());
  }

  /**
   * The tree of a message that was read, without the signature at its end; empty after a fault.
   *
   * @param limit how many elements it may have
   */
  public static Optional<Node> tree(String text, int limit, FaultList faults) {
    return XmlTree.read(text, true, limit, faults).map(Marco::unsigned);
  }

  private static Node unsigned(Node root) {
    List<Node> children = root.children();
    int last = children.size() - 1;
    if (last < 0 || !children.get(last).name().equals(XmlTree.SIGNATURE)) {
      return root;
    }
    Node unsigned = Node.group(root.name(), root.key());
    children.subList(0, last).forEach(unsigned::add);
    return unsigned;
  }

  private boolean isThis(XmlSkim skim, FaultList faults) {
    if (!skim.name().equals(raiz)) {
      faults.add(XmlFault.RAIZ, "", Place.NONE, skim.name(), raiz);
      return false;
    } else if (!skim.namespace().equals(XmlTree.DGI)) {
      faults.add(XmlFault.ESPACIO_DE_NOMBRES, "", Place.NONE, skim.name(), skim.namespace());
      return false;
    }
    if (skim.isMixed()) {
      faults.add(MensajeFault.TEXTO_SUELTO, raiz, Place.NONE);
    }
    versionado.forEach(path -> judge(path, skim.version(path), faults));
    return faults.isEmpty();
  }

  private void judge(String path, Optional<String> version, FaultList faults) {
    if (version.filter(v -> !v.equals(VERSION)).isPresent()) {
      faults.add(MensajeFault.VERSION, path, Place.NONE, path, version.get());
    } else if (version.isEmpty() && versionDebida) {
      faults.add(MensajeFault.SIN_VERSION, path, Place.NONE, path);
    }
  }
}
