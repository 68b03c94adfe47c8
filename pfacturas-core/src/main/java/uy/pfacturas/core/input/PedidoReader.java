package uy.pfacturas.core.input;

/**
 * Reads a file of the ERP, whatever of the three formats it is in.
 *
 * <p>Hostile input is safe: bounded time and memory, no DTDs, no entities; nothing but a {@link
 * Reading} comes back. Thread-safe.
 */
public final class PedidoReader {
  private final Syntax syntax;

  /** A reader for files written in this way. */
  public PedidoReader(Syntax syntax) {
    this.syntax = syntax;
  }

  /**
   * Reads one file.
   *
   * @param content all its bytes
   * @param fileName its name, whose ending ({@code .txt}, {@code .json}, {@code .xml}, any case)
   *     tells the format
   */
  public Reading read(byte[] content, String fileName) {
    throw new UnsupportedOperationException("read " + fileName + " in " + syntax);
  }

  /**
   * Whether the content shows its own end, for files that were neither renamed in nor marked
   * complete: a text by its last line {@code [Fin]} or a {@code CantLinDet} that equals its items,
   * JSON and XML by being well-formed to the end.
   */
  public boolean isComplete(byte[] content, String fileName) {
    throw new UnsupportedOperationException("isComplete " + fileName);
  }
}
