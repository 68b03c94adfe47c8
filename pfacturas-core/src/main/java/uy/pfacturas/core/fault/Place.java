package uy.pfacturas.core.fault;

/**
 * Where something stands in the ERP's file.
 *
 * @param line from 1; 0 where the format has no lines
 * @param column from 1, in characters; 0 where unknown
 */
public record Place(int line, int column) {
  /** No place: the thing is missing, or concerns the whole file. */
  public static final Place NONE = new Place(0, 0);

  /** Whether this names a line. */
  public boolean isKnown() {
    return line > 0;
  }
}
