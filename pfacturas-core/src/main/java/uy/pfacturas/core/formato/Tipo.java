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
  /** Holds fields, no value of its own. */
  GRUPO
}
