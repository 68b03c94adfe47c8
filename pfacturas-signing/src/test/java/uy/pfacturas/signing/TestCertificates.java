package uy.pfacturas.signing;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates that nobody should issue. */
public record TestCertificates(KeyPair pair) {

  /** A certificate of the pair, signed with itself. */
  public X509Certificate selfSigned(String algorithm) throws Exception {
    X500Name name = new X500Name("CN=Cualquiera");
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.TWO,
                    Date.from(TestKeys.MOMENT),
                    Date.from(TestKeys.MOMENT.plus(Duration.ofDays(100))),
                    name,
                    pair.getPublic())
                .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
  }
}
