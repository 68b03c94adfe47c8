package uy.pfacturas.signing;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.trust.TrustedCertificates;

/**
 * Who may have made a signature.
 *
 * @param candidates the certificates in the signature, or those known by the issuer and serial
 *     number that it names; with keys that we take; at least one
 * @param all every certificate in the signature, as links to an authority
 */
record Signers(List<X509Certificate> candidates, List<X509Certificate> all) {
  /** A signer and a chain; more is an attempt to keep us busy. */
  private static final int MAX_CERTIFICATES = 8;

  static Signers of(
      StrictSignature signature, TrustedCertificates trusted, Collection<X509Certificate> beside)
      throws DefectException {
    List<X509Certificate> embedded = parse(signature.certificates());
    List<X509Certificate> named =
        embedded.isEmpty() ? named(signature.issuerSerials(), trusted, beside) : embedded;
    if (named.isEmpty()) {
      boolean isBare = signature.hasBareKey() && signature.issuerSerials().isEmpty();
      throw new DefectException(
          isBare ? Defect.KEY_WITHOUT_CERTIFICATE : Defect.CERTIFICATE_MISSING, "");
    }
    return suitable(named);
  }

  /** The owner of a certificate that is not in the signature, encoded. */
  static Signers of(byte[] certificate) throws DefectException {
    return suitable(parse(List.of(certificate)));
  }

  private static Signers suitable(List<X509Certificate> named) throws DefectException {
    List<X509Certificate> candidates = named.stream().filter(Signers::hasSuitableKey).toList();
    if (candidates.isEmpty()) {
      throw new DefectException(Defect.KEY_UNSUITABLE, named.get(0).getPublicKey().getAlgorithm());
    }
    return new Signers(candidates, named);
  }

  private static List<X509Certificate> named(
      List<IssuerSerial> names, TrustedCertificates trusted, Collection<X509Certificate> beside) {
    return Stream.of(trusted.known(), trusted.authorities(), beside)
        .flatMap(Collection::stream)
        .filter(certificate -> names.stream().anyMatch(name -> name.names(certificate)))
        .toList();
  }

  private static List<X509Certificate> parse(List<byte[]> encoded) throws DefectException {
    if (encoded.size() > MAX_CERTIFICATES) {
      throw new DefectException(Defect.SIGNATURE_STRUCTURE, "X509Data");
    }
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (byte[] bytes : encoded) {
        certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
      }
    } catch (CertificateException e) {
      throw new DefectException(Defect.CERTIFICATE_UNREADABLE, "");
    }
    return certificates;
  }

  private static boolean hasSuitableKey(X509Certificate certificate) {
    return certificate.getPublicKey() instanceof RSAPublicKey rsa
        && rsa.getModulus().bitLength() >= SigningKey.MIN_BITS;
  }
}
