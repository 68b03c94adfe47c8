package uy.pfacturas.print.internal.layout;

/** Where lines stand in their width. */
public enum Align {
  LEFT(0),
  CENTRE(0.5),
  RIGHT(1);

  private final double share;

  Align(double share) {
    this.share = share;
  }

  /** How far from the left edge something of {@code length} begins within {@code width}. */
  double offset(double width, double length) {
    return (width - length) * share;
  }
}
