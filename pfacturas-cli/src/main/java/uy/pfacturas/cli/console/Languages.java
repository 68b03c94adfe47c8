package uy.pfacturas.cli.console;

import java.util.Locale;
import java.util.Map;

/** Which language to speak: Spanish unless the person's is English. */
public final class Languages {
  /** The language of the people who use this program. */
  public static final Locale SPANISH = Locale.forLanguageTag("es-UY");

  private Languages() {}

  /**
   * The language that the arguments ask for with {@code --locale}, else that of the environment.
   * Looked for before the arguments are parsed, because also the complaint about them has one.
   */
  public static Locale choose(String[] args, Map<String, String> environment) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--locale=")) {
        return of(args[i].substring("--locale=".length()));
      }
      if (args[i].equals("--locale") && i + 1 < args.length) {
        return of(args[i + 1]);
      }
    }
    return ofEnvironment(environment);
  }

  /**
   * A machine without a language (a service, a container, the C locale) is taken for Spanish,
   * though Java calls it English.
   */
  private static Locale ofEnvironment(Map<String, String> environment) {
    for (String name : new String[] {"PFACTURAS_IDIOMA", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return of(value);
      }
    }
    return environment.containsKey("OS") ? of(Locale.getDefault().toLanguageTag()) : SPANISH;
  }

  private static Locale of(String tag) {
    return tag.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : SPANISH;
  }
}
