package uy.pfacturas.signing;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.w3c.dom.Element;
import uy.pfacturas.signing.internal.Dsig;

/** A certificate named by who issued it and under which number. */
record IssuerSerial(X500Principal issuer, BigInteger serialNumber) {
  /** A serial number has at most 20 bytes (RFC 5280): 49 digits. */
  private static final Pattern SERIAL = Pattern.compile("\\d{1,49}");

  /** Reads an {@code X509IssuerSerial}; empty when it names nothing that could exist. */
  static Optional<IssuerSerial> find(Element element) {
    List<Element> parts = Dsig.children(element);
    if (parts.size() != 2) {
      return Optional.empty();
    }
    String serial = parts.get(1).getTextContent().strip();
    if (!SERIAL.matcher(serial).matches()) {
      return Optional.empty();
    }
    try {
      X500Principal issuer = new X500Principal(parts.get(0).getTextContent().strip());
      return Optional.of(new IssuerSerial(issuer, new BigInteger(serial)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean names(X509Certificate certificate) {
    return certificate.getSerialNumber().equals(serialNumber)
        && certificate.getIssuerX500Principal().equals(issuer);
  }
}
