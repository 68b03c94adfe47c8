package uy.pfacturas.print.internal.layout;

import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.print.internal.pdf.Letra;
import uy.pfacturas.print.internal.pdf.Typefaces;

/**
 * Breaks text into lines: at line feeds, at blanks, and within a word that is wider than a line.
 * Nothing is ever cut off.
 */
public final class Typesetter {
  private final Typefaces typefaces;

  /** Measures with these fonts, so it is for one thread. */
  public Typesetter(Typefaces typefaces) {
    this.typefaces = typefaces;
  }

  /** The text as lines of at most this width; an empty text is one empty line. */
  public Text text(String text, Letra letra, double width, Align align) {
    List<Text.Line> lines = new ArrayList<>();
    for (String paragraph : typefaces.printable(text).split("\n", -1)) {
      wrap(paragraph.stripTrailing(), letra, width, lines);
    }
    return new Text(lines, letra, typefaces.em(letra), width, align);
  }

  /** The text at the left of its width. */
  public Text text(String text, Letra letra, double width) {
    return text(text, letra, width, Align.LEFT);
  }

  /** How wide the text is on one line, in millimetres. */
  public double width(String text, Letra letra) {
    return typefaces.width(typefaces.printable(text), letra);
  }

  private void wrap(String paragraph, Letra letra, double width, List<Text.Line> lines) {
    double blank = typefaces.width(" ", letra);
    StringBuilder line = new StringBuilder();
    double used = 0;
    boolean begun = false;
    for (String word : paragraph.split(" ", -1)) {
      double length = typefaces.width(word, letra);
      if (begun && used + blank + length > width) {
        if (!line.toString().isBlank()) {
          lines.add(new Text.Line(line.toString(), used));
        }
        line.setLength(0);
        used = 0;
        begun = false;
      }
      if (begun) {
        line.append(' ');
        used += blank;
      }
      String rest = word;
      while (length > width && rest.codePointCount(0, rest.length()) > 1) {
        int fits = fitting(rest, letra, width);
        String head = rest.substring(0, fits);
        lines.add(new Text.Line(head, typefaces.width(head, letra)));
        rest = rest.substring(fits);
        length = typefaces.width(rest, letra);
      }
      line.append(rest);
      used += length;
      begun = true;
    }
    lines.add(new Text.Line(line.toString(), used));
  }

  /** How many chars of a word fit: at least one character. */
  private int fitting(String word, Letra letra, double width) {
    int fits = word.offsetByCodePoints(0, 1);
    while (fits < word.length()) {
      int next = word.offsetByCodePoints(fits, 1);
      if (typefaces.width(word.substring(0, next), letra) > width) {
        break;
      }
      fits = next;
    }
    return fits;
  }
}
