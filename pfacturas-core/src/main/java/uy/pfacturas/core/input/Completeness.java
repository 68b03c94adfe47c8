package uy.pfacturas.core.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.core.tree.Decoding;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.xml.XmlFault;

/** Whether a content shows its own end. What is complete may still be faulty. */
final class Completeness {
  private final Optional<Charset> declared;

  Completeness(Optional<Charset> declared) {
    this.declared = declared;
  }

  boolean isComplete(byte[] content, Source source) {
    FaultList ignored = new FaultList();
    Decoding decoding = new Decoding(declared, ignored);
    // An encoding that cannot be read is a fault of a complete file, not an end that is missing.
    String text =
        (source == Source.XML ? decoding.xml(content) : decoding.text(content))
            .orElseGet(() -> new String(content, StandardCharsets.ISO_8859_1));
    boolean shown = source == Source.TXT ? isCompleteText(text) : isWellFormed(source, text);
    return shown && !text.isBlank();
  }

  private static boolean isWellFormed(Source source, String text) {
    FaultList faults = new FaultList();
    source.tree(text, faults);
    return faults.list().stream()
        .noneMatch(
            f -> f.code() == XmlFault.MAL_FORMADO || f.code() == InputFault.JSON_MAL_FORMADO);
  }

  private static boolean isCompleteText(String text) {
    Lines lines = new Lines(text);
    String last = "";
    String announced = "";
    int items = 0;
    while (lines.next()) {
      String line = lines.line().strip().toLowerCase(Locale.ROOT);
      last = line.isEmpty() ? last : line;
      items += line.equals("[item]") ? 1 : 0;
      if (line.startsWith("cantlindet")) {
        announced = line.substring(line.indexOf('=') + 1).strip().replaceFirst("^0+", "");
      }
    }
    return last.equals("[fin]") || (items > 0 && announced.equals(Integer.toString(items)));
  }
}
