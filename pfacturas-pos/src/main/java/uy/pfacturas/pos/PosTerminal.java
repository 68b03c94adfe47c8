package uy.pfacturas.pos;

import java.util.Set;
import java.util.UUID;

/**
 * A card terminal, whatever network it belongs to.
 *
 * <p>One payment at a time: the caller holds a lock per terminal, and has stored the payment under
 * its own id before it calls. A time-out is {@link PosOutcome.Unknown}, never a decline; after it
 * the caller asks with {@link #query} before anything is charged again. Methods block until there
 * is an outcome or the network's own deadline is over, and may be called from any thread.
 */
public interface PosTerminal {
  /** What this terminal can do; an operation outside this set is refused. */
  enum Operation {
    SALE,
    REFUND,
    VOID,
    QUERY,
    CANCEL,
    REVERSE,
    CLOSE_BATCH
  }

  /** What it can do. */
  Set<Operation> operations();

  /**
   * Charges a card.
   *
   * @param charge what to charge, with an id that was never used before
   */
  PosOutcome sale(Charge charge);

  /**
   * Gives money back to the card of an earlier sale, perhaps a part of it.
   *
   * @param charge the amount to give back, with an id of its own
   * @param sale the id of the sale
   * @throws UnsupportedOperationException if {@link #operations()} lacks it
   */
  PosOutcome refund(Charge charge, UUID sale);

  /**
   * Undoes a whole sale of the open batch.
   *
   * @throws UnsupportedOperationException if {@link #operations()} lacks it
   */
  PosOutcome voidSale(UUID sale);

  /** What became of a payment; changes nothing, may be repeated. */
  PosOutcome query(UUID payment);

  /**
   * Stops a payment that is waiting for its card; the outcome says whether it came too late.
   *
   * @throws UnsupportedOperationException if {@link #operations()} lacks it
   */
  PosOutcome cancel(UUID payment);
}
