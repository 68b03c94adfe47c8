package uy.pfacturas.cli.validation;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cli.config.CloudConfig;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.signing.Inspection;
import uy.pfacturas.signing.Inspector;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.revocation.Revocations;
import uy.pfacturas.signing.trust.Expected;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** Signs a sample that is no document, and looks at it as others will look at documents. */
public final class KeyTrial {
  private static final byte[] SAMPLE = "<Prueba>Ñandú</Prueba>".getBytes(StandardCharsets.UTF_8);

  private KeyTrial() {}

  /**
   * Tries a key against the company and the authorities of the configuration; no authority is asked
   * about revocation.
   *
   * @throws uy.pfacturas.signing.failure.SigningException if it does not sign
   */
  public static Inspection of(SigningKey key, Config config, Clock clock) {
    return of(key, config, Optional.empty(), clock);
  }

  /**
   * The same.
   *
   * @param online by which authorities are asked about revocation; empty: they are not
   */
  public static Inspection of(
      SigningKey key, Config config, Optional<Revocations> online, Clock clock) {
    byte[] signed = new XmlSigner(key, config.firma().algoritmo()).sign(SAMPLE).bytes();
    List<X509Certificate> authorities =
        config.firma().confianza().stream()
            .flatMap(file -> TrustedCertificates.read(file).stream())
            .toList();
    Expected expected =
        new Expected(
            config.nube().map(CloudConfig::ruc), Optional.of(clock.instant()), Optional.empty());
    return new Inspector(TrustedCertificates.of(authorities).withKnown(key.chain()), online)
        .inspect(signed, expected);
  }
}
