package uy.pfacturas.print.internal.layout;

import java.util.List;

/**
 * A part of the flow: blocks one under the other, between any two of which a page may end.
 *
 * @param head repeated above the blocks on each page that the part reaches; may be a {@link Gap}
 * @param blocks none for a part that is left out, head and all
 * @param foot closes the part on each page that it reaches
 * @param whole whether it begins on a new page rather than be parted, if it fits there
 */
public record Part(Block head, List<Block> blocks, Block foot, boolean whole) {
  public Part {
    blocks = List.copyOf(blocks);
  }

  /** Blocks with a space above, parted anywhere. */
  public static Part of(double space, List<Block> blocks) {
    return new Part(new Gap(space), blocks, new Gap(0), false);
  }

  /** Blocks with a space above, kept on one page if one can hold them. */
  public static Part whole(double space, List<Block> blocks) {
    return new Part(new Gap(space), blocks, new Gap(0), true);
  }

  /** Height on one page. */
  public double height() {
    return asBlock().height();
  }

  /** The whole part as one block, which no page parts. */
  public Block asBlock() {
    return Stack.of(head, new Stack(blocks), foot);
  }
}
