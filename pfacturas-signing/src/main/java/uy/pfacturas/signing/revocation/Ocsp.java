package uy.pfacturas.signing.revocation;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.jcajce.JcaCertificateID;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A question about one certificate, and the reading of its answer.
 *
 * @see "RFC 6960"
 */
final class Ocsp {
  /** The media type of a question. */
  static final String TYPE = "application/ocsp-request";

  private final X509Certificate certificate;
  private final X509Certificate issuer;
  private final byte[] nonce;

  /**
   * Asks an authority about a certificate.
   *
   * @param nonce by which an answer is known to be to this question; responders may leave it out
   */
  Ocsp(X509Certificate certificate, X509Certificate issuer, byte[] nonce) {
    this.certificate = certificate;
    this.issuer = issuer;
    this.nonce = nonce.clone();
  }

  byte[] question() {
    try {
      Extension extension =
          new Extension(
              OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
              false,
              new DEROctetString(new DEROctetString(nonce)));
      return new OCSPReqBuilder()
          .addRequest(id())
          .setRequestExtensions(new Extensions(extension))
          .build()
          .getEncoded();
    } catch (IOException | OCSPException e) {
      throw new IllegalStateException("a question of our own making is sound", e);
    }
  }

  private CertificateID id() {
    try {
      return new JcaCertificateID(
          new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
          issuer,
          certificate.getSerialNumber());
    } catch (OperatorCreationException | GeneralSecurityException | OCSPException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  /** What an answer says. */
  Said read(byte[] answer, String source, Instant now) throws DoubtException {
    try {
      OCSPResp response = new OCSPResp(answer);
      if (response.getStatus() != OCSPResp.SUCCESSFUL) {
        String status = Integer.toString(response.getStatus());
        throw new DoubtException(Doubt.REFUSED, source, status);
      }
      return read((BasicOCSPResp) response.getResponseObject(), source, now);
    } catch (IOException | OCSPException | RuntimeException e) {
      // BouncyCastle tells of bytes that are no answer in many ways.
      throw new DoubtException(Doubt.MALFORMED, source);
    }
  }

  private Said read(BasicOCSPResp response, String source, Instant now)
      throws DoubtException, OCSPException {
    if (!isSigned(response, now)) {
      throw new DoubtException(Doubt.NOT_SIGNED, source);
    }
    Extension replied = response.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    if (replied != null && !Arrays.equals(nonce, nonceIn(replied))) {
      throw new DoubtException(Doubt.REPLAYED, source);
    }
    SingleResp single =
        Arrays.stream(response.getResponses())
            .filter(one -> isAboutThis(one.getCertID()))
            .findFirst()
            .orElseThrow(() -> new DoubtException(Doubt.OTHER, source));
    Span span = Span.of(single.getThisUpdate(), single.getNextUpdate());
    span.require(now, source);
    return new Said(status(single, source, span, now), span.to());
  }

  private static byte[] nonceIn(Extension extension) {
    return ASN1OctetString.getInstance(extension.getParsedValue()).getOctets();
  }

  private boolean isAboutThis(CertificateID id) {
    try {
      return id.getSerialNumber().equals(certificate.getSerialNumber())
          && id.matchesIssuer(
              new X509CertificateHolder(issuer.getEncoded()),
              new JcaDigestCalculatorProviderBuilder().build());
    } catch (OCSPException | OperatorCreationException | IOException | GeneralSecurityException e) {
      return false;
    }
  }

  private Revocation status(SingleResp single, String source, Span span, Instant now) {
    CertificateStatus status = single.getCertStatus();
    if (status instanceof RevokedStatus revoked) {
      CRLReason reason =
          revoked.hasRevocationReason()
              ? reason(revoked.getRevocationReason())
              : CRLReason.UNSPECIFIED;
      return new Revocation.Revoked(source, revoked.getRevocationTime().toInstant(), reason);
    } else if (status != CertificateStatus.GOOD) {
      return Revocation.Unknown.of(Doubt.NOT_KNOWN, source);
    }
    Instant expiry = certificate.getNotAfter().toInstant();
    boolean isKept = keptSince(single).filter(since -> !expiry.isBefore(since)).isPresent();
    return now.isAfter(expiry) && !isKept
        ? Revocation.Unknown.of(Doubt.EXPIRED, source, expiry.toString())
        : new Revocation.Good(source, span.from());
  }

  private static CRLReason reason(int code) {
    CRLReason[] reasons = CRLReason.values();
    return code >= 0 && code < reasons.length ? reasons[code] : CRLReason.UNSPECIFIED;
  }

  private static Optional<Instant> keptSince(SingleResp single) {
    return Optional.ofNullable(
            single.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff))
        .map(extension -> ASN1GeneralizedTime.getInstance(extension.getParsedValue()))
        .map(
            time -> {
              try {
                return time.getDate().toInstant();
              } catch (java.text.ParseException e) {
                throw new IllegalArgumentException("archive cutoff", e);
              }
            });
  }

  /** By the authority itself, or by somebody whom it certified for this and nothing less. */
  private boolean isSigned(BasicOCSPResp response, Instant now) throws OCSPException {
    if (isSignedBy(response, issuer.getPublicKey())) {
      return true;
    }
    for (X509CertificateHolder holder : response.getCerts()) {
      if (isDelegate(holder, now) && isSignedBy(response, key(holder))) {
        return true;
      }
    }
    return false;
  }

  private boolean isDelegate(X509CertificateHolder holder, Instant now) {
    try {
      X509Certificate delegate = new JcaX509CertificateConverter().getCertificate(holder);
      delegate.verify(issuer.getPublicKey());
      delegate.checkValidity(Date.from(now));
      return delegate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
          && delegate.getExtendedKeyUsage() != null
          && delegate.getExtendedKeyUsage().contains(KeyPurposeId.id_kp_OCSPSigning.getId());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static PublicKey key(X509CertificateHolder holder) throws OCSPException {
    try {
      return new JcaX509CertificateConverter().getCertificate(holder).getPublicKey();
    } catch (GeneralSecurityException e) {
      throw new OCSPException("delegate", e);
    }
  }

  private static boolean isSignedBy(BasicOCSPResp response, PublicKey key) {
    try {
      return response.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
    } catch (OCSPException | OperatorCreationException e) {
      return false;
    }
  }
}
