package uy.pfacturas.cloud.contingencia;

import java.time.Instant;

/** A turn of the contingencia. */
public sealed interface Cambio {
  /** When. */
  Instant cuando();

  /**
   * It begins.
   *
   * @param causa why, for a person
   * @param aMano whether a person asked for it: then only a person ends it
   */
  record Entra(Instant cuando, String causa, boolean aMano) implements Cambio {}

  /**
   * It ends.
   *
   * @param aMano whether a person ended it
   */
  record Sale(Instant cuando, boolean aMano) implements Cambio {}
}
