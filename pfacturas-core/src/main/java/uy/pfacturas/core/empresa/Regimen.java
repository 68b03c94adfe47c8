package uy.pfacturas.core.empresa;

/**
 * The tax regime of the company, as far as documents show it.
 *
 * @see "Formato de los CFE v25-1, A-C10, B-C4, G-C5 and the legends of the printed representation"
 */
public enum Regimen {
  /** VAT like most. */
  GENERAL,
  /** Small company that pays a minimum of VAT; no document mentions VAT. */
  IVA_MINIMO,
  /** Monotributo. */
  MONOTRIBUTO,
  /** Monotributo Social MIDES. */
  MONOTRIBUTO_MIDES,
  /** Exempt by law. */
  EXONERADO
}
