package uy.pfacturas.signing.revocation;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;

/**
 * A list of the certificates that an authority took back, checked once.
 *
 * @see "RFC 5280, 5 and 6.3"
 */
final class Crl {
  private static final int CRL_SIGN = 6;

  /** Keeps expired certificates listed since a moment (X.509, expiredCertsOnCRL). */
  private static final String EXPIRED_CERTS = "2.5.29.60";

  /** What we understand of what must be understood. */
  private static final Set<String> CRITICAL =
      Set.of(Extension.issuingDistributionPoint.getId(), Extension.authorityKeyIdentifier.getId());

  private final X509CRL list;
  private final String source;
  private final Span span;

  private Crl(X509CRL list, String source) {
    this.list = list;
    this.source = source;
    this.span = Span.of(list.getThisUpdate(), list.getNextUpdate());
  }

  /** Reads a list and checks that it is this authority's. */
  static Crl of(byte[] bytes, String source, X509Certificate issuer) throws DoubtException {
    Crl crl = new Crl(parse(bytes, source), source);
    crl.requireSignedBy(issuer);
    return crl;
  }

  private static X509CRL parse(byte[] bytes, String source) throws DoubtException {
    try {
      return (X509CRL)
          CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
    } catch (CRLException | CertificateException e) {
      throw new DoubtException(Doubt.MALFORMED, source);
    }
  }

  private void requireSignedBy(X509Certificate issuer) throws DoubtException {
    if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      throw new DoubtException(Doubt.OTHER, source);
    }
    boolean[] usage = issuer.getKeyUsage();
    try {
      list.verify(issuer.getPublicKey());
    } catch (GeneralSecurityException e) {
      throw new DoubtException(Doubt.NOT_SIGNED, source);
    }
    if (usage != null && !usage[CRL_SIGN]) {
      throw new DoubtException(Doubt.NOT_SIGNED, source);
    }
  }

  /** What the list says of a certificate. */
  Said of(X509Certificate certificate, Instant now) throws DoubtException {
    span.require(now, source);
    requireCovers(certificate);
    X509CRLEntry entry = list.getRevokedCertificate(certificate);
    return new Said(entry == null ? good(certificate, now) : revoked(entry), span.to());
  }

  /** A whole list, and one of such certificates. */
  private void requireCovers(X509Certificate certificate) throws DoubtException {
    Set<String> critical = list.getCriticalExtensionOIDs();
    boolean isKnown = critical == null || CRITICAL.containsAll(critical);
    boolean isDelta = list.getExtensionValue(Extension.deltaCRLIndicator.getId()) != null;
    if (!isKnown || isDelta || !isForAll(certificate)) {
      throw new DoubtException(Doubt.OTHER, source);
    }
  }

  private boolean isForAll(X509Certificate certificate) throws DoubtException {
    Optional<IssuingDistributionPoint> scope =
        extension(list.getExtensionValue(Extension.issuingDistributionPoint.getId()))
            .map(IssuingDistributionPoint::getInstance);
    boolean isAuthority = certificate.getBasicConstraints() >= 0;
    return scope.isEmpty()
        || (!scope.get().isIndirectCRL()
            && !scope.get().onlyContainsAttributeCerts()
            && scope.get().getOnlySomeReasons() == null
            && !(scope.get().onlyContainsCACerts() && !isAuthority)
            && !(scope.get().onlyContainsUserCerts() && isAuthority));
  }

  private Revocation good(X509Certificate certificate, Instant now) throws DoubtException {
    Instant expiry = certificate.getNotAfter().toInstant();
    boolean isKept = expiredSince().filter(since -> !expiry.isBefore(since)).isPresent();
    return now.isAfter(expiry) && !isKept
        ? Revocation.Unknown.of(Doubt.EXPIRED, source, expiry.toString())
        : new Revocation.Good(source, span.from());
  }

  private Optional<Instant> expiredSince() throws DoubtException {
    return time(list.getExtensionValue(EXPIRED_CERTS));
  }

  private Revocation revoked(X509CRLEntry entry) throws DoubtException {
    Instant when = entry.getRevocationDate().toInstant();
    Instant unsafe = time(entry.getExtensionValue(Extension.invalidityDate.getId())).orElse(when);
    CRLReason reason =
        Optional.ofNullable(entry.getRevocationReason()).orElse(CRLReason.UNSPECIFIED);
    return new Revocation.Revoked(source, unsafe.isBefore(when) ? unsafe : when, reason);
  }

  private Optional<Instant> time(byte @org.jspecify.annotations.Nullable [] value)
      throws DoubtException {
    Optional<ASN1Primitive> found = extension(value);
    try {
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(ASN1GeneralizedTime.getInstance(found.get()).getDate().toInstant());
    } catch (IllegalArgumentException | java.text.ParseException e) {
      throw new DoubtException(Doubt.MALFORMED, source);
    }
  }

  private Optional<ASN1Primitive> extension(byte @org.jspecify.annotations.Nullable [] value)
      throws DoubtException {
    try {
      return Addresses.parse(value);
    } catch (IllegalArgumentException e) {
      throw new DoubtException(Doubt.MALFORMED, source);
    }
  }
}
