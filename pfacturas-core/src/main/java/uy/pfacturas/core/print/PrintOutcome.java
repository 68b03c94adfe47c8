package uy.pfacturas.core.print;

/** What a printer answers. */
public sealed interface PrintOutcome {
  /** The paper, or its file, exists. */
  record Printed() implements PrintOutcome {}

  /** Not printed; the reason for a person, without secrets. May be tried again. */
  record NotPrinted(String reason) implements PrintOutcome {}

  /** Nobody can say whether it was printed; the reason for a person. */
  record Unknown(String reason) implements PrintOutcome {}
}
