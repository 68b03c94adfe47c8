package uy.pfacturas.signing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.demo.DemoAuthority;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** Keys made for one run of the tests: making them takes longer than using them. */
public final class TestKeys {
  public static final Instant MOMENT = Instant.parse("2026-03-02T14:00:00Z");
  public static final Clock CLOCK = Clock.fixed(MOMENT, ZoneOffset.UTC);
  public static final String RUC = "219999830019";

  public static final DemoAuthority AUTHORITY = DemoAuthority.create(CLOCK);
  public static final SigningKey COMPANY = AUTHORITY.issue(RUC, "Ñandú & Cía", CLOCK);
  public static final SigningKey OTHER = AUTHORITY.issue("210000000017", "Otra", CLOCK);

  private TestKeys() {}

  public static XmlSigner signer(SignatureAlgorithm algorithm) {
    return new XmlSigner(COMPANY, algorithm);
  }

  public static XmlVerifier verifier() {
    return new XmlVerifier(TrustedCertificates.of(List.of(AUTHORITY.certificate())));
  }
}
