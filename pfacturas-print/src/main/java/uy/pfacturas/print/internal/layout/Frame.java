package uy.pfacturas.print.internal.layout;

import uy.pfacturas.print.internal.pdf.Canvas;

/**
 * A box around a block, which stands in the middle of its height.
 *
 * @param content as wide as the box without its padding
 * @param width outer width
 * @param minHeight the box is at least so high
 * @param padding from the line to the content, on all sides
 * @param fill grey of its ground, 1 for white
 */
public record Frame(Block content, double width, double minHeight, double padding, double fill)
    implements Block {
  @Override
  public double height() {
    return Math.max(minHeight, content.height() + 2 * padding);
  }

  @Override
  public void draw(Canvas canvas, double x, double y) {
    if (fill < 1) {
      canvas.fill(x, y, width, height(), fill);
    }
    canvas.frame(x, y, width, height());
    content.draw(canvas, x + padding, y + (height() - content.height()) / 2);
  }
}
