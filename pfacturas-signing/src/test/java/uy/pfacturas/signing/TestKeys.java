package uy.pfacturas.signing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import uy.pfacturas.signing.demo.DemoAuthority;

/** Keys made for one run of the tests: making them takes longer than using them. */
final class TestKeys {
  static final Instant MOMENT = Instant.parse("2026-03-02T14:00:00Z");
  static final Clock CLOCK = Clock.fixed(MOMENT, ZoneOffset.UTC);
  static final String RUC = "219999830019";

  static final DemoAuthority AUTHORITY = DemoAuthority.create(CLOCK);
  static final SigningKey COMPANY = AUTHORITY.issue(RUC, "Ñandú & Cía", CLOCK);
  static final SigningKey OTHER = AUTHORITY.issue("210000000017", "Otra", CLOCK);

  private TestKeys() {}

  static XmlSigner signer(SignatureAlgorithm algorithm) {
    return new XmlSigner(COMPANY, algorithm);
  }

  static XmlVerifier verifier() {
    return new XmlVerifier(TrustedCertificates.of(List.of(AUTHORITY.certificate())));
  }
}
