package uy.pfacturas.print.internal.hoja;

import uy.pfacturas.print.internal.layout.Align;
import uy.pfacturas.print.internal.layout.Block;
import uy.pfacturas.print.internal.layout.Row;
import uy.pfacturas.print.internal.layout.Row.Cell;
import uy.pfacturas.print.internal.layout.Typesetter;
import uy.pfacturas.print.internal.pdf.Letra;

/** Lines of a text at the left and an amount at the right. */
final class Renglones {
  private static final double GUTTER = 3;

  private final Typesetter typesetter;
  private final double width;

  Renglones(Typesetter typesetter, double width) {
    this.typesetter = typesetter;
    this.width = width;
  }

  /** The amount keeps one line, the text has the rest; an empty amount leaves it all. */
  Block de(String text, String amount, Letra letra) {
    double reserved = amount.isEmpty() ? 0 : typesetter.width(amount, letra) + GUTTER;
    return Row.of(
        new Cell(0, typesetter.text(text, letra, width - reserved)),
        new Cell(0, typesetter.text(amount, letra, width, Align.RIGHT)));
  }
}
