package uy.pfacturas.core.xml;

import java.util.List;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.fault.Fault;

/**
 * DGI's XML of a document: element {@code CFE} of {@code http://cfe.dgi.gub.uy}, version 1.0,
 * UTF-8. Thread-safe.
 */
public final class CfeXml {
  /** What came of parsing. */
  public sealed interface Parsed {
    /** The document; its signature, if any, is left aside. */
    record Document(Cfe cfe) implements Parsed {}

    /** Not a document of DGI's format: all that is wrong. */
    record Malformed(List<Fault> faults) implements Parsed {}
  }

  private CfeXml() {}

  /**
   * The XML of a document, without signature, elements in DGI's order, absent ones left out; the
   * same document gives the same bytes.
   */
  public static byte[] render(Cfe cfe) {
    throw new UnsupportedOperationException("render " + cfe);
  }

  /**
   * The document in this XML: a {@code CFE}, or a {@code CFE_Adenda} that holds one. No DTD, no
   * entities; bounded depth and size; nothing but a {@link Parsed} comes back.
   */
  public static Parsed parse(byte[] xml) {
    throw new UnsupportedOperationException("parse " + xml.length);
  }
}
