package uy.pfacturas.core.mensaje;

import java.util.List;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.tree.FaultList;

/**
 * What came of parsing a message.
 *
 * @param <T> the message as a value
 */
public sealed interface Parsed<T> {
  /** A message that could be read, with the first hundred of its faults. */
  static <T> Parsed<T> of(T value, List<Fault> faults) {
    FaultList shown = new FaultList();
    faults.forEach(shown::add);
    return new Message<>(value, shown.list());
  }

  /**
   * It could be read.
   *
   * @param value the message
   * @param faults what DGI's text and schema find wrong with it, with places; empty if nothing.
   *     Whether such a message is taken or refused is for the caller
   */
  record Message<T>(T value, List<Fault> faults) implements Parsed<T> {
    public Message {
      faults = List.copyOf(faults);
    }
  }

  /**
   * It is no such message.
   *
   * @param faults all that is wrong, with places; never empty
   */
  record Malformed<T>(List<Fault> faults) implements Parsed<T> {
    public Malformed {
      faults = List.copyOf(faults);
    }
  }
}
