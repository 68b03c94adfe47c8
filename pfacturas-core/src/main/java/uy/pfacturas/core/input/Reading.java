package uy.pfacturas.core.input;

import java.util.List;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.pedido.Pedido;

/** What came of reading a file. */
public sealed interface Reading {
  /**
   * The file was understood.
   *
   * @param avisos what was mended on the way, for the person to know
   */
  record Read(Pedido pedido, List<Fault> avisos) implements Reading {}

  /**
   * The file was not understood; all that is wrong with it. Its id, where it could be read, so that
   * the answer finds the ERP.
   */
  record Unreadable(java.util.Optional<String> id, List<Fault> faults) implements Reading {}
}
