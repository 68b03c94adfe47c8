package uy.pfacturas.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.print.testing.Ink;
import uy.pfacturas.print.testing.Paper;
import uy.pfacturas.print.testing.Papers;

/**
 * DGI's measures, taken from the coordinates in the PDF.
 *
 * @see "Formato de los CFE v25-1, Formato de la representación impresa"
 */
final class MedidasTest {
  static Stream<Paper> papers() {
    return Stream.of(
        Papers.eTicket().in(Ambiente.DEMO, Regimen.IVA_MINIMO),
        Papers.eFactura(),
        Papers.everything()
            .with(List.of("Texto legal. ".repeat(20)), "Gracias\npor\nsu compra. ".repeat(30)),
        Papers.extreme().with(List.of("Ley 1"), "palabra ".repeat(3000)),
        Paper.of(Documents.notaDeDebito()),
        Papers.lines(200));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void letters_ofEveryPage_areAtLeastTwoMillimetresHigh(Paper paper) {
    for (Ink page : Ink.of(paper.pdf())) {
      assertThat(page.glyphs()).allMatch(g -> g.box().getHeight() >= 2);
    }
  }

  @ParameterizedTest
  @MethodSource("papers")
  void ink_ofEveryPage_keepsFiveMillimetresFromTheBorder(Paper paper) {
    Rectangle2D allowed = new Rectangle2D.Double(5, 5, 200, 287);
    for (Ink page : Ink.of(paper.pdf())) {
      assertThat(page.all()).isNotEmpty().allMatch(allowed::contains);
    }
  }

  @ParameterizedTest
  @MethodSource("papers")
  void characters_ofEveryPage_doNotOverlap(Paper paper) {
    for (Ink page : Ink.of(paper.pdf())) {
      List<Ink.Glyph> glyphs =
          page.glyphs().stream().sorted(Comparator.comparingDouble(g -> g.box().getY())).toList();
      for (int i = 0; i < glyphs.size(); i++) {
        Rectangle2D box = shrunk(glyphs.get(i).box());
        for (int j = i + 1; j < glyphs.size(); j++) {
          Rectangle2D other = glyphs.get(j).box();
          if (other.getY() > box.getMaxY()) {
            break;
          }
          if (box.intersects(shrunk(other))) {
            fail("%s is over %s", glyphs.get(i), glyphs.get(j));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("papers")
  void seal_ofEveryPage_isAtTheLowerLeftWithItsMargins(Paper paper) {
    for (Ink page : Ink.of(paper.pdf())) {
      Rectangle2D qr = page.qr();
      assertThat(qr.getWidth()).isBetween(22.0, 30.0);
      assertThat(qr.getMaxX()).isLessThan(70);
      assertThat(qr.getY()).isGreaterThan(297 * 0.75);
      double margin = 3 + (qr.getWidth() - 22) / 4 - 0.01;
      Rectangle2D quiet =
          new Rectangle2D.Double(
              qr.getX() - margin,
              qr.getY() - margin,
              qr.getWidth() + 2 * margin,
              qr.getHeight() + 2 * margin);
      assertThat(page.all())
          .filteredOn(r -> r.intersects(quiet))
          .as("nothing but the seal within its margins")
          .containsExactly(qr);
      assertThat(first(page, "Código de seguridad").getY()).isGreaterThan(qr.getMaxY());
    }
  }

  @Test
  void expiry_ofTheCae_isInABoxOfTwoByOneCentimetresAtTheLowerRight() {
    Ink page = Ink.of(Papers.eFactura().pdf()).get(0);
    Rectangle2D frame = frameAround(page, "Fecha de vencimiento");
    assertThat(frame.getWidth()).isGreaterThanOrEqualTo(20);
    assertThat(frame.getHeight()).isGreaterThanOrEqualTo(10);
    assertThat(frame.getX()).isGreaterThan(105);
    assertThat(frame.getY()).isGreaterThan(297 * 0.75);
    assertThat(frame.contains(first(page, "31/12/2027"))).isTrue();
    assertThat(first(page, "31/12/2027").getHeight()).isGreaterThanOrEqualTo(3);
    assertThat(first(page, "Fecha de vencimiento").getHeight()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void document_isInTheUpperRightInLettersOfThreeMillimetres() {
    Ink page = Ink.of(Papers.eFactura().pdf()).get(0);
    double below = 0;
    for (String text : List.of("RUC 219999830019", "e-Factura", "Serie A Nº 134", "Contado")) {
      Rectangle2D letter = first(page, text);
      assertThat(letter.getHeight()).as(text).isGreaterThanOrEqualTo(3);
      assertThat(letter.getX()).as(text).isGreaterThan(105);
      assertThat(letter.getY()).as(text).isBetween(below, 297.0 / 4);
      below = letter.getMaxY();
    }
    assertThat(first(page, "Comercio Demo SA").getX()).isLessThan(105);
  }

  @Test
  void buyer_isInABoxOfFourByOneCentimetres() {
    assertReceiverBox(Papers.eFactura(), "RUC COMPRADOR", "210000000027");
    assertReceiverBox(Papers.eTicket(), "CONSUMO FINAL", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXONERADO", "IVA_MINIMO", "MONOTRIBUTO", "MONOTRIBUTO_MIDES"})
  void regime_isInABoxBeforeTheReceiver(String regimen) {
    Ink page =
        Ink.of(Papers.eTicket().in(Ambiente.PRODUCCION, Regimen.valueOf(regimen)).pdf()).get(0);
    String legend =
        switch (Regimen.valueOf(regimen)) {
          case EXONERADO -> "Contribuyente Exonerado";
          case IVA_MINIMO -> "Contribuyente IVA MINIMO";
          case MONOTRIBUTO -> "MONOTRIBUTO";
          case MONOTRIBUTO_MIDES -> "MONOTRIBUTO SOCIAL MIDES";
          case GENERAL -> throw new IllegalArgumentException(regimen);
        };
    assertBox(page, legend);
    assertThat(first(page, legend).getY()).isLessThan(first(page, "CONSUMO FINAL").getY());
  }

  @Test
  void adenda_isDelimitedAndFiveMillimetresApart() {
    Ink page = Ink.of(Papers.eFactura().with(List.of("Ley N 99"), "Gracias").pdf()).get(0);
    assertThat(first(page, "Ley N 99").getHeight()).isGreaterThanOrEqualTo(3);
    assertThat(first(page, "Ley N 99").getY()).isLessThan(first(page, "Gracias").getY());
    Rectangle2D title = first(page, "ADENDA");
    // Its box is drawn as thin filled rules: two across the page, above and below the text.
    List<Rectangle2D> across =
        page.filled().stream()
            .filter(r -> r.getHeight() < 0.3 && r.getWidth() > 180)
            .sorted(Comparator.comparingDouble(Rectangle2D::getY))
            .toList();
    Rectangle2D top =
        across.stream().filter(r -> r.getY() < title.getY()).reduce((a, b) -> b).orElseThrow();
    Rectangle2D bottom =
        across.stream()
            .filter(r -> r.getY() > first(page, "Gracias").getY())
            .findFirst()
            .orElseThrow();
    Rectangle2D total = frameAround(page, "TOTAL A PAGAR");
    assertThat(top.getY() - total.getMaxY()).isGreaterThanOrEqualTo(5);
    assertThat(first(page, "Puede verificar").getY() - bottom.getMaxY()).isGreaterThanOrEqualTo(5);
    assertThat(page.qr().getY() - bottom.getMaxY()).isGreaterThanOrEqualTo(5);
  }

  private static void assertReceiverBox(Paper paper, String legend, String number) {
    Ink page = Ink.of(paper.pdf()).get(0);
    // The number stands right under the legend.
    assertBox(page, legend + number);
  }

  private static void assertBox(Ink page, String legend) {
    Rectangle2D frame = frameAround(page, legend);
    assertThat(frame.getWidth()).isGreaterThanOrEqualTo(40);
    assertThat(frame.getHeight()).isGreaterThanOrEqualTo(10);
    assertThat(page.spelling(legend))
        .allMatch(g -> g.box().getHeight() >= 3)
        .allMatch(g -> frame.contains(g.box()));
  }

  private static Rectangle2D first(Ink page, String text) {
    return page.spelling(text).get(0).box();
  }

  /** The smallest frame around a text. */
  private static Rectangle2D frameAround(Ink page, String text) {
    return page.frames().stream()
        .filter(f -> f.contains(first(page, text)))
        .min(Comparator.comparingDouble(f -> f.getWidth() * f.getHeight()))
        .orElseThrow();
  }

  /** Without the hundredths that neighbours share. */
  private static Rectangle2D shrunk(Rectangle2D box) {
    return new Rectangle2D.Double(
        box.getX() + 0.02, box.getY() + 0.02, box.getWidth() - 0.04, box.getHeight() - 0.04);
  }
}
