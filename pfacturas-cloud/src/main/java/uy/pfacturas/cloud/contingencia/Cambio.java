package uy.pfacturas.cloud.contingencia;

import java.time.Instant;

/** A turn of the contingencia. */
public sealed interface Cambio {
  /** When. */
  Instant cuando();

  /** Why, for a person; empty at the end of a stay. */
  String causa();

  /** Whether a person asked for it. */
  boolean aMano();

  /** What the journal calls it. */
  Hecho hecho();

  /** Kinds of turns, as the journal writes them. */
  enum Hecho {
    /** A stay begins. */
    ENTRA,
    /** A person makes a stay that began by itself one that only a person ends. */
    CONFIRMA,
    /** A stay ends. */
    SALE
  }

  /**
   * It begins.
   *
   * @param causa why, for a person
   * @param aMano whether a person asked for it: then only a person ends it
   */
  record Entra(Instant cuando, String causa, boolean aMano) implements Cambio {
    @Override
    public Hecho hecho() {
      return Hecho.ENTRA;
    }
  }

  /**
   * A person keeps it on: from here on only a person ends it.
   *
   * @param causa why, for a person
   */
  record Confirma(Instant cuando, String causa) implements Cambio {
    @Override
    public boolean aMano() {
      return true;
    }

    @Override
    public Hecho hecho() {
      return Hecho.CONFIRMA;
    }
  }

  /**
   * It ends.
   *
   * @param aMano whether a person ended it
   */
  record Sale(Instant cuando, boolean aMano) implements Cambio {
    @Override
    public String causa() {
      return "";
    }

    @Override
    public Hecho hecho() {
      return Hecho.SALE;
    }
  }
}
