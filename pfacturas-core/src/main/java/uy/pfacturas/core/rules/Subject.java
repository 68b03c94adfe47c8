package uy.pfacturas.core.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import uy.pfacturas.core.calculo.Sums;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.ley.Retenciones;
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
  private static final int RUC = 2;

  TipoCfe tipo() {
    return cfe.tipo();
  }

  Familia familia() {
    return tipo().familia();
  }

  /** The retentions that DGI knows. */
  Retenciones retenciones() {
    return Retenciones.published();
  }

  /** Foreign money bought to be sold again, A-C21: 1 on one's own account, 2 on another's. */
  Optional<Integer> compraMe() {
    return cfe.idDoc().indCompraMEReventa();
  }

  /** Whether the receiver is identified by a RUC, A-C60. */
  boolean isToRuc() {
    return cfe.receptor().flatMap(r -> r.tipoDocRecep()).filter(t -> t == RUC).isPresent();
  }

  /** Amounts include IMEBA and what comes with it, A-C10. */
  boolean isWithImeba() {
    return cfe.idDoc().mntBruto().filter(m -> m == 2).isPresent();
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
