package uy.pfacturas.print.internal.pdf;

import java.text.Normalizer;

/**
 * The family in which documents are printed: Liberation Sans, regular and bold (SIL Open Font
 * License 1.1). Parsing takes tens of milliseconds, so a parsed family is kept and used again, by
 * one thread at a time.
 */
public final class Typefaces {
  private static final String FOLDER = "/liberation/LiberationSans-";
  private static final int MISSING = 0x25A1;

  private final Typeface regular;
  private final Typeface bold;

  private Typefaces(Typeface regular, Typeface bold) {
    this.regular = regular;
    this.bold = bold;
  }

  /**
   * Reads the fonts of the class path.
   *
   * @throws uy.pfacturas.print.PrintException if they are absent or broken
   */
  public static Typefaces parse() {
    return new Typefaces(
        Typeface.parse(FOLDER + "Regular.ttf"), Typeface.parse(FOLDER + "Bold.ttf"));
  }

  Typeface of(Letra letra) {
    return letra.negrita() ? bold : regular;
  }

  /** Size of the type, in millimetres. */
  public double em(Letra letra) {
    return letra.altura() / of(letra).capHeight();
  }

  /** Width of the text, in millimetres; the text has been through {@link #printable}. */
  public double width(String text, Letra letra) {
    return of(letra).width(text) * em(letra);
  }

  /**
   * The text as it can be printed: composed characters, tabs and control characters as blanks but
   * for line feeds, and a hollow square for each character that the fonts lack.
   */
  public String printable(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder printable = new StringBuilder(composed.length());
    composed.codePoints().map(this::printable).forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private int printable(int codePoint) {
    if (codePoint == '\n') {
      return codePoint;
    }
    if (codePoint < ' ') {
      return ' ';
    }
    return regular.has(codePoint) && bold.has(codePoint) ? codePoint : MISSING;
  }
}
