package uy.pfacturas.print.internal.layout;

import java.util.List;
import uy.pfacturas.print.internal.pdf.Canvas;

/** Blocks side by side, as high as the highest. */
public record Row(List<Cell> cells) implements Block {
  /** A block that begins so far from the row's left edge. */
  public record Cell(double x, Block block) {}

  public Row {
    cells = List.copyOf(cells);
  }

  /** These cells. */
  public static Row of(Cell... cells) {
    return new Row(List.of(cells));
  }

  @Override
  public double height() {
    return cells.stream().mapToDouble(c -> c.block().height()).max().orElse(0);
  }

  @Override
  public void draw(Canvas canvas, double x, double y) {
    cells.forEach(c -> c.block().draw(canvas, x + c.x(), y));
  }
}
