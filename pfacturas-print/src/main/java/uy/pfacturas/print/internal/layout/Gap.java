package uy.pfacturas.print.internal.layout;

import uy.pfacturas.print.internal.pdf.Canvas;

/** Empty height. */
public record Gap(double height) implements Block {
  @Override
  public void draw(Canvas canvas, double x, double y) {}
}
