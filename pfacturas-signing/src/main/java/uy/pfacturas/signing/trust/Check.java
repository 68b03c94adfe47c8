package uy.pfacturas.signing.trust;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.signing.internal.SigningText;

/**
 * One thing that was asked of a signed document, and what came of it.
 *
 * @param aspect what was asked
 * @param answer yes, no or not checked
 * @param code stable, such as {@code FIRMA-58}; says what was found
 * @param data of the sentence
 */
public record Check(Aspect aspect, Answer answer, String code, List<String> data) {
  public Check {
    data = List.copyOf(data);
  }

  /** Of these data as text. */
  public static Check of(Aspect aspect, Answer answer, String code, Object... data) {
    return new Check(aspect, answer, code, Arrays.stream(data).map(String::valueOf).toList());
  }

  /** What was found, for a person: Spanish unless the locale is English; no line break. */
  public String sentence(Locale locale) {
    return SigningText.sentence(locale, code, data.toArray());
  }

  /** What the person can do, in the same language; empty where the answer is yes. */
  public Optional<String> remedy(Locale locale) {
    return answer == Answer.YES
        ? Optional.empty()
        : Optional.of(SigningText.sentence(locale, code + ".remedy", data.toArray()));
  }
}
