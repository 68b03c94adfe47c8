package uy.pfacturas.signing.internal;

/** Why {@link XmlParser} does not take some bytes. */
public enum Refusal {
  TOO_LARGE,
  NOT_WELL_FORMED,
  DOCTYPE,
  TOO_COMPLEX,
  XML_VERSION,
  NO_CANONICAL_FORM,
  TOO_MANY_PARTS
}
