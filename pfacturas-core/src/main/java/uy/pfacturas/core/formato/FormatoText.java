package uy.pfacturas.core.formato;

import java.util.Locale;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * The manual of the ERP's author for one type of document: the keys that a file may hold, their
 * meaning, when they must be there, their length, and an example that validates.
 */
public final class FormatoText {
  private final Formato formato;
  private final Locale locale;

  /** A manual of this format; headings in English where the locale is English, else Spanish. */
  public FormatoText(Formato formato, Locale locale) {
    this.formato = formato;
    this.locale = locale;
  }

  /** As plain text for a terminal, lines of at most 100 characters where words allow. */
  public String text(TipoCfe tipo) {
    throw new UnsupportedOperationException("text " + tipo + formato.hashCode() + locale);
  }

  /** As JSON, for programs. */
  public String json(TipoCfe tipo) {
    throw new UnsupportedOperationException("json " + tipo);
  }

  /** As Markdown, for the documentation. */
  public String markdown(TipoCfe tipo) {
    throw new UnsupportedOperationException("markdown " + tipo);
  }

  /** Only the example: a file in the text syntax that validates. */
  public String ejemplo(TipoCfe tipo) {
    throw new UnsupportedOperationException("ejemplo " + tipo);
  }
}
