package uy.pfacturas.print.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import uy.pfacturas.print.internal.pdf.Letra;
import uy.pfacturas.print.internal.pdf.Typefaces;

final class TypesetterTest {
  private static final Letra LETRA = Letra.de(2);

  private final Typesetter typesetter = new Typesetter(Typefaces.parse());

  private List<String> lines(String text, double width) {
    return typesetter.text(text, LETRA, width).lines().stream().map(Text.Line::text).toList();
  }

  @Test
  void text_short_isOneLine() {
    assertThat(lines("Libro técnico", 100)).containsExactly("Libro técnico");
  }

  @Test
  void text_empty_isOneEmptyLine() {
    assertThat(lines("", 100)).containsExactly("");
  }

  @Test
  void text_lineFeeds_areKept() {
    assertThat(lines("uno\n\n dos ", 100)).containsExactly("uno", "", " dos");
  }

  @Test
  void text_wide_breaksAtBlanks() {
    assertThat(lines("uno dos tres", typesetter.width("uno dos", LETRA) + 0.01))
        .containsExactly("uno dos", "tres");
  }

  @Test
  void text_widerThanAnything_breaksWithinTheWord() {
    assertThat(lines("MMMMM", typesetter.width("MM", LETRA) + 0.01))
        .containsExactly("MM", "MM", "M");
  }

  @Test
  void text_narrowerThanACharacter_stillEnds() {
    assertThat(lines("MM", 0.1)).containsExactly("M", "M");
  }

  @Test
  void text_anything_losesNothingAndFits() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      String text =
          random
              .ints(random.nextInt(80), 0, 34)
              .mapToObj(c -> c < 8 ? " " : Character.toString('A' + c - 8))
              .collect(Collectors.joining());
      double width = 3 + random.nextInt(60);
      Text set = typesetter.text(text, LETRA, width);
      assertThat(set.lines()).allMatch(l -> l.width() <= width + 1e-9);
      String joined = set.lines().stream().map(Text.Line::text).collect(Collectors.joining());
      assertThat(joined.replace(" ", "")).isEqualTo(text.replace(" ", ""));
      assertThat(set.height())
          .isCloseTo(set.perLine().stream().mapToDouble(Text::height).sum(), Offset.offset(1e-9));
    }
  }

  @Test
  void width_line_isWhatItMeasures() {
    assertThat(typesetter.text("Ñandú", LETRA, 100).lines().get(0).width())
        .isEqualTo(typesetter.width("Ñandú", LETRA));
  }
}
