package uy.pfacturas.print.internal.layout;

import uy.pfacturas.print.internal.pdf.Canvas;

/** A block between two vertical lines: a box that goes on above and below it. */
public record Sides(Block content, double width, double padding) implements Block {
  private static final double THICKNESS = 0.25;

  @Override
  public double height() {
    return content.height();
  }

  @Override
  public void draw(Canvas canvas, double x, double y) {
    canvas.fill(x - THICKNESS / 2, y, THICKNESS, height(), 0);
    canvas.fill(x + width - THICKNESS / 2, y, THICKNESS, height(), 0);
    content.draw(canvas, x + padding, y);
  }
}
