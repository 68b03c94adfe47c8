package uy.pfacturas.core.mensaje;

import java.util.List;
import uy.pfacturas.core.fault.Fault;

/**
 * DGI's XML of one kind of message, namespace {@code http://cfe.dgi.gub.uy}, version 1.0, UTF-8.
 * Implementations are immutable and safe for any number of threads.
 *
 * @param <T> the message as a value
 */
public interface MensajeXml<T> {
  /**
   * The XML of a message: elements in DGI's order, no blanks between them, times in whole seconds;
   * the same value gives the same bytes. Messages that DGI wants signed come without signature,
   * which belongs at the end of the outermost element.
   *
   * @throws IllegalArgumentException if a text holds a character that XML cannot; {@link #check}
   *     finds those before
   */
  byte[] render(T message);

  /**
   * The message in this XML. No DTD, no entities, bounded size, depth and number of elements;
   * nothing but a {@link Parsed} comes back. A signature is left aside.
   */
  Parsed<T> parse(byte[] xml);

  /** What is wrong with a message by DGI's text and schema; all of it, empty if nothing. */
  List<Fault> check(T message);
}
