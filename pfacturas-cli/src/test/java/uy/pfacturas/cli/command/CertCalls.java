package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.signing.demo.DemoAuthority;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;

/** A station with a key and an authority, which commands about certificates are called for. */
abstract class CertCalls {
  static final String SECRET = "Clave-91827";
  static final Clock CLOCK = Documents.clock();
  static final Duration TWO_YEARS = Duration.ofDays(730);

  static DemoAuthority authority;
  static SigningKey company;
  static SigningKey other;

  @TempDir Path folder;
  final List<Calls.Result> said = new ArrayList<>();

  @BeforeAll
  static void makeKeys() {
    authority = DemoAuthority.create(CLOCK);
    company = authority.issue(Documents.RUC, "La Tienda", CLOCK);
    other = authority.issue("210000000017", "Otra", CLOCK);
  }

  @BeforeEach
  void writeFiles() throws Exception {
    company.writePkcs12(folder.resolve("empresa.p12"), password(SECRET));
    secretFile("clave", SECRET);
    pem("ca.pem", authority.key());
    configure("certificado = 'empresa.p12'", "clave_archivo = 'clave'", "confianza = 'ca.pem'");
  }

  /** Whatever was called: no password in what was said, nor in a file that others may read. */
  @AfterEach
  void nothingSaid_holdsThePassword() throws IOException {
    for (Calls.Result result : said) {
      assertThat(result.out() + result.err()).doesNotContain(SECRET, "Mala-27182");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("r--")) {
          assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
              .as(file.toString())
              .doesNotContain(SECRET);
        }
      }
    }
  }

  Calls.Result call(Clock clock, String... args) {
    return keep(new Calls(folder, clock).call(args));
  }

  Calls.Result keep(Calls.Result result) {
    said.add(result);
    return result;
  }

  void configure(String... firma) throws IOException {
    write("ambiente = \"demo\"\n", "", firma);
  }

  void configureWithCompany() throws IOException {
    write(
        "ambiente = \"prueba\"\n",
        "[nube]\nurl = \"https://nube.example\"\nruc = \"%s\"\nclave_entorno = \"NUBE\"\n"
            .formatted(Documents.RUC),
        "certificado = 'empresa.p12'",
        "clave_archivo = 'clave'");
  }

  void write(String head, String nube, String... firma) throws IOException {
    Files.writeString(
        folder.resolve("pfacturas.toml"),
        head
            + "instalacion = \"CAJA1\"\n[[buzon]]\ncarpeta = \"buzon\"\n"
            + nube
            + "[firma]\n"
            + String.join("\n", firma)
            + "\n");
  }

  void secretFile(String name, String secret) throws IOException {
    Path file = Files.writeString(folder.resolve(name), secret + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  void pem(String name, SigningKey key) throws Exception {
    String base64 = Base64.getMimeEncoder().encodeToString(key.certificate().getEncoded());
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
  }

  static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  static KeyPassword password(String text) {
    return KeyPassword.of(text.toCharArray());
  }
}
