package uy.pfacturas.cli.mishap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
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
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.Nube;
import uy.pfacturas.nube.NubeConfig;
import uy.pfacturas.nube.company.ApiKey;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.nube.company.KeySource;
import uy.pfacturas.nube.company.PasswordSource;
import uy.pfacturas.signing.KeyPassword;
import uy.pfacturas.signing.SignatureAlgorithm;
import uy.pfacturas.signing.SigningKey;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.demo.DemoAuthority;

/** A real cloud over loopback, with one company and the CAEs that a test gives it. */
final class Cloud implements AutoCloseable {
  /** Of the cloud's birth: long enough ago that a CAE can have expired since. */
  private static final Duration AGE = Duration.ofDays(40);

  private final Path folder;
  private final XmlSigner dgi;
  private final ApiKey key;
  private final Nube nube;

  /**
   * @param caes what DGI authorised
   */
  Cloud(Path folder, CaeOf... caes) {
    this.folder = folder;
    Clock then = Clock.offset(Shop.CLOCK, AGE.negated());
    DemoAuthority authority = DemoAuthority.create(then);
    SigningKey signing = authority.issue(Documents.RUC, "DGI DE LA PRUEBA", then);
    dgi = new XmlSigner(signing, SignatureAlgorithm.RSA_SHA256);
    trust(signing.certificate());
    try (Companies companies = Companies.open(folder, Ambiente.DEMO, then)) {
      companies.save(Documents.empresa());
      companies.setKey(Documents.RUC, companyKey(authority, then));
      for (CaeOf cae : caes) {
        companies.importCae(Documents.RUC, cae.file(dgi, then));
      }
      key = companies.createApiKey(Documents.RUC);
    }
    nube = Nube.start(NubeConfig.embedded(folder, Ambiente.DEMO), Shop.CLOCK);
  }

  /** An e-Ticket CAE and an e-Factura CAE with plenty of numbers. */
  static Cloud ordinary(Path folder) {
    return new Cloud(folder, CaeOf.plenty(101), CaeOf.plenty(111));
  }

  /**
   * An authorisation, series A from 1.
   *
   * @param days until it expires, from today; may be negative
   */
  record CaeOf(int tipo, int numbers, int days) {
    static CaeOf plenty(int tipo) {
      return new CaeOf(tipo, 10_000, 300);
    }

    private byte[] file(XmlSigner dgi, Clock clock) {
      OffsetDateTime signed = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
      LocalDate expires = LocalDate.now(Shop.CLOCK).plusDays(days);
      Cae cae =
          new Cae(
              90_260_000_000L + tipo + 1000L * numbers,
              TipoCfe.of(tipo),
              "A",
              1,
              numbers,
              expires,
              Optional.empty(),
              Optional.empty());
      Constancia constancia =
          new Constancia(new Rut(Documents.RUC), cae, signed.toLocalDate(), signed);
      return dgi.sign(CaeXml.render(constancia)).bytes();
    }
  }

  URI address() {
    return nube.address();
  }

  String key() {
    return key.reveal();
  }

  Nube nube() {
    return nube;
  }

  Path folder() {
    return folder;
  }

  /** A file of a CAE as DGI hands it out today, to be imported. */
  byte[] caeFile(CaeOf cae) {
    return cae.file(dgi, Shop.CLOCK);
  }

  private KeySource companyKey(DemoAuthority authority, Clock then) {
    try {
      Path password = Files.writeString(folder.resolve("empresa.clave"), "secreto\n");
      Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
      KeySource source =
          new KeySource(folder.resolve("empresa.p12"), new PasswordSource.FromFile(password));
      authority
          .issue(Documents.RUC, "COMERCIO DEMO SA", then)
          .writePkcs12(source.pkcs12(), KeyPassword.read(password));
      return source;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void trust(X509Certificate certificate) {
    try {
      Path trusted = Files.createDirectories(NubeConfig.confianzaCae(folder));
      String text =
          Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
              .encodeToString(certificate.getEncoded());
      Files.writeString(
          trusted.resolve("dgi.pem"),
          "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    nube.close();
  }
}
