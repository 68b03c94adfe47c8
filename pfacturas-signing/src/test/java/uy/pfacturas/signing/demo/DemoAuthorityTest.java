package uy.pfacturas.signing.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.signing.Verification;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.XmlVerifier;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.trust.Trust;
import uy.pfacturas.signing.trust.TrustedCertificates;

class DemoAuthorityTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T14:00:00Z"), ZoneOffset.UTC);
  private static final DemoAuthority AUTHORITY = DemoAuthority.create(CLOCK);

  @TempDir private Path folder;

  @Test
  void issue_company_isMarkedAndBearsTheRuc() throws Exception {
    SigningKey company = AUTHORITY.issue("219999830019", "Ñandú S.A.", CLOCK);

    assertThat(company.ruc()).contains("219999830019");
    assertThat(company.certificate().getSubjectX500Principal().getName())
        .contains("CN=DEMO Ñandú S.A.", "O=DEMO SIN VALOR FISCAL", "C=UY");
    assertThat(AUTHORITY.certificate().getSubjectX500Principal().getName())
        .contains("DEMO CA", "SIN VALOR FISCAL");
    assertThat(company.notBefore()).isEqualTo("2026-03-02T13:59:00Z");
    assertThat(company.notAfter()).isEqualTo("2028-03-02T14:00:00Z");
    assertThat(((RSAPublicKey) company.certificate().getPublicKey()).getModulus().bitLength())
        .isEqualTo(2048);
    assertThat(company.certificate().getBasicConstraints()).isEqualTo(-1);
    company.certificate().verify(AUTHORITY.certificate().getPublicKey());
  }

  @Test
  void issue_serialNumbers_have18DigitsAtMostAndDiffer() {
    SigningKey one = AUTHORITY.issue("219999830019", "Uno", CLOCK);
    SigningKey other = AUTHORITY.issue("219999830019", "Uno", CLOCK);

    assertThat(one.certificate().getSerialNumber())
        .isNotEqualTo(other.certificate().getSerialNumber());
    for (SigningKey key : List.of(one, other, AUTHORITY.key())) {
      assertThat(key.certificate().getSerialNumber().signum()).isEqualTo(1);
      assertThat(key.certificate().getSerialNumber().toString()).hasSizeLessThanOrEqualTo(18);
    }
  }

  @Test
  void of_authorityKeptInAFile_issuesWhatIsTrusted() {
    Path file = folder.resolve("ca.p12");
    KeyPassword password = KeyPassword.of("demo".toCharArray());
    AUTHORITY.key().writePkcs12(file, password);

    SigningKey company =
        DemoAuthority.of(SigningKey.readPkcs12(file, password))
            .issue("219999830019", "Otra vez", CLOCK);
    byte[] xml =
        new XmlSigner(company, SignatureAlgorithm.RSA_SHA256)
            .sign("<a/>".getBytes(StandardCharsets.UTF_8))
            .bytes();

    assertThat(
            new XmlVerifier(TrustedCertificates.of(List.of(AUTHORITY.certificate())))
                .verify(xml)
                .valid()
                .map(Verification.Valid::trust))
        .contains(Trust.TRUSTED);
  }

  @Test
  void issue_rucThatIsNone_isRefused() {
    assertThatThrownBy(() -> AUTHORITY.issue("21999983001", "Corta", CLOCK))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
