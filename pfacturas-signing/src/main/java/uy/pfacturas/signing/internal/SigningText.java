package uy.pfacturas.signing.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of this module: Spanish unless the locale is English. */
public final class SigningText {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private SigningText() {}

  /** The sentence with a key, with its data put in. */
  public static String sentence(Locale locale, String key, Object... args) {
    Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
    String pattern =
        ResourceBundle.getBundle("uy.pfacturas.signing.signing", language, NO_FALLBACK)
            .getString(key);
    return new MessageFormat(pattern, language).format(args);
  }
}
