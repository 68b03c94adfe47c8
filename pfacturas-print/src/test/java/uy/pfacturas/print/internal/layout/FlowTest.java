package uy.pfacturas.print.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import uy.pfacturas.print.internal.pdf.Canvas;
import uy.pfacturas.print.internal.pdf.Pdf;
import uy.pfacturas.print.internal.pdf.Typefaces;

/** Pages of 100 mm: from 20 on the first, from 10 on the others. */
final class FlowTest {
  private final List<String> drawn = new ArrayList<>();
  private final Flow flow = new Flow(20, 10, 100);

  private record Probe(String name, double height, List<String> drawn) implements Block {
    @Override
    public void draw(Canvas canvas, double x, double y) {
      drawn.add(name + "@" + Math.round(y));
    }
  }

  private Probe probe(String name, double height) {
    return new Probe(name, height, drawn);
  }

  private List<Block> probes(int count, double height) {
    return Collections.nCopies(count, probe("b", height));
  }

  private List<String> page(int page) {
    drawn.clear();
    try (Pdf pdf = new Pdf(Typefaces.parse(), "t", "a", ZonedDateTime.parse("2026-11-24T12:00Z"))) {
      flow.draw(pdf.newPage(), page, 0);
    }
    return List.copyOf(drawn);
  }

  @Test
  void add_blocksOverSeveralPages_repeatsHeadAndFoot() {
    flow.add(new Part(probe("head", 10), probes(4, 30), probe("foot", 5), false));
    assertThat(flow.pages()).isEqualTo(2);
    assertThat(page(1)).containsExactly("head@20", "b@30", "b@60", "foot@90");
    assertThat(page(2)).containsExactly("head@10", "b@20", "b@50", "foot@80");
  }

  @Test
  void add_headThatWouldStandAlone_goesToTheNextPage() {
    flow.add(Part.of(0, probes(2, 35)));
    flow.add(new Part(probe("head", 8), probes(1, 5), new Gap(0), false));
    assertThat(page(1)).containsExactly("b@20", "b@55");
    assertThat(page(2)).containsExactly("head@10", "b@18");
  }

  @Test
  void add_wholePartThatFitsAPage_isNotParted() {
    flow.add(Part.of(0, probes(1, 40)));
    flow.add(Part.whole(0, probes(3, 20)));
    assertThat(page(1)).containsExactly("b@20");
    assertThat(page(2)).containsExactly("b@10", "b@30", "b@50");
  }

  @Test
  void add_wholePartOfMoreThanAPage_isParted() {
    flow.add(Part.whole(0, probes(6, 20)));
    assertThat(flow.pages()).isEqualTo(2);
    assertThat(page(1)).hasSize(4);
  }

  @Test
  void add_partWithoutBlocks_leavesNoTrace() {
    flow.add(new Part(probe("head", 10), List.of(), probe("foot", 10), false));
    assertThat(page(1)).isEmpty();
  }

  @Test
  void sink_partsOfOnePage_standAtItsBottom() {
    flow.add(Part.of(0, probes(1, 10)));
    flow.sink();
    flow.add(Part.of(0, probes(2, 10)));
    assertThat(page(1)).containsExactly("b@20", "b@80", "b@90");
  }

  @Test
  void sink_partsOfSeveralPages_standWhereTheyFall() {
    flow.add(Part.of(0, probes(1, 50)));
    flow.sink();
    flow.add(Part.of(0, probes(2, 20)));
    assertThat(page(1)).containsExactly("b@20", "b@70");
    assertThat(page(2)).containsExactly("b@10");
  }
}
