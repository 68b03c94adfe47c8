package uy.pfacturas.print.internal.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import uy.pfacturas.print.PrintException;

/** A PDF in the making. The same calls give the same bytes. */
public final class Pdf implements AutoCloseable {
  private final Typefaces typefaces;
  private final PDDocument document = new PDDocument();
  private final List<Canvas> pages = new ArrayList<>();
  private final PDFont regular;
  private final PDFont bold;

  /**
   * An empty PDF.
   *
   * @param typefaces fonts, not used by another PDF until this one is closed
   * @param title shown by readers
   * @param author issuer
   * @param created its date; also makes the PDF's own identity, with the title
   */
  public Pdf(Typefaces typefaces, String title, String author, ZonedDateTime created) {
    this.typefaces = typefaces;
    try {
      regular = typefaces.of(new Letra(false, 1, 0)).embed(document);
      bold = typefaces.of(new Letra(true, 1, 0)).embed(document);
    } catch (IOException e) {
      throw new PrintException("fonts not embedded", e);
    }
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setAuthor(author);
    information.setProducer("pFacturas");
    information.setCreationDate(GregorianCalendar.from(created));
    document.setDocumentInformation(information);
    document.setDocumentId(created.toEpochSecond());
    document.getDocumentCatalog().setLanguage("es-UY");
  }

  /** A new page after the others. */
  public Canvas newPage() {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try {
      Canvas canvas = new Canvas(new PDPageContentStream(document, page), this);
      pages.add(canvas);
      return canvas;
    } catch (IOException e) {
      throw new PrintException("page not begun", e);
    }
  }

  /** The whole file; nothing can be drawn afterwards. */
  public byte[] bytes() {
    try {
      for (Canvas page : pages) {
        page.close();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new PrintException("PDF not made", e);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new PrintException("PDF not closed", e);
    }
  }

  Typefaces typefaces() {
    return typefaces;
  }

  PDFont font(Letra letra) {
    return letra.negrita() ? bold : regular;
  }
}
