package uy.pfacturas.core.xml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cifrado;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.Forma.Parte;
import uy.pfacturas.core.tree.Lexicon;

/** Writes records as elements, in DGI's order, by their form. For one document. */
public final class XmlWriter {
  private final StringBuilder out = new StringBuilder(4096);

  /** Markup as it is. */
  public XmlWriter raw(String markup) {
    out.append(markup);
    return this;
  }

  /** The rows of a record, with the elements that hold sections around those that need them. */
  public XmlWriter group(Forma forma, Object holder) {
    Optional<String> wrapper = Optional.empty();
    for (Parte parte : forma.partes()) {
      List<?> values = parte.values(holder);
      if (!values.isEmpty()) {
        Optional<String> next = parte.campo().envoltura();
        if (!next.equals(wrapper)) {
          wrapper.ifPresent(this::close);
          next.ifPresent(this::open);
          wrapper = next;
        }
        for (Object value : values) {
          element(parte, value);
        }
      }
    }
    wrapper.ifPresent(this::close);
    return this;
  }

  private void element(Parte parte, Object value) {
    if (value instanceof Cifrado cifrado) {
      raw(cifrado.xml());
      return;
    }
    String name = parte.campo().elemento();
    open(name);
    parte.forma().ifPresentOrElse(f -> group(f, value), () -> text(Lexicon.render(value)));
    close(name);
  }

  /** A start tag without attributes. */
  public XmlWriter open(String name) {
    out.append('<').append(name).append('>');
    return this;
  }

  /** An end tag. */
  public XmlWriter close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  /** An attribute of the element that is being opened. */
  void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    int from = out.length();
    text(value);
    String escaped =
        out.substring(from)
            .replace("&gt;", ">")
            .replace("\"", "&quot;")
            .replace("\t", "&#x9;")
            .replace("\n", "&#xA;");
    out.replace(from, out.length(), escaped).append('"');
  }

  /**
   * A text, its special characters escaped.
   *
   * @throws IllegalArgumentException if it holds a character that XML cannot
   */
  public XmlWriter text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\r' -> out.append("&#xD;");
        default -> {
          if (Character.isSurrogate(c)) {
            i += pair(text, i);
          } else if ((c < ' ' && c != '\n' && c != '\t') || c > '\uFFFD') {
            throw new IllegalArgumentException(
                String.format(Locale.ROOT, "text holds U+%04X", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return this;
  }

  /** Writes both halves of a character; returns how many more of the text it took. */
  private int pair(String text, int at) {
    int codePoint = text.codePointAt(at);
    if (Character.charCount(codePoint) == 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "text holds half a character: U+%04X", codePoint));
    }
    out.appendCodePoint(codePoint);
    return 1;
  }

  /** What was written so far. */
  @Override
  public String toString() {
    return out.toString();
  }
}
