package uy.pfacturas.print.testing;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * What a page bears, by its own coordinates: millimetres from the upper left corner.
 *
 * @param glyphs characters that leave ink
 * @param filled filled rectangles, those of one fill together as their bounds
 * @param frames outlined rectangles
 */
public record Ink(List<Glyph> glyphs, List<Rectangle2D> filled, List<Rectangle2D> frames) {
  /**
   * One character.
   *
   * @param text what it says
   * @param box as wide as it advances, from where it stands to the height of a capital
   */
  public record Glyph(String text, Rectangle2D box) {}

  /** The pages of a PDF. */
  public static List<Ink> of(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<Ink> pages = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        Engine engine = new Engine(page);
        engine.processPage(page);
        pages.add(engine.ink);
      }
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything on the page but curves. */
  public List<Rectangle2D> all() {
    List<Rectangle2D> all = new ArrayList<>(filled);
    all.addAll(frames);
    glyphs.forEach(g -> all.add(g.box()));
    return all;
  }

  /** The square of the QR: of all that is filled, the one square of more than 20 mm. */
  public Rectangle2D qr() {
    return filled.stream()
        .filter(r -> r.getWidth() > 20 && Math.abs(r.getWidth() - r.getHeight()) < 0.01)
        .findAny()
        .orElseThrow();
  }

  /** The characters that spell this text; its first occurrence. */
  public List<Glyph> spelling(String text) {
    StringBuilder all = new StringBuilder();
    List<Glyph> byChar = new ArrayList<>();
    for (Glyph glyph : glyphs) {
      for (int i = 0; i < glyph.text().length(); i++) {
        byChar.add(glyph);
      }
      all.append(glyph.text());
    }
    String wanted = text.replace(" ", "");
    int at = all.indexOf(wanted);
    if (at < 0) {
      throw new IllegalArgumentException("not on the page: " + text);
    }
    return byChar.subList(at, at + wanted.length());
  }

  private static final class Engine extends PDFGraphicsStreamEngine {
    private static final double MM = 25.4 / 72;
    private static final double CAP_HEIGHT = 1409.0 / 2048;

    private final Ink ink = new Ink(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final double height;
    private final List<Rectangle2D> path = new ArrayList<>();

    Engine(PDPage page) {
      super(page);
      height = page.getMediaBox().getHeight();
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
        throws IOException {
      String text = font.toUnicode(code);
      if (text != null && !text.isBlank()) {
        double size = matrix.getScalingFactorY();
        ink.glyphs.add(
            new Glyph(
                text,
                box(
                    matrix.getTranslateX(),
                    matrix.getTranslateY(),
                    displacement.getX() * matrix.getScalingFactorX(),
                    size * CAP_HEIGHT)));
      }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
      path.add(box(p0.getX(), p0.getY(), p2.getX() - p0.getX(), p2.getY() - p0.getY()));
    }

    @Override
    public void strokePath() {
      ink.frames.addAll(path);
      path.clear();
    }

    @Override
    public void fillPath(int windingRule) {
      path.stream().reduce(Rectangle2D::createUnion).ifPresent(ink.filled::add);
      path.clear();
    }

    private Rectangle2D box(double x, double y, double width, double boxHeight) {
      return new Rectangle2D.Double(
          x * MM, (height - y - boxHeight) * MM, width * MM, boxHeight * MM);
    }

    @Override
    public void fillAndStrokePath(int windingRule) {}

    @Override
    public void drawImage(PDImage image) {}

    @Override
    public void clip(int windingRule) {}

    @Override
    public void moveTo(float x, float y) {}

    @Override
    public void lineTo(float x, float y) {}

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

    @Override
    public Point2D getCurrentPoint() {
      return new Point2D.Float();
    }

    @Override
    public void closePath() {}

    @Override
    public void endPath() {}

    @Override
    public void shadingFill(COSName name) {}
  }
}
