package uy.pfacturas.print.internal.layout;

import java.util.List;
import uy.pfacturas.print.internal.pdf.Canvas;
import uy.pfacturas.print.internal.pdf.Letra;

/**
 * Lines of text that fit their width.
 *
 * @param lines each with its own width, in millimetres
 * @param letra how they look
 * @param em size of the type, in millimetres
 * @param width of the block
 * @param align of each line within it
 */
public record Text(List<Line> lines, Letra letra, double em, double width, Align align)
    implements Block {
  /** From line to line, in ems: single spacing, DGI's least ("interlineado simple"). */
  private static final double LEADING = 1.2;

  /** From the top of a line to where its letters stand, in ems; accented capitals fit. */
  private static final double BASELINE = 0.947;

  /** One line and its width. */
  public record Line(String text, double width) {}

  public Text {
    lines = List.copyOf(lines);
  }

  /** The same text as blocks of one line each, so that pages may break between them. */
  public List<Text> perLine() {
    return lines.stream().map(l -> new Text(List.of(l), letra, em, width, align)).toList();
  }

  @Override
  public double height() {
    return lines.size() * em * LEADING;
  }

  @Override
  public void draw(Canvas canvas, double x, double y) {
    double baseline = y + em * BASELINE;
    for (Line line : lines) {
      canvas.text(x + align.offset(width, line.width()), baseline, line.text(), letra);
      baseline += em * LEADING;
    }
  }
}
