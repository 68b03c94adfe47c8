package uy.pfacturas.signing.trust;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import uy.pfacturas.signing.certificate.CertificateFile;

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
   * @throws uy.pfacturas.signing.certificate.CertificateFileException when it is missing or holds
   *     no certificate
   */
  public static List<X509Certificate> read(Path file) {
    return new CertificateFile(file).read();
  }
}
