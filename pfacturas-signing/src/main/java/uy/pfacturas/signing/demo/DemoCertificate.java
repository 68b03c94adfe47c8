package uy.pfacturas.signing.demo;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/**
 * A certificate of the demo, X.509 version 3, before its signature.
 *
 * @param subject whose it is
 * @param key the subject's
 * @param years how long it is in force
 * @param constraints whether the subject may issue certificates
 * @param usage what the key is for, as bits of {@link KeyUsage}
 */
record DemoCertificate(
    X500Name subject, PublicKey key, int years, BasicConstraints constraints, int usage) {

  /** libxml2 takes no {@code X509SerialNumber} over 24 digits: 59 bits are at most 18 digits. */
  private static final int SERIAL_BITS = 59;

  static DemoCertificate ofAuthority(X500Name subject, PublicKey key) {
    return new DemoCertificate(
        subject, key, 10, new BasicConstraints(0), KeyUsage.keyCertSign | KeyUsage.cRLSign);
  }

  static DemoCertificate ofCompany(X500Name subject, PublicKey key) {
    return new DemoCertificate(
        subject,
        key,
        2,
        new BasicConstraints(false),
        KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
  }

  /** The certificate, signed by an issuer, in force from a minute ago: clocks differ a little. */
  X509Certificate issue(X500Name issuer, PublicKey issuerKey, ContentSigner signer, Clock clock) {
    ZonedDateTime now = clock.instant().atZone(clock.getZone());
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
            Date.from(now.minusMinutes(1).toInstant()),
            Date.from(now.plusYears(years).toInstant()),
            subject,
            key);
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      builder
          .addExtension(Extension.basicConstraints, true, constraints)
          .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
          .addExtension(
              Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              identifiers.createAuthorityKeyIdentifier(issuerKey));
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (CertIOException | GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of our own making is sound", e);
    }
  }
}
