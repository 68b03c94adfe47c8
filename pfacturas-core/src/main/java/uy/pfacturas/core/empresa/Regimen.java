package uy.pfacturas.core.empresa;

import java.util.Optional;

/**
 * The tax regime of the company, as far as documents show it.
 *
 * @see "Formato de los CFE v25-1, A-C10, B-C4, G-C5 and the legends of the printed representation"
 */
public enum Regimen {
  /** VAT like most. */
  GENERAL(0),
  /** Small company that pays a minimum of VAT; no document mentions VAT. */
  IVA_MINIMO(2),
  /** Monotributo. */
  MONOTRIBUTO(3),
  /** Monotributo Social MIDES. */
  MONOTRIBUTO_MIDES(4),
  /** Exempt by law. */
  EXONERADO(1);

  private final int caeEspecial;

  Regimen(int caeEspecial) {
    this.caeEspecial = caeEspecial;
  }

  /** The special CAE under which the company issues, G-C5; empty in the general regime. */
  public Optional<Integer> caeEspecial() {
    return caeEspecial == 0 ? Optional.empty() : Optional.of(caeEspecial);
  }

  /**
   * Whether the lines bear no VAT at all: A-C10 is 3 and the lines are of IndFact 16 (A-C10, B-C4,
   * G-C5).
   */
  public boolean isSinIva() {
    return caeEspecial > 1;
  }
}
