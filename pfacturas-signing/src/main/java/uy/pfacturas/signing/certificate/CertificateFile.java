package uy.pfacturas.signing.certificate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** A file of certificates: PEM (one or many) or DER (one). */
public record CertificateFile(Path file) {

  /**
   * The certificates in it, in their order; at least one.
   *
   * @throws CertificateFileException when it is missing or holds no certificate
   */
  public List<X509Certificate> read() {
    List<X509Certificate> found = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        found.add((X509Certificate) one);
      }
    } catch (IOException | CertificateException e) {
      throw new CertificateFileException(file, e);
    }
    if (found.isEmpty()) {
      throw new CertificateFileException(file, new CertificateException("no certificate"));
    }
    return List.copyOf(found);
  }
}
