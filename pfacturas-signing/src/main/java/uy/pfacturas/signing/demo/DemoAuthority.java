package uy.pfacturas.signing.demo;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import uy.pfacturas.signing.key.SigningKey;

/**
 * A throw-away certification authority. Its subject and all that it issues bear the word DEMO.
 *
 * <p>To keep one: {@code authority.key().writePkcs12(...)}, and {@link #of} on the next start.
 */
public final class DemoAuthority {
  private static final Pattern RUC = Pattern.compile("\\d{12}");
  private static final int KEY_BITS = 2048;

  private final SigningKey key;

  private DemoAuthority(SigningKey key) {
    this.key = key;
  }

  /** Makes a new authority (RSA 2048), in force for ten years from now. Takes up to a second. */
  public static DemoAuthority create(Clock clock) {
    KeyPair pair = newKey();
    X500Name subject = subject("DEMO CA").build();
    X509Certificate certificate =
        DemoCertificate.ofAuthority(subject, pair.getPublic())
            .issue(subject, pair.getPublic(), self(pair), clock);
    return new DemoAuthority(SigningKey.of(pair.getPrivate(), certificate));
  }

  /** The authority of a key that {@link #create} made once. */
  public static DemoAuthority of(SigningKey key) {
    return new DemoAuthority(key);
  }

  /**
   * Issues a company's certificate with a new key (RSA 2048), in force for two years, as the
   * accredited authorities do: serialNumber of the subject is {@code RUC} and the number.
   *
   * @param ruc 12 digits
   * @param name of the company
   * @throws IllegalArgumentException when the RUC is not 12 digits
   */
  public SigningKey issue(String ruc, String name, Clock clock) {
    if (!RUC.matcher(ruc).matches()) {
      throw new IllegalArgumentException("ruc is not 12 digits: " + ruc);
    }
    KeyPair pair = newKey();
    X500Name subject = subject("DEMO " + name).addRDN(BCStyle.SERIALNUMBER, "RUC" + ruc).build();
    X509Certificate certificate =
        DemoCertificate.ofCompany(subject, pair.getPublic())
            .issue(
                X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded()),
                certificate().getPublicKey(),
                new KeySigner(key),
                clock);
    return SigningKey.of(pair.getPrivate(), certificate);
  }

  private static X500NameBuilder subject(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "UY")
        .addRDN(BCStyle.O, "DEMO SIN VALOR FISCAL")
        .addRDN(BCStyle.CN, commonName);
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }

  private static ContentSigner self(KeyPair pair) {
    try {
      return new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("every Java signs with RSA", e);
    }
  }

  /** The authority's own key, to be kept. */
  public SigningKey key() {
    return key;
  }

  /** The authority's certificate, to be trusted in the demo. */
  public X509Certificate certificate() {
    return key.certificate();
  }
}
