package uy.pfacturas.core.input;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;

/** A format that files are in, told by the ending of their name. */
enum Source {
  TXT,
  JSON,
  XML;

  /** The format of a file of this name; empty if its ending tells none. */
  static Optional<Source> of(String fileName) {
    String name = fileName.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(s -> name.endsWith("." + s)).findFirst();
  }

  /** The sections that a text in this format has; empty where faults leave nothing to look at. */
  Optional<Node> tree(String text, FaultList faults) {
    return switch (this) {
      case TXT -> Optional.of(new TextTree(faults).read(text));
      case JSON -> new JsonTree(faults).read(text);
      case XML -> new XmlRequest(faults).read(text);
    };
  }
}
