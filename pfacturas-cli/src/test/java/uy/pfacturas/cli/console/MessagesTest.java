package uy.pfacturas.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.cloud.Trouble;

class MessagesTest {
  private static final Pattern SLOT = Pattern.compile("\\{[0-9]}");

  @ParameterizedTest
  @ValueSource(strings = {"uy.pfacturas.cli.console.mensajes", "uy.pfacturas.cli.command.ayuda"})
  void bundles_bothLanguages_haveTheSameKeysAndSlots(String name) {
    ResourceBundle es = Messages.bundle(name, Languages.SPANISH);
    ResourceBundle en = Messages.bundle(name, Locale.ENGLISH);

    assertThat(es.getLocale()).isEqualTo(Locale.ROOT);
    assertThat(en.getLocale()).isEqualTo(Locale.ENGLISH);
    assertThat(en.keySet()).isNotEmpty().isEqualTo(es.keySet());
    for (String key : es.keySet()) {
      assertThat(slots(en.getString(key))).as(key).isEqualTo(slots(es.getString(key)));
    }
  }

  private static Set<String> slots(String text) {
    return SLOT.matcher(text)
        .results()
        .map(r -> r.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void get_numbers_haveNoSeparators() {
    assertThat(Messages.of(Languages.SPANISH).get("uso.falta", 1234567))
        .isEqualTo("Falta 1234567.");
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void bundles_everyTrouble_canBeToldToBeOver(Trouble trouble) {
    assertThat(Messages.of(Languages.SPANISH).get("run.resuelto." + trouble.name())).isNotBlank();
  }

  @Test
  void get_everySentence_canBeFormatted() {
    for (Locale locale : new Locale[] {Languages.SPANISH, Locale.ENGLISH}) {
      Messages messages = Messages.of(locale);
      for (String key : Messages.bundle("uy.pfacturas.cli.console.mensajes", locale).keySet()) {
        // An apostrophe that is not doubled swallows what follows it.
        assertThat(messages.get(key, "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7"))
            .as(key)
            .doesNotContain("{", "}");
      }
    }
  }
}
