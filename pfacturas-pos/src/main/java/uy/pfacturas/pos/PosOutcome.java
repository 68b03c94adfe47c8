package uy.pfacturas.pos;

import java.math.BigDecimal;
import java.util.List;

/** What became of a payment. */
public sealed interface PosOutcome {
  /**
   * The card was charged.
   *
   * @param autorizacion authorisation code of the acquirer
   * @param red the terminal's network
   * @param adquirente who acquired it
   * @param emisor who issued the card
   * @param tarjeta the card's number, masked
   * @param descuentoIva VAT that the law gave back, as the network returned it; zero if none
   * @param voucher lines of the voucher, ready to print
   */
  record Approved(
      String autorizacion,
      String red,
      String adquirente,
      String emisor,
      String tarjeta,
      BigDecimal descuentoIva,
      List<String> voucher)
      implements PosOutcome {
    public Approved {
      voucher = List.copyOf(voucher);
    }
  }

  /** The acquirer said no: its code and its words. Nothing was charged. */
  record Declined(String codigo, String mensaje) implements PosOutcome {}

  /** Stopped before the card was charged. */
  record Cancelled() implements PosOutcome {}

  /** No card came in time. Nothing was charged. */
  record Expired() implements PosOutcome {}

  /** Charged and taken back. */
  record Reversed() implements PosOutcome {}

  /** Nobody can say yet; ask again before anything is charged. */
  record Unknown(String cause) implements PosOutcome {}

  /** Asking does not help: what a person must do. */
  record NeedsPerson(String what) implements PosOutcome {}
}
