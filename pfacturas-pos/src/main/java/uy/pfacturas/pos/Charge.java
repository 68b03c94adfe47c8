package uy.pfacturas.pos;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.Numero;

/**
 * What a terminal is asked to charge, with the data that the laws of VAT reduction want, taken from
 * the invoice. Percentages are never computed here: the network returns the amounts.
 *
 * @param id the caller's own id of the payment
 * @param monto amount, above zero, scale 2
 * @param moneda its currency
 * @param gravado the part of the amount that is taxed, without VAT
 * @param iva VAT in the amount
 * @param factura the invoice's number; empty when the charge comes first
 * @param consumidorFinal whether the buyer is a final consumer, not a company with RUT
 */
public record Charge(
    UUID id,
    BigDecimal monto,
    Moneda moneda,
    BigDecimal gravado,
    BigDecimal iva,
    Optional<Numero> factura,
    boolean consumidorFinal) {
  /**
   * @throws IllegalArgumentException if the amount is not above zero
   */
  public Charge {
    if (monto.signum() <= 0) {
      throw new IllegalArgumentException("monto is not above zero: " + monto);
    }
  }
}
