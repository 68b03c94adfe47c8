package uy.pfacturas.core.fault;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says faults in the language of the person: Spanish unless the locale is English.
 *
 * <p>Each room that finds faults keeps its sentences beside its codes, in a bundle {@code faults}
 * of the package of its {@link FaultCode}: key {@code CODE} for what is wrong and {@code
 * CODE.remedy} for what to do. A test keeps both complete in both languages.
 */
public final class FaultText {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;

  private FaultText(Locale locale) {
    this.locale = locale;
  }

  /** The sentences for a locale. */
  public static FaultText of(Locale locale) {
    return new FaultText(
        locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("es"));
  }

  /** What is wrong, with its place, path and DGI's field: one sentence, no line break. */
  public String sentence(Fault fault) {
    StringBuilder where = new StringBuilder();
    if (fault.place().isKnown()) {
      where.append(text("place", fault.place().line(), fault.place().column())).append(": ");
    }
    if (!fault.path().isEmpty()) {
      where.append(fault.path());
      where.append(fault.campo().isEmpty() ? "" : " (" + fault.campo() + ")").append(": ");
    }
    return where + said(fault, fault.code().code());
  }

  /** What the person can do: one sentence. */
  public String remedy(Fault fault) {
    return said(fault, fault.code().code() + ".remedy");
  }

  /** What is wrong with all of these, each in a sentence that stands by itself; one line. */
  public String sentences(List<Fault> faults) {
    return joined(faults.stream().map(this::sentence));
  }

  /** What the person can do about all of these, the same advice once; one line. */
  public String remedies(List<Fault> faults) {
    return joined(faults.stream().map(this::remedy).distinct());
  }

  /** What is wrong and what to do; one line. */
  public String explanation(Fault fault) {
    return sentences(List.of(fault)) + " " + remedies(List.of(fault));
  }

  private static String joined(Stream<String> sentences) {
    return sentences.map(FaultText::standing).collect(Collectors.joining(" "));
  }

  /** With a capital at its beginning and a stop at its end. */
  private static String standing(String sentence) {
    int first = sentence.offsetByCodePoints(0, Math.min(1, sentence.length()));
    String stop = sentence.matches(".*[.?!…]") ? "" : ".";
    return sentence.substring(0, first).toUpperCase(Locale.ROOT) + sentence.substring(first) + stop;
  }

  private String said(Fault fault, String key) {
    return format(bundle(fault.code().getClass().getPackageName()), key, fault.args().toArray());
  }

  private String text(String key, int line, int column) {
    return format(
        bundle(FaultText.class.getPackageName()),
        key,
        new Object[] {Integer.toString(line), Integer.toString(column)});
  }

  private String format(ResourceBundle bundle, String key, Object[] args) {
    return new MessageFormat(bundle.getString(key), locale).format(args);
  }

  private ResourceBundle bundle(String packageName) {
    return ResourceBundle.getBundle(packageName + ".faults", locale, NO_FALLBACK);
  }
}
