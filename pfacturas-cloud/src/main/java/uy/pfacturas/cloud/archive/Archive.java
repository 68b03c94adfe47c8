package uy.pfacturas.cloud.archive;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;

/**
 * The folder {@code firmados/} of a mailbox. Nothing in it is ever deleted or changed. Thread-safe.
 */
public final class Archive {
  private final Path root;

  /** In {@code firmados/} under the folder of a mailbox; made when first needed. */
  public Archive(Path mailbox) {
    this.root = mailbox.resolve("firmados");
  }

  /**
   * Keeps these documents: on the disk for good when this returns. Repeatable: what is there
   * already is left.
   *
   * @throws ArchiveException if one could not be written, or another document of its number is
   *     there
   */
  public void write(List<Firmado> documents) {
    throw new UnsupportedOperationException("write " + documents + root);
  }

  /** Where the XML of a document lies or would lie. */
  public Path xml(Numero numero, LocalDate dia) {
    throw new UnsupportedOperationException("xml " + numero + dia);
  }

  /** Where the PDF of a document lies or would lie; its folder exists once the document is kept. */
  public Path pdf(Numero numero, LocalDate dia) {
    throw new UnsupportedOperationException("pdf " + numero + dia);
  }

  /**
   * The document with this number, of this day of signing; empty if none is kept.
   *
   * @throws ArchiveException if it is there and cannot be read
   */
  public Optional<Firmado> read(Numero numero, LocalDate dia) {
    throw new UnsupportedOperationException("read " + numero + dia);
  }

  /**
   * The day under which this number is kept, newest days first; empty if none. Looks at each day.
   */
  public Optional<LocalDate> findDay(Numero numero) {
    throw new UnsupportedOperationException("findDay " + numero);
  }

  /** Numbers kept under this day of signing, by type, series and number; empty if none. */
  public List<Numero> findNumbers(LocalDate dia) {
    throw new UnsupportedOperationException("findNumbers " + dia);
  }
}
