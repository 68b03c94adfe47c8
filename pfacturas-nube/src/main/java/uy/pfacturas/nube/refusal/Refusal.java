package uy.pfacturas.nube.refusal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Rechazo;

/**
 * A refusal before it is put into words.
 *
 * @param codigo why
 * @param args what the sentence needs, in its order; never a secret
 * @param numero the number that it is about
 * @param faltas what is wrong with the document
 * @param documento the owner's result, where another station has the id
 */
public record Refusal(
    Codigo codigo,
    List<String> args,
    Optional<Numero> numero,
    List<Fault> faltas,
    Optional<DocumentoFirmado> documento) {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  public Refusal {
    args = List.copyOf(args);
    faltas = List.copyOf(faltas);
  }

  /** A refusal that is not about a number. */
  public static Refusal of(Codigo codigo, String... args) {
    return new Refusal(codigo, List.of(args), Optional.empty(), List.of(), Optional.empty());
  }

  /** A refusal about a number; its text is the first argument of the sentence. */
  public static Refusal of(Codigo codigo, Numero numero) {
    return new Refusal(
        codigo, List.of(numero.texto()), Optional.of(numero), List.of(), Optional.empty());
  }

  /** A refusal about a number, with what else its sentence needs after the number. */
  public static Refusal of(Codigo codigo, Numero numero, String more) {
    return new Refusal(
        codigo, List.of(numero.texto(), more), Optional.of(numero), List.of(), Optional.empty());
  }

  /** The same with what is wrong with the document. */
  public Refusal withFaltas(List<Fault> faults) {
    return new Refusal(codigo, args, numero, faults, documento);
  }

  /** The message in a language: English for an English locale, else Spanish. */
  public Rechazo say(long epoca, Locale locale) {
    FaultText text = FaultText.of(locale);
    return new Rechazo(
        epoca,
        codigo.name(),
        sentence(codigo.name(), locale),
        sentence(codigo.name() + ".queHacer", locale),
        numero,
        faltas.stream().map(text::explanation).toList(),
        documento);
  }

  private String sentence(String key, Locale locale) {
    Locale language =
        locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("es");
    String pattern =
        ResourceBundle.getBundle(
                Refusal.class.getPackageName() + ".rechazos", language, NO_FALLBACK)
            .getString(key);
    return new MessageFormat(pattern, language).format(args.toArray());
  }
}
