package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.demo.DemoAuthority;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.trust.Trust;
import uy.pfacturas.signing.trust.TrustedCertificates;

/**
 * Root, intermediate authority, company: the company's signature brings its own certificate only.
 */
class TrustTest {
  private X509Certificate root;
  private X509Certificate intermediate;
  private SigningKey company;
  private byte[] signed;

  @BeforeEach
  void issue() throws Exception {
    KeyPair rootKey = newKey();
    KeyPair intermediateKey = newKey();
    KeyPair companyKey = newKey();
    root = certificate("CN=Raíz", rootKey.getPublic(), "CN=Raíz", rootKey, true);
    intermediate =
        certificate("CN=Intermedia", intermediateKey.getPublic(), "CN=Raíz", rootKey, true);
    company =
        SigningKey.of(
            companyKey.getPrivate(),
            certificate(
                "CN=Empresa", companyKey.getPublic(), "CN=Intermedia", intermediateKey, false));
    signed =
        new XmlSigner(company, SignatureAlgorithm.RSA_SHA256)
            .sign("<a/>".getBytes(StandardCharsets.UTF_8))
            .bytes();
  }

  @Test
  void verify_intermediateNeitherKnownNorBrought_isUntrusted() {
    assertThat(trust(TrustedCertificates.of(List.of(root)), signed)).isEqualTo(Trust.UNTRUSTED);
  }

  @Test
  void verify_intermediateKnown_isTrusted() {
    TrustedCertificates trusted =
        TrustedCertificates.of(List.of(root)).withKnown(List.of(intermediate));

    assertThat(trust(trusted, signed)).isEqualTo(Trust.TRUSTED);
  }

  @Test
  void verify_intermediateBroughtByTheSignature_isTrusted() throws Exception {
    String link =
        "<X509Certificate>"
            + Base64.getEncoder().encodeToString(intermediate.getEncoded())
            + "</X509Certificate>";
    byte[] withChain =
        new String(signed, StandardCharsets.UTF_8)
            .replace("<X509Data>", "<X509Data>" + link)
            .getBytes(StandardCharsets.UTF_8);

    assertThat(trust(TrustedCertificates.of(List.of(root)), withChain)).isEqualTo(Trust.TRUSTED);
    assertThat(trust(TrustedCertificates.none().withKnown(List.of(root)), withChain))
        .isEqualTo(Trust.NOT_CHECKED);
  }

  @Test
  void verify_certificateIssuedByATrustedCompany_isUntrusted() {
    SigningKey forged =
        DemoAuthority.of(TestKeys.COMPANY).issue("210000000017", "Otra", TestKeys.CLOCK);
    byte[] xml =
        new XmlSigner(forged, SignatureAlgorithm.RSA_SHA256)
            .sign("<a/>".getBytes(StandardCharsets.UTF_8))
            .bytes();
    X509Certificate signer = TestKeys.COMPANY.certificate();

    assertThat(trust(TrustedCertificates.of(List.of(signer)), xml)).isEqualTo(Trust.UNTRUSTED);
    assertThat(
            trust(
                TrustedCertificates.of(List.of(TestKeys.AUTHORITY.certificate()))
                    .withKnown(List.of(signer)),
                xml))
        .isEqualTo(Trust.UNTRUSTED);
  }

  private static Trust trust(TrustedCertificates trusted, byte[] xml) {
    return new XmlVerifier(trusted).verify(xml).valid().orElseThrow().trust();
  }

  private static KeyPair newKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    return generator.generateKeyPair();
  }

  private static X509Certificate certificate(
      String subject, PublicKey key, String issuer, KeyPair issuerKey, boolean isAuthority)
      throws Exception {
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(subject.hashCode() & 0xFFFF),
                    Date.from(TestKeys.MOMENT),
                    Date.from(TestKeys.MOMENT.plus(Duration.ofDays(100))),
                    new X500Name(subject),
                    key)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority))
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(issuerKey.getPrivate())));
  }
}
