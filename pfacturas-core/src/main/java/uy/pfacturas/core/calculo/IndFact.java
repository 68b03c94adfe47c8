package uy.pfacturas.core.calculo;

/**
 * Codes of the indicator of invoicing, B-C4 and D-C7, as far as amounts depend on them.
 *
 * @see "Formato de los CFE v25-1, B-C4"
 */
public final class IndFact {
  /** Exempt of VAT. */
  public static final int EXENTO = 1;

  /** Taxed at the minimum rate. */
  public static final int TASA_MINIMA = 2;

  /** Taxed at the basic rate. */
  public static final int TASA_BASICA = 3;

  /** Taxed at another rate, or VAT on a fictitious base. */
  public static final int OTRA_TASA = 4;

  /** Delivered free of charge: price and amount are zero. */
  public static final int GRATIS = 5;

  /** Not invoiceable, added to what is to pay. */
  public static final int NO_FACTURABLE = 6;

  /** Not invoiceable, taken from what is to pay. */
  public static final int NO_FACTURABLE_NEGATIVO = 7;

  /** Only e-Remitos: a line that is taken from an e-Remito that was issued before. */
  public static final int A_REBAJAR = 8;

  /** Only e-Resguardos: a line that undoes one of an e-Resguardo that was issued before. */
  public static final int A_ANULAR = 9;

  /** Export and alike. */
  public static final int EXPORTACION = 10;

  /** Perceived tax. */
  public static final int IMPUESTO_PERCIBIDO = 11;

  /** VAT in suspense. */
  public static final int IVA_EN_SUSPENSO = 12;

  /** Only e-Boletas: sold by one who pays no tax. */
  public static final int NO_CONTRIBUYENTE = 13;

  /** Only e-Boletas: sold by a payer of IVA mínimo or monotributo. */
  public static final int VENDEDOR_SIN_IVA = 14;

  /** Only e-Boletas: sold by a payer of IMEBA. */
  public static final int IMEBA = 15;

  /** Sold by a payer of IVA mínimo or monotributo. */
  public static final int IVA_MINIMO = 16;

  /** Only e-Boletas: foreign money bought to be sold again. */
  public static final int MONEDA_EXTRANJERA = 17;

  private IndFact() {}
}
