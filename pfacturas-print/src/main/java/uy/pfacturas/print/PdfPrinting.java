package uy.pfacturas.print;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Sello;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.print.PrintData;
import uy.pfacturas.core.print.PrintOutcome;
import uy.pfacturas.core.print.Printing;

/**
 * Printing into a PDF file: written aside, forced to disk and renamed, so that a reader sees the
 * whole file or none. Any thread may call it, but not two for the same file; repeatable.
 */
public final class PdfPrinting implements Printing {
  private static final Logger LOG = LoggerFactory.getLogger(PdfPrinting.class);

  private final Representacion representacion;
  private final ResourceBundle texts;

  /**
   * @param representacion renders the PDF
   * @param locale language of the reasons that outcomes give
   */
  public PdfPrinting(Representacion representacion, Locale locale) {
    this.representacion = representacion;
    this.texts =
        // Spanish is the base: a language that has no texts gets it, whatever the machine speaks.
        ResourceBundle.getBundle(
            "uy.pfacturas.print.print",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** e-Tickets, e-Facturas and their notes, but those on another's account. */
  @Override
  public boolean prints(TipoCfe tipo) {
    boolean isSale = tipo.familia() == Familia.TICKET || tipo.familia() == Familia.FACTURA;
    return isSale && !tipo.isCuentaAjena();
  }

  @Override
  public PrintOutcome print(Cfe cfe, Sello sello, PrintData data, Path pdf) {
    byte[] bytes;
    try {
      bytes = representacion.render(cfe, sello, data);
    } catch (PrintException e) {
      LOG.error("not printed: {}", pdf.getFileName(), e);
      return notPrinted("documento", e.detail());
    }
    try {
      write(bytes, pdf);
      return new PrintOutcome.Printed();
    } catch (IOException e) {
      LOG.error("PDF not written: {}", pdf, e);
      return notPrinted("archivo", pdf);
    }
  }

  private PrintOutcome notPrinted(String key, Object detail) {
    MessageFormat reason = new MessageFormat(texts.getString(key), texts.getLocale());
    return new PrintOutcome.NotPrinted(reason.format(new Object[] {detail}));
  }

  private static void write(byte[] bytes, Path pdf) throws IOException {
    Path target = pdf.toAbsolutePath();
    Path aside = target.resolveSibling("." + target.getFileName() + ".parte");
    Files.createDirectories(aside.getParent());
    try (FileChannel channel =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    try {
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
