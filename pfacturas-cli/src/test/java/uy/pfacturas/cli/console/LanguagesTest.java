package uy.pfacturas.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguagesTest {
  private static final String[] NONE = {};

  @Test
  void choose_noLanguageOrTheCLocale_isSpanish() {
    assertThat(Languages.choose(NONE, Map.of())).isEqualTo(Languages.SPANISH);
    assertThat(Languages.choose(NONE, Map.of("LANG", "C.UTF-8"))).isEqualTo(Languages.SPANISH);
  }

  @Test
  void choose_english_isEnglish() {
    assertThat(Languages.choose(NONE, Map.of("LANG", "en_US.UTF-8"))).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void choose_lcAll_winsOverLang() {
    assertThat(Languages.choose(NONE, Map.of("LANG", "en_US.UTF-8", "LC_ALL", "es_UY.UTF-8")))
        .isEqualTo(Languages.SPANISH);
  }

  @Test
  void choose_option_winsOverTheEnvironment() {
    String[] apart = {"rut", "--locale", "en", "1"};
    String[] joined = {"rut", "--locale=es", "1"};
    assertThat(Languages.choose(apart, Map.of())).isEqualTo(Locale.ENGLISH);
    assertThat(Languages.choose(joined, Map.of("LANG", "en"))).isEqualTo(Languages.SPANISH);
  }
}
