package uy.pfacturas.cli.mishap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cae.CaeXml;
import uy.pfacturas.core.cae.Constancia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.demo.DemoAuthority;
import uy.pfacturas.signing.key.SigningKey;

/** What the company was given: its certificate, and authorisations signed in DGI's place. */
final class Papers {
  /** When they were given: long enough ago that an authorisation can have expired since. */
  static final Clock BEFORE = Clock.offset(PassingClock.REAL, Duration.ofDays(-40));

  // Made once: keys are slow to make.
  private static final DemoAuthority AUTHORITY = DemoAuthority.create(BEFORE);
  private static final SigningKey DGI = AUTHORITY.issue(Documents.RUC, "DGI DE LA PRUEBA", BEFORE);
  private static final SigningKey COMPANY =
      AUTHORITY.issue(Documents.RUC, "COMERCIO DEMO SA", BEFORE);

  private Papers() {}

  /** The key with which the company's documents are signed. */
  static SigningKey company() {
    return COMPANY;
  }

  /** The certificate that signs authorisations, PEM. */
  static String dgi() {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
              .encodeToString(DGI.certificate().getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * An authorisation (CAE), series A from 1.
   *
   * @param days until it expires, from today; may be negative
   */
  record CaeOf(int tipo, int numbers, int days) {
    static CaeOf plenty(int tipo) {
      return new CaeOf(tipo, 10_000, 300);
    }

    /** Its file, as of a time at which it has not expired. */
    byte[] file(Clock clock) {
      OffsetDateTime signed = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
      Cae cae =
          new Cae(
              90_260_000_000L + tipo + 1000L * numbers,
              TipoCfe.of(tipo),
              "A",
              1,
              numbers,
              LocalDate.now(PassingClock.REAL).plusDays(days),
              Optional.empty(),
              Optional.empty());
      byte[] xml =
          CaeXml.render(new Constancia(new Rut(Documents.RUC), cae, signed.toLocalDate(), signed));
      return new XmlSigner(DGI, SignatureAlgorithm.RSA_SHA256).sign(xml).bytes();
    }
  }
}
