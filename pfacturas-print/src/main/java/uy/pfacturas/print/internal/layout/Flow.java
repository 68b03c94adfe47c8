package uy.pfacturas.print.internal.layout;

import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.print.internal.pdf.Canvas;

/**
 * Places parts on pages, as many as it takes.
 *
 * <p>Parts that sink stand at the bottom of the page if it holds them all, so that totals are found
 * where they are looked for.
 */
public final class Flow {
  private final double firstTop;
  private final double otherTop;
  private final double bottom;
  private final List<List<Placed>> pages = new ArrayList<>();
  private double y;
  private int sinkPage = -1;
  private int sinkFrom;

  private record Placed(Block block, double y) {}

  /**
   * @param firstTop where the flow begins on the first page, in millimetres from the page's edge
   * @param otherTop where it begins on the others
   * @param bottom where it ends on all
   */
  public Flow(double firstTop, double otherTop, double bottom) {
    this.firstTop = firstTop;
    this.otherTop = otherTop;
    this.bottom = bottom;
    newPage();
  }

  /** Adds a part after the others; one without blocks leaves no trace. */
  public void add(Part part) {
    if (part.blocks().isEmpty()) {
      return;
    }
    double least = part.head().height() + part.blocks().get(0).height() + part.foot().height();
    double wanted = part.whole() && part.height() <= bottom - otherTop ? part.height() : least;
    if (y + wanted > bottom && !page().isEmpty()) {
      newPage();
    }
    place(part.head());
    for (Block block : part.blocks()) {
      if (y + block.height() + part.foot().height() > bottom) {
        place(part.foot());
        newPage();
        place(part.head());
      }
      place(block);
    }
    place(part.foot());
  }

  /** Parts added from here on sink to the bottom of the last page. */
  public void sink() {
    sinkPage = pages.size();
    sinkFrom = page().size();
  }

  /** How many pages there are, from 1. */
  public int pages() {
    return pages.size();
  }

  /** Draws what stands on a page, counted from 1. */
  public void draw(Canvas canvas, int page, double x) {
    double shift = page == sinkPage && page == pages.size() ? Math.max(0, bottom - y) : 0;
    List<Placed> blocks = pages.get(page - 1);
    for (int i = 0; i < blocks.size(); i++) {
      Placed placed = blocks.get(i);
      placed.block().draw(canvas, x, placed.y() + (i >= sinkFrom ? shift : 0));
    }
  }

  private void newPage() {
    y = pages.isEmpty() ? firstTop : otherTop;
    pages.add(new ArrayList<>());
  }

  private List<Placed> page() {
    return pages.get(pages.size() - 1);
  }

  private void place(Block block) {
    page().add(new Placed(block, y));
    y += block.height();
  }
}
