package uy.pfacturas.signing;

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
import java.util.Collection;
import java.util.List;

/**
 * Whom we trust, and which certificates we know of documents that name theirs by issuer and serial
 * number only, as DGI's own samples do.
 *
 * @param authorities certificates of authorities, or of signers who are trusted themselves; empty:
 *     trust is not checked
 * @param known further certificates, not trusted for being known: intermediate authorities, signers
 */
public record TrustedCertificates(List<X509Certificate> authorities, List<X509Certificate> known) {
  public TrustedCertificates {
    authorities = List.copyOf(authorities);
    known = List.copyOf(known);
  }

  /** Nobody: signatures are verified, trust is {@link Trust#NOT_CHECKED}. */
  public static TrustedCertificates none() {
    return new TrustedCertificates(List.of(), List.of());
  }

  /** These authorities or signers. */
  public static TrustedCertificates of(Collection<X509Certificate> authorities) {
    return new TrustedCertificates(List.copyOf(authorities), List.of());
  }

  /** The same trust, with these certificates known. */
  public TrustedCertificates withKnown(Collection<X509Certificate> certificates) {
    return new TrustedCertificates(authorities, List.copyOf(certificates));
  }

  /**
   * Reads the certificates in a PEM file (one or many) or a DER file (one).
   *
   * @throws CertificateFileException when it is missing or holds no certificate
   */
  public static List<X509Certificate> read(Path file) {
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
