package uy.pfacturas.cli.console;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the command line in one language. */
public final class Messages {
  private static final String BUNDLE = Messages.class.getPackageName() + ".mensajes";

  private final Locale locale;
  private final ResourceBundle bundle;

  private Messages(Locale locale, ResourceBundle bundle) {
    this.locale = locale;
    this.bundle = bundle;
  }

  /** The sentences for a locale. */
  public static Messages of(Locale locale) {
    return new Messages(locale, bundle(BUNDLE, locale));
  }

  /** A bundle of this program: its base is Spanish, whatever the machine's own locale. */
  public static ResourceBundle bundle(String name, Locale locale) {
    // Asked for es-UY, Java would search the whole class path for bundles that never are there.
    boolean isSpanish = locale.getLanguage().equals(Languages.SPANISH.getLanguage());
    return ResourceBundle.getBundle(
        name,
        isSpanish ? Locale.ROOT : locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /**
   * A sentence.
   *
   * @param args what it speaks of; numbers are written without separators of thousands
   * @throws java.util.MissingResourceException if there is no such sentence
   */
  public String get(String key, Object... args) {
    Object[] texts = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = String.valueOf(args[i]);
    }
    return new MessageFormat(bundle.getString(key), locale).format(texts);
  }
}
