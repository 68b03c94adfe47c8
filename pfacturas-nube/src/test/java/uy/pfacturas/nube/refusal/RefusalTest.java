package uy.pfacturas.nube.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.core.protocol.Rechazo;

class RefusalTest {
  @ParameterizedTest
  @EnumSource(Codigo.class)
  void say_everyCode_hasSentenceAndRemedyInBothLanguages(Codigo codigo) {
    Refusal refusal =
        new Refusal(codigo, List.of("UNO", "DOS"), Optional.empty(), List.of(), Optional.empty());
    Rechazo spanish = refusal.say(3, Locale.forLanguageTag("es-UY"));
    Rechazo english = refusal.say(3, Locale.ENGLISH);

    assertThat(spanish.codigo()).isEqualTo(codigo.name());
    assertThat(spanish.epoca()).isEqualTo(3);
    for (Rechazo said : List.of(spanish, english)) {
      assertThat(said.mensaje()).endsWith(".").doesNotContain("{").doesNotContain("''");
      assertThat(said.queHacer()).endsWith(".").doesNotContain("{").doesNotContain("''");
    }
    assertThat(english.mensaje()).isNotEqualTo(spanish.mensaje());
    assertThat(codigo.status()).isBetween(400, 503);
  }
}
