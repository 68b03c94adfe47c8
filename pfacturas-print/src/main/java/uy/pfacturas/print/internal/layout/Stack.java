package uy.pfacturas.print.internal.layout;

import java.util.List;
import uy.pfacturas.print.internal.pdf.Canvas;

/** Blocks one under the other. */
public record Stack(List<Block> blocks) implements Block {
  public Stack {
    blocks = List.copyOf(blocks);
  }

  /** These blocks. */
  public static Stack of(Block... blocks) {
    return new Stack(List.of(blocks));
  }

  @Override
  public double height() {
    return blocks.stream().mapToDouble(Block::height).sum();
  }

  @Override
  public void draw(Canvas canvas, double x, double y) {
    double at = y;
    for (Block block : blocks) {
      block.draw(canvas, x, at);
      at += block.height();
    }
  }
}
