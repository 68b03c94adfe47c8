package uy.pfacturas.core.input;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How the files of one mailbox are written.
 *
 * @param charset encoding declared for files that are neither UTF-8 nor ASCII; empty if none is
 *     declared
 * @param decimalComma whether amounts in text files have a decimal comma instead of a point
 * @param maxBytes size over which a file is refused unread
 * @param numeracion whether the files bear the numbers of their documents
 */
public record Syntax(
    Optional<Charset> charset, boolean decimalComma, int maxBytes, Numeracion numeracion) {
  /** UTF-8 or ASCII, decimal point, 4 MiB. */
  public static final Syntax DEFAULT = new Syntax(Optional.empty(), false, 4 << 20);

  /** Of files that bear no number. */
  public Syntax(Optional<Charset> charset, boolean decimalComma, int maxBytes) {
    this(charset, decimalComma, maxBytes, Numeracion.PROGRAMA);
  }
}
