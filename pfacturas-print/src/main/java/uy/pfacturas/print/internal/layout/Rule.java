package uy.pfacturas.print.internal.layout;

import uy.pfacturas.print.internal.pdf.Canvas;

/** A horizontal rule with as much space above as below. */
public record Rule(double width, double thickness, double gris, double height) implements Block {
  @Override
  public void draw(Canvas canvas, double x, double y) {
    canvas.rule(x, y + height / 2, width, thickness, gris);
  }
}
