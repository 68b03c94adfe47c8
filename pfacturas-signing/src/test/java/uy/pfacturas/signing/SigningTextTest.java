package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uy.pfacturas.signing.failure.SigningException;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.PasswordMissingException;
import uy.pfacturas.signing.revocation.Doubt;
import uy.pfacturas.signing.trust.Answer;
import uy.pfacturas.signing.trust.Finding;

class SigningTextTest {
  private static final String BUNDLE = "uy.pfacturas.signing.signing";

  @Test
  void bundles_spanishAndEnglish_sayTheSameThings() {
    ResourceBundle spanish = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
    ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);

    assertThat(new TreeSet<>(english.keySet())).isEqualTo(new TreeSet<>(spanish.keySet()));
    for (String key : spanish.keySet()) {
      assertThat(english.getString(key)).as(key).isNotEqualTo(spanish.getString(key));
      assertThat(data(english.getString(key))).as(key).isEqualTo(data(spanish.getString(key)));
    }
  }

  @Test
  void everyCode_hasSentenceAndRemedy_andNoOthersDo() {
    List<String> codes = new ArrayList<>();
    Arrays.stream(Defect.values()).map(Defect::code).forEach(codes::add);
    for (int i = 1; i <= 21; i++) {
      codes.add("LLAVE-%02d".formatted(i));
    }
    codes.addAll(List.of("CIFRADO-01", "CIFRADO-02", "CIFRADO-03"));
    Arrays.stream(Doubt.values()).map(Doubt::code).forEach(codes::add);
    Arrays.stream(Finding.values()).map(Finding::code).forEach(codes::add);
    // Who is answered yes has nothing to do.
    List<String> yes =
        Arrays.stream(Finding.values())
            .filter(finding -> finding.answer() == Answer.YES)
            .map(Finding::code)
            .toList();
    List<String> keys =
        codes.stream()
            .flatMap(c -> yes.contains(c) ? Stream.of(c) : Stream.of(c, c + ".remedy"))
            .toList();

    assertThat(codes).doesNotHaveDuplicates();
    assertThat(ResourceBundle.getBundle(BUNDLE, Locale.ROOT).keySet())
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void sentence_byLocale_isSpanishUnlessEnglish() {
    Verification.Invalid invalid = new Verification.Invalid(Defect.SIGNATURE_PLACE, "CFE");

    assertThat(invalid.sentence(Locale.forLanguageTag("es-UY")))
        .isEqualTo(
            "La firma está dentro de CFE y debe estar en la raíz del documento (en SOAP, en Security).");
    assertThat(invalid.sentence(Locale.GERMAN)).startsWith("La firma");
    assertThat(invalid.sentence(Locale.UK)).startsWith("The signature is inside CFE");
    assertThat(invalid.remedy(Locale.US)).startsWith("Do not accept");
  }

  @Test
  void exception_inEnglish_hasSentenceRemedyAndCode() {
    SigningException e =
        catchThrowableOfType(
            PasswordMissingException.class, () -> KeyPassword.fromEnvironment("PFACTURAS_NADA"));

    assertThat(e.code()).isEqualTo("LLAVE-01");
    assertThat(e).hasMessage("No hay contraseña de la llave en PFACTURAS_NADA.");
    assertThat(e.sentence(Locale.ENGLISH)).isEqualTo("There is no key password in PFACTURAS_NADA.");
    assertThat(e.remedy(Locale.ENGLISH)).startsWith("Set the environment variable");
  }

  private static List<String> data(String sentence) {
    return Pattern.compile("\\{\\d}")
        .matcher(sentence)
        .results()
        .map(m -> m.group())
        .sorted()
        .distinct()
        .toList();
  }
}
