package uy.pfacturas.print.internal.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/**
 * One page to draw on. Millimetres from the upper left corner, y downwards; what is drawn later
 * covers what was drawn before.
 */
public final class Canvas {
  /** Width of an A4 page. */
  public static final double WIDTH = 210;

  /** Height of an A4 page. */
  public static final double HEIGHT = 297;

  private static final double POINTS_PER_MM = 72 / 25.4;

  private final PDPageContentStream stream;
  private final Pdf pdf;
  private double gris = -1;

  Canvas(PDPageContentStream stream, Pdf pdf) {
    this.stream = stream;
    this.pdf = pdf;
  }

  /** Writes one line of text; {@code baseline} is where its letters stand. */
  public void text(double x, double baseline, String text, Letra letra) {
    draw(
        () -> {
          grey(letra.gris());
          stream.beginText();
          stream.setFont(pdf.font(letra), points(pdf.typefaces().em(letra)));
          stream.newLineAtOffset(points(x), points(HEIGHT - baseline));
          stream.showText(text);
          stream.endText();
        });
  }

  /**
   * Paints one line of text that rises by so many degrees, from its lower left corner. It is shapes
   * and not text: whoever reads the page by program does not find it between the lines.
   */
  public void slanted(double x, double baseline, double degrees, String text, Letra letra) {
    Typeface typeface = pdf.typefaces().of(letra);
    double unit = points(pdf.typefaces().em(letra)) / typeface.unitsPerEm();
    AffineTransform place =
        AffineTransform.getTranslateInstance(points(x), points(HEIGHT - baseline));
    place.rotate(Math.toRadians(degrees));
    place.scale(unit, unit);
    draw(
        () -> {
          grey(letra.gris());
          stream.saveGraphicsState();
          stream.transform(new Matrix(place));
          trace(typeface.outline(text).getPathIterator(null));
          stream.fill();
          stream.restoreGraphicsState();
        });
  }

  private void trace(PathIterator path) throws IOException {
    float[] p = new float[6];
    float x = 0;
    float y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> stream.moveTo(p[0], p[1]);
        case PathIterator.SEG_LINETO -> stream.lineTo(p[0], p[1]);
        case PathIterator.SEG_QUADTO -> {
          // PDF knows cubic curves only; TrueType's are quadratic. Whole units keep the file small.
          stream.curveTo(
              Math.round(x + (p[0] - x) * 2 / 3),
              Math.round(y + (p[1] - y) * 2 / 3),
              Math.round(p[2] + (p[0] - p[2]) * 2 / 3),
              Math.round(p[3] + (p[1] - p[3]) * 2 / 3),
              p[2],
              p[3]);
          p[0] = p[2];
          p[1] = p[3];
        }
        case PathIterator.SEG_CLOSE -> stream.closePath();
        default -> throw new IllegalStateException("not a curve of TrueType");
      }
      x = p[0];
      y = p[1];
    }
  }

  /** A filled rectangle. */
  public void fill(double x, double y, double width, double height, double grey) {
    draw(
        () -> {
          grey(grey);
          addRect(x, y, width, height);
          stream.fill();
        });
  }

  /** The outline of a rectangle, a thin black line. */
  public void frame(double x, double y, double width, double height) {
    draw(
        () -> {
          stream.setLineWidth(points(0.25));
          addRect(x, y, width, height);
          stream.stroke();
        });
  }

  /** A horizontal rule of this thickness. */
  public void rule(double x, double y, double width, double thickness, double grey) {
    fill(x, y - thickness / 2, width, thickness, grey);
  }

  /** A QR symbol without its quiet zone, as black rectangles. */
  public void qr(double x, double y, double side, Qr qr) {
    double module = side / qr.modules();
    draw(
        () -> {
          grey(0);
          for (Qr.Run run : qr.runs()) {
            addRect(
                x + run.column() * module, y + run.row() * module, run.length() * module, module);
          }
          stream.fill();
        });
  }

  void close() throws IOException {
    stream.close();
  }

  private void addRect(double x, double y, double width, double height) throws IOException {
    stream.addRect(points(x), points(HEIGHT - y - height), points(width), points(height));
  }

  private void grey(double wanted) throws IOException {
    if (gris != wanted) {
      stream.setNonStrokingColor((float) wanted);
      gris = wanted;
    }
  }

  private static float points(double mm) {
    return (float) (mm * POINTS_PER_MM);
  }

  private interface Drawing {
    void run() throws IOException;
  }

  private static void draw(Drawing drawing) {
    try {
      drawing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
