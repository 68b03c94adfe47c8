package uy.pfacturas.core.sobre;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.tree.Decoding;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.xml.XmlFault;
import uy.pfacturas.core.xml.XmlSkim;
import uy.pfacturas.core.xml.XmlSlice;
import uy.pfacturas.core.xml.XmlTree;

/**
 * A signed CFE as the bytes that were signed: the element {@code CFE}, UTF-8, nothing around it.
 * What it says is read from them by {@link uy.pfacturas.core.xml.CfeXml}; whether the signature
 * holds is for the signing module. Immutable; equal if the bytes are.
 */
public final class CfeFirmado {
  private static final String ELEMENTO = "CFE";
  private static final List<String> TIPO = List.of(ELEMENTO, "*", "Encabezado", "IdDoc", "TipoCFE");
  private static final List<String> EMISOR =
      List.of(ELEMENTO, "*", "Encabezado", "Emisor", "RUCEmisor");
  private static final List<String> RECEPTOR =
      List.of(ELEMENTO, "*", "Encabezado", "Receptor", "DocRecep");
  private static final List<String> CERTIFICADO =
      List.of(ELEMENTO, "Signature", "KeyInfo", "X509Data", "X509Certificate");
  private static final List<String> SERIE =
      List.of(ELEMENTO, "Signature", "KeyInfo", "X509Data", "X509IssuerSerial", "X509SerialNumber");
  private static final List<String> FIRMA = List.of(ELEMENTO, "Signature", "SignatureValue");

  private final byte[] xml;
  private final XmlSkim skim;

  private CfeFirmado(byte[] xml, XmlSkim skim) {
    this.xml = xml;
    this.skim = skim;
  }

  /**
   * A document of its own. What stands around its element, such as a declaration, is left away: it
   * is no part of what was signed. A document in another encoding becomes UTF-8, in which it was
   * signed whatever its encoding.
   */
  public static Parsed<CfeFirmado> parse(byte[] document) {
    FaultList faults = new FaultList();
    Optional<CfeFirmado> cfe =
        new Decoding(Optional.empty(), faults)
            .xml(document)
            .filter(text -> XmlSkim.read(text, List.of(), faults).isPresent())
            .flatMap(text -> of(XmlSlice.root(text), faults));
    return cfe.isPresent() && faults.isEmpty()
        ? Parsed.of(cfe.get(), List.of())
        : new Parsed.Malformed<>(faults.list());
  }

  /** The document that was cut out of something well-formed; empty after a fault. */
  static Optional<CfeFirmado> of(XmlSlice slice, FaultList faults) {
    return XmlSkim.read(
            slice.xml(), List.of(TIPO, EMISOR, RECEPTOR, CERTIFICADO, SERIE, FIRMA), faults)
        .filter(skim -> isCfe(skim, slice.place(), faults))
        .map(skim -> new CfeFirmado(slice.xml().getBytes(StandardCharsets.UTF_8), skim));
  }

  private static boolean isCfe(XmlSkim skim, Place place, FaultList faults) {
    if (!skim.name().equals(ELEMENTO)) {
      faults.add(XmlFault.RAIZ, "", place, skim.name(), ELEMENTO);
      return false;
    } else if (!skim.namespace().equals(XmlTree.DGI)) {
      faults.add(XmlFault.ESPACIO_DE_NOMBRES, "", place, skim.name(), skim.namespace());
      return false;
    }
    return true;
  }

  /** A copy of the bytes, to be verified, stored or read as a document of their own. */
  public byte[] bytes() {
    return xml.clone();
  }

  /** The bytes as text. */
  String text() {
    return new String(xml, StandardCharsets.UTF_8);
  }

  /** How many bytes. */
  public int size() {
    return xml.length;
  }

  /** The type that it says, A-C2; empty if none of DGI's. */
  public Optional<TipoCfe> tipo() {
    return skim.text(TIPO)
        .map(String::strip)
        .filter(t -> t.matches("[0-9]{3}"))
        .flatMap(t -> TipoCfe.find(Integer.parseInt(t)));
  }

  /** The issuer that it says, A-C40; empty if none. */
  public Optional<String> rucEmisor() {
    return skim.text(EMISOR).map(String::strip);
  }

  /** The document of the receiver that it says, A-C62; empty if none. */
  public Optional<String> docRecep() {
    return skim.text(RECEPTOR).map(String::strip);
  }

  /**
   * Whether its signature names another certificate than this: by itself, or by its serial number
   * where that is all that it names.
   */
  boolean contradicts(X509Certificate certificate) {
    Optional<String> named = skim.text(CERTIFICADO);
    return named.isPresent()
        ? !named.flatMap(Binario::find).equals(Certificados.bytes(certificate))
        : skim.text(SERIE)
            .filter(s -> !s.strip().equals(certificate.getSerialNumber().toString()))
            .isPresent();
  }

  /** Whether it has a signature; whether that holds is not judged. */
  public boolean isFirmado() {
    return skim.text(FIRMA).filter(s -> !s.isBlank()).isPresent();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CfeFirmado c && Arrays.equals(xml, c.xml);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(xml);
  }

  @Override
  public String toString() {
    return "CFE of " + xml.length + " bytes";
  }
}
