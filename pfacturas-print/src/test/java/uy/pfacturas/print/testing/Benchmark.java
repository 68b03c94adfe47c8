package uy.pfacturas.print.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Documents per second on one thread, beside what PDFBox alone takes for one line of text in the
 * same fonts, parsed once or for each document.
 */
public final class Benchmark {
  private static final int SECONDS = 5;
  private static final String[] FONTS = {
    "/liberation/LiberationSans-Regular.ttf", "/liberation/LiberationSans-Bold.ttf"
  };

  private final PrintStream out;

  private Benchmark(PrintStream out) {
    this.out = out;
  }

  /** Writes one line per case to a file: {@code args[0]}. */
  public static void main(String[] args) throws IOException {
    try (PrintStream out = new PrintStream(args[0], StandardCharsets.UTF_8)) {
      new Benchmark(out).run();
    }
  }

  private void run() {
    TrueTypeFont[] parsed = {parse(FONTS[0]), parse(FONTS[1])};
    measure("PDFBox, fonts parsed for each document", () -> bare(parse(FONTS[0]), parse(FONTS[1])));
    measure("PDFBox, fonts parsed once", () -> bare(parsed));
    Paper ordinary = Papers.eFactura();
    measure("e-Factura of 3 lines", () -> ordinary.pdf().length);
    Paper thirty = Papers.lines(30);
    measure("e-Ticket of 30 lines", () -> thirty.pdf().length);
    Paper long700 = Papers.lines(700);
    measure("e-Ticket of 700 lines", () -> long700.pdf().length);
  }

  private interface Work {
    long run();
  }

  private void measure(String name, Work work) {
    repeat(work, SECONDS);
    long[] measured = repeat(work, SECONDS);
    out.printf(
        Locale.ROOT,
        "%-42s %8.1f per second, %6.2f ms, %d bytes%n",
        name,
        measured[0] * 1e9 / measured[1],
        measured[1] / 1e6 / measured[0],
        measured[2]);
  }

  /** Times, nanoseconds, size of the last. */
  private static long[] repeat(Work work, int seconds) {
    long start = System.nanoTime();
    long times = 0;
    long size = 0;
    while (System.nanoTime() - start < seconds * 1_000_000_000L) {
      size = work.run();
      times++;
    }
    return new long[] {times, System.nanoTime() - start, size};
  }

  private static long bare(TrueTypeFont... fonts) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        for (TrueTypeFont font : fonts) {
          PDFont embedded = PDType0Font.load(document, font, true);
          stream.beginText();
          stream.setFont(embedded, 10);
          stream.newLineAtOffset(50, 700);
          stream.showText("RUC 219999830019 Nota de Crédito de e-Factura");
          stream.endText();
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrueTypeFont parse(String resource) {
    try (InputStream in = Benchmark.class.getResourceAsStream(resource)) {
      return new TTFParser()
          .parse(new RandomAccessReadBuffer(Objects.requireNonNull(in).readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
