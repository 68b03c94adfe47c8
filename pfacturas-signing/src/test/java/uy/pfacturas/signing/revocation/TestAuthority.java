package uy.pfacturas.signing.revocation;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority whose certificates say where it can be asked about them. */
public record TestAuthority(X509Certificate certificate, KeyPair pair) {

  /** What is particular about a certificate. */
  public record Wanted(
      String subject,
      int serial,
      Instant from,
      Duration lifetime,
      List<String> ocsp,
      List<String> crl,
      int usage,
      boolean isAuthority,
      boolean isResponder) {

    public static Wanted of(String subject, int serial, Instant from) {
      return new Wanted(
          subject,
          serial,
          from,
          Duration.ofDays(100),
          List.of(),
          List.of(),
          KeyUsage.digitalSignature,
          false,
          false);
    }

    public Wanted askedAt(List<String> responders, List<String> lists) {
      return new Wanted(
          subject, serial, from, lifetime, responders, lists, usage, isAuthority, isResponder);
    }

    public Wanted usage(int other) {
      return new Wanted(
          subject, serial, from, lifetime, ocsp, crl, other, isAuthority, isResponder);
    }

    public Wanted authority() {
      int other = KeyUsage.keyCertSign | KeyUsage.cRLSign;
      return new Wanted(subject, serial, from, lifetime, ocsp, crl, other, true, false);
    }

    public Wanted responder() {
      return new Wanted(subject, serial, from, lifetime, ocsp, crl, usage, false, true);
    }

    public Wanted lasting(Duration other) {
      return new Wanted(subject, serial, from, other, ocsp, crl, usage, isAuthority, isResponder);
    }
  }

  /** A new one that nobody vouches for, in force for 1,000 days. */
  public static TestAuthority root(String subject, Instant from) throws Exception {
    KeyPair pair = newPair();
    Wanted wanted = Wanted.of(subject, 1, from).authority().lasting(Duration.ofDays(1000));
    return new TestAuthority(signed(wanted, pair, new X500Name(subject), pair), pair);
  }

  public static KeyPair newPair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  /** A certificate of a key that this authority vouches for. */
  public X509Certificate issue(Wanted wanted, KeyPair key) throws Exception {
    X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    return signed(wanted, key, issuer, pair);
  }

  /** Another authority, below this one. */
  public TestAuthority below(Wanted wanted) throws Exception {
    KeyPair key = newPair();
    return new TestAuthority(issue(wanted.authority(), key), key);
  }

  private static X509Certificate signed(Wanted wanted, KeyPair key, X500Name issuer, KeyPair by)
      throws Exception {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            BigInteger.valueOf(wanted.serial()),
            Date.from(wanted.from()),
            Date.from(wanted.from().plus(wanted.lifetime())),
            new X500Name(wanted.subject()),
            key.getPublic());
    builder
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(wanted.isAuthority()))
        .addExtension(Extension.keyUsage, true, new KeyUsage(wanted.usage()));
    if (wanted.isResponder()) {
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
    }
    addAddresses(builder, wanted);
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(by.getPrivate())));
  }

  private static void addAddresses(X509v3CertificateBuilder builder, Wanted wanted)
      throws CertIOException {
    List<AccessDescription> access = new ArrayList<>();
    wanted
        .ocsp()
        .forEach(a -> access.add(new AccessDescription(AccessDescription.id_ad_ocsp, uri(a))));
    if (!access.isEmpty()) {
      builder.addExtension(
          Extension.authorityInfoAccess,
          false,
          new AuthorityInformationAccess(access.toArray(AccessDescription[]::new)));
    }
    List<DistributionPoint> points = new ArrayList<>();
    wanted
        .crl()
        .forEach(
            a ->
                points.add(
                    new DistributionPoint(
                        new DistributionPointName(new GeneralNames(uri(a))), null, null)));
    if (!points.isEmpty()) {
      builder.addExtension(
          Extension.cRLDistributionPoints,
          false,
          new CRLDistPoint(points.toArray(DistributionPoint[]::new)));
    }
  }

  private static GeneralName uri(String address) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, address);
  }
}
