package uy.pfacturas.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An element of an XML that a test changes at will, however wrong the outcome; what is of another
 * vocabulary is one piece.
 */
public final class Elemento {
  private static final Pattern TOKEN =
      Pattern.compile(
          "<(ds:|xenc:)?(Signature|EncryptedData)[ >].*?</\\1?\\2>|<(/?)([^ >/]+)([^>]*)>|[^<]+",
          Pattern.DOTALL);

  private String name;
  private String attributes;
  private String text = "";
  private final List<Elemento> children = new ArrayList<>();

  private Elemento(String name, String attributes) {
    this.name = name;
    this.attributes = attributes;
  }

  /** An element with a text, or with whatever markup is given as one. */
  public static Elemento of(String name, String text) {
    Elemento e = new Elemento(name, "");
    e.text = text;
    return e;
  }

  /** The outermost element of a document without comments, instructions or CDATA. */
  public static Elemento parse(String xml) {
    Elemento top = new Elemento("", "");
    List<Elemento> open = new ArrayList<>(List.of(top));
    Matcher m = TOKEN.matcher(xml.replaceFirst("<\\?xml[^>]*>", ""));
    while (m.find()) {
      Elemento here = open.get(open.size() - 1);
      if (m.group(2) != null) {
        here.children.add(of("", m.group()));
      } else if (m.group(4) == null) {
        here.text += m.group();
      } else if (m.group(3).isEmpty()) {
        Elemento child = new Elemento(m.group(4), m.group(5));
        here.children.add(child);
        open.add(child);
      } else {
        open.remove(open.size() - 1);
      }
    }
    return top.children.get(0);
  }

  public String name() {
    return name;
  }

  public void rename(String to) {
    name = to;
  }

  public String attributes() {
    return attributes;
  }

  /** Everything between the name and the end of the tag. */
  public void attributes(String all) {
    attributes = all;
  }

  public String text() {
    return text;
  }

  /** Puts a text before what stands below; markup in it is markup. */
  public void text(String to) {
    text = to;
  }

  /** What stands below, to be changed. */
  public List<Elemento> children() {
    return children;
  }

  /** Whether it is one piece of another vocabulary. */
  public boolean isForeign() {
    return name.isEmpty();
  }

  /** Whether it has a text and nothing below. */
  public boolean isLeaf() {
    return !isForeign() && children.isEmpty();
  }

  /** This and all below. */
  public Stream<Elemento> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Elemento::all));
  }

  /** A copy that shares nothing. */
  public Elemento copy() {
    Elemento copy = new Elemento(name, attributes);
    copy.text = text;
    children.forEach(c -> copy.children.add(c.copy()));
    return copy;
  }

  /** As XML. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    if (isForeign()) {
      out.append(text);
      return;
    }
    out.append('<').append(name).append(attributes).append('>').append(text);
    children.forEach(c -> c.write(out));
    out.append("</").append(name).append('>');
  }
}
