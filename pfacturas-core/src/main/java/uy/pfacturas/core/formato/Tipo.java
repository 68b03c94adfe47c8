package uy.pfacturas.core.formato;

/** What kind of value a field holds, by DGI's words. */
public enum Tipo {
  /** Text. */
  ALFA,
  /** Whole number, or digits that are kept as text (RUC). */
  NUM,
  /** Number with decimals: DGI's NUM with decimals. */
  MONTO,
  /** Day. */
  FECHA,
  /** Instant with its offset. */
  FECHAHORA,
  /** An element of another vocabulary, kept as it came. */
  XML,
  /** Holds fields, no value of its own. */
  GRUPO
}
