package uy.pfacturas.core.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import uy.pfacturas.core.calculo.Sums;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.ley.TasasIva;
import uy.pfacturas.core.ley.Ui;

/**
 * A document under validation and what its rules have to know beside it.
 *
 * @param cfe the document; its type is known
 * @param today day in Uruguay
 * @param caeEspecial special CAE of the company or of the document, G-C5; empty in the general
 *     regime
 * @param isRegimeKnown whether an empty {@code caeEspecial} means the general regime
 * @param toleranciaIva what VAT may differ from net by rate where lines include VAT
 */
record Subject(
    Cfe cfe,
    LocalDate today,
    Optional<Integer> caeEspecial,
    boolean isRegimeKnown,
    Ui ui,
    TasasIva tasas,
    BigDecimal toleranciaIva,
    Sums sums) {
  private static final int EXEMPT = 1;

  TipoCfe tipo() {
    return cfe.tipo();
  }

  boolean isFactura() {
    return tipo().familia() == Familia.FACTURA;
  }

  /** Lines include VAT, A-C10. */
  boolean isGross() {
    return cfe.idDoc().mntBruto().filter(m -> m == 1).isPresent();
  }

  /** IVA mínimo or monotributo by A-C10. */
  boolean isSinIva() {
    return cfe.idDoc().mntBruto().filter(m -> m == 3).isPresent();
  }

  boolean isExempt() {
    return caeEspecial.filter(e -> e == EXEMPT).isPresent();
  }

  /** Under professional secrecy the receiver need not be told, A-C18. */
  boolean isSecret() {
    return cfe.idDoc().secProf().isPresent();
  }

  boolean isCobranza() {
    return cfe.idDoc().indCobPropia().isPresent();
  }
}
