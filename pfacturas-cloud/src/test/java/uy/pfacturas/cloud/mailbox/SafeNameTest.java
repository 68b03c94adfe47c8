package uy.pfacturas.cloud.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
  private static final String HARD = "aA1-_./\\:*?\"<>|%~ \n\t\0éñ€\ud83d\ude00\ud800\ufffdcon";

  @ParameterizedTest
  @ValueSource(strings = {"CAJA1-000123", "fact 1", "50%", "3f2a9c", "a..b", "A.", "~"})
  void ofId_ordinary_isItself(String id) {
    assertThat(SafeName.ofId(id, false)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".x",
        "a/b",
        "../../etc/passwd",
        "a\\b",
        "C:x",
        "a\nb",
        "ñ",
        "nul",
        "COM1.x",
        ""
      })
  void ofId_other_isAnotherNameThatStays(String id) {
    assertThat(SafeName.ofId(id, false)).matches("[A-Za-z0-9%_-]*~[0-9a-f]{16}");
  }

  @Test
  void ofId_readable_keepsWhatItCan() {
    assertThat(SafeName.ofId("CAJA/1 ñ", false)).startsWith("CAJA%2F1%20%C3%B1~");
  }

  @Test
  void ofId_foldedCase_neverGivesTwoIdsOneName() {
    assertThat(SafeName.ofId("FACT-1", true)).isEqualTo("FACT-1");
    assertThat(SafeName.ofId("fact-1", true)).startsWith("fact-1~");
    assertThat(SafeName.ofId("Fact-1", true))
        .isNotEqualToIgnoringCase(SafeName.ofId("fact-1", true));
  }

  @Test
  void ofId_randomIds_areDistinctShortAndStay() {
    Random random = new Random(7);
    Map<String, String> idOf = new HashMap<>();
    Path root = Path.of("/buzon/salida/por-id");
    for (int n = 0; n < 4_000; n++) {
      String id = random(random);
      boolean folds = random.nextBoolean();
      String name = SafeName.ofId(id, folds);
      String key = folds ? "folded " + name.toLowerCase(Locale.ROOT) : name;

      assertThat((name + ".estado.json").getBytes(UTF_8)).hasSizeLessThanOrEqualTo(255);
      assertThat(root.resolve(name + ".estado.txt").normalize().getParent()).isEqualTo(root);
      assertThat(SafeName.isSafe(name)).isTrue();
      assertThat(idOf.getOrDefault(key, id)).isEqualTo(id);
      idOf.put(key, id);
    }
  }

  @Test
  void ofId_anothersAlteredName_isAlteredToo() {
    String altered = SafeName.ofId("a/b", false);

    assertThat(SafeName.ofId(altered, false)).isNotEqualTo(altered);
  }

  @Test
  void cut_inTheMiddleOfACharacter_leavesItOut() {
    assertThat(SafeName.cut("añ\ud83d\ude00b", 6)).isEqualTo("añ");
    assertThat(SafeName.cut("añ\ud83d\ude00b", 7)).isEqualTo("añ\ud83d\ude00");
    assertThat(SafeName.cut("abc", 99)).isEqualTo("abc");
  }

  private static String random(Random random) {
    int length = random.nextInt(10) == 0 ? 200 + random.nextInt(200) : random.nextInt(5);
    return random
        .ints(length, 0, HARD.length())
        .mapToObj(i -> HARD.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
