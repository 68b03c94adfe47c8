package uy.pfacturas.core.sobre;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import uy.pfacturas.core.cfe.Binario;

/** Certificates as messages carry them. Whether one is to be trusted is not judged here. */
final class Certificados {
  private Certificados() {}

  /** The certificate of these bytes, DER; empty if they are none. */
  static Optional<X509Certificate> read(Binario der) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der.bytes())));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  /** The bytes of a certificate; empty if it cannot be written. */
  static Optional<Binario> bytes(X509Certificate certificate) {
    try {
      return Optional.of(Binario.of(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      return Optional.empty();
    }
  }
}
