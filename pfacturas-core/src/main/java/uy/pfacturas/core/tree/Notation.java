package uy.pfacturas.core.tree;

/**
 * How values are written.
 *
 * @param decimalComma whether amounts have a decimal comma; else a point
 * @param exact whether it is DGI's XML: names in their case and order, days only {@code
 *     AAAA-MM-DD}, blanks of texts kept
 */
public record Notation(boolean decimalComma, boolean exact) {
  /** The ERP's files with a decimal point: JSON, XML, and TXT unless declared otherwise. */
  public static final Notation POINT = new Notation(false, false);

  /** The ERP's files with a decimal comma. */
  public static final Notation COMMA = new Notation(true, false);

  /** DGI's XML. */
  public static final Notation DGI = new Notation(false, true);

  /** An amount as it is written here, for a sentence. */
  String example() {
    return decimalComma ? "1234,50" : "1234.50";
  }
}
