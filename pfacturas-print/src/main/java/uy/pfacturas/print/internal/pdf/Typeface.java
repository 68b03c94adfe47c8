package uy.pfacturas.print.internal.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import uy.pfacturas.print.PrintException;

/** One parsed TrueType font. Not for several threads at a time. */
final class Typeface {
  private static final int CACHED = 0x2200;

  private final TrueTypeFont font;
  private final CmapLookup cmap;
  private final double unitsPerEm;
  private final double capHeight;
  private final short[] advances = new short[CACHED];

  private Typeface(TrueTypeFont font) throws IOException {
    this.font = font;
    this.cmap = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
    this.capHeight = font.getOS2Windows().getCapHeight() / unitsPerEm;
  }

  /**
   * Parses a font of the class path.
   *
   * @throws PrintException if it is absent or broken
   */
  static Typeface parse(String resource) {
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new PrintException("font not found: " + resource);
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      // Ligatures would make text wider or narrower than the sum of its characters.
      font.setEnableGsub(false);
      return new Typeface(font);
    } catch (IOException e) {
      throw new PrintException("font not read: " + resource, e);
    }
  }

  double unitsPerEm() {
    return unitsPerEm;
  }

  boolean has(int codePoint) {
    return cmap.getGlyphId(codePoint) != 0;
  }

  /** Height of a capital letter, in ems. */
  double capHeight() {
    return capHeight;
  }

  /** Width of the text, in ems. */
  double width(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      sum += advance(codePoint);
      i += Character.charCount(codePoint);
    }
    return sum / unitsPerEm;
  }

  private int advance(int codePoint) {
    try {
      if (codePoint >= CACHED) {
        return font.getAdvanceWidth(cmap.getGlyphId(codePoint));
      }
      if (advances[codePoint] == 0) {
        advances[codePoint] = (short) font.getAdvanceWidth(cmap.getGlyphId(codePoint));
      }
      return advances[codePoint];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The shapes of the text, in units of the font from where it stands, y upwards. */
  Path2D outline(String text) {
    Path2D outline = new Path2D.Double();
    double x = 0;
    try {
      for (int codePoint : text.codePoints().toArray()) {
        GlyphData glyph = font.getGlyph().getGlyph(cmap.getGlyphId(codePoint));
        if (glyph != null) {
          outline.append(
              glyph.getPath().getPathIterator(AffineTransform.getTranslateInstance(x, 0)), false);
        }
        x += advance(codePoint);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return outline;
  }

  /** This font in a document; only the characters used are embedded, when it is saved. */
  PDFont embed(PDDocument document) throws IOException {
    return PDType0Font.load(document, font, true);
  }
}
