package uy.pfacturas.print.internal.layout;

import uy.pfacturas.print.internal.pdf.Canvas;

/** Something of a known height that can be drawn anywhere. */
public interface Block {
  /** Height, in millimetres; 0 for nothing. */
  double height();

  /** Draws it with its upper left corner there. */
  void draw(Canvas canvas, double x, double y);
}
