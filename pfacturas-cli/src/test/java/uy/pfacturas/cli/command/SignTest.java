package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.signing.demo.DemoAuthority;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;

class SignTest {
  private static SigningKey key;

  @TempDir private Path folder;

  @BeforeAll
  static void makeKey() {
    key = DemoAuthority.create(Documents.clock()).issue(Documents.RUC, "DEMO", Documents.clock());
  }

  @BeforeEach
  void writeFiles() throws IOException {
    key.writePkcs12(folder.resolve("empresa.p12"), KeyPassword.of("secreto".toCharArray()));
    Path password = Files.writeString(folder.resolve("clave"), "secreto\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        folder.resolve("pfacturas.toml"),
        """
        ambiente = "demo"
        instalacion = "CAJA1"
        [[buzon]]
        carpeta = "buzon"
        [firma]
        certificado = "empresa.p12"
        clave_archivo = "clave"
        """);
    Files.write(folder.resolve("f.xml"), CfeXml.render(numbered()));
  }

  private static Cfe numbered() {
    Numero numero = new Numero(TipoCfe.E_TICKET, "A", 5);
    Cae cae =
        new Cae(
            90_260_000_001L,
            TipoCfe.E_TICKET,
            "A",
            1,
            100,
            LocalDate.of(2028, 11, 24),
            Optional.empty(),
            Optional.empty());
    return Documents.of(TipoCfe.E_TICKET, Documents.item(3, "Ñandú", "1", "100.00"))
        .withNumero(numero, cae.data());
  }

  private Calls calls(Clock clock) {
    return new Calls(folder, clock);
  }

  @Test
  void sign_numberedDocument_verifies() throws IOException {
    Calls.Result result = calls(Documents.clock()).call("firmar", "f.xml");
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    assertThat(result.out()).contains("101-A-5");
    assertThat(Files.readString(folder.resolve("f.firmado.xml")))
        .contains("<TmstFirma>2026-11-24T12:00:00-03:00</TmstFirma>")
        .contains("Ñandú");
    assertThat(calls(Documents.clock()).call("verify", "f.firmado.xml").code()).isZero();
  }

  @Test
  void sign_again_leavesTheSignedFileAlone() throws IOException {
    assertThat(calls(Documents.clock()).call("sign", "f.xml").code()).isZero();
    String before = Files.readString(folder.resolve("f.firmado.xml"));
    assertThat(calls(Documents.clock()).call("sign", "f.xml").code()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("f.firmado.xml"))).isEqualTo(before);
  }

  @Test
  void sign_invalidDocument_saysAllThatIsWrong() throws IOException {
    String xml = Files.readString(folder.resolve("f.xml")).replace(">122.00<", ">999.00<");
    Files.writeString(folder.resolve("mal.xml"), xml, StandardCharsets.UTF_8);
    Calls.Result result = calls(Documents.clock()).call("sign", "mal.xml");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("no es válido").contains("MntTotal");
    assertThat(folder.resolve("mal.firmado.xml")).doesNotExist();
  }

  @Test
  void sign_wrongPassword_saysSoWithoutShowingIt() throws IOException {
    Files.writeString(folder.resolve("clave"), "otra-clave\n");
    Calls.Result result = calls(Documents.clock()).call("sign", "f.xml");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("empresa.p12").doesNotContain("otra-clave");
  }

  @Test
  void sign_expiredCertificate_isRefused() {
    Clock late = Clock.offset(Documents.clock(), Duration.ofDays(3 * 365));
    Calls.Result result = calls(late).call("sign", "f.xml");
    assertThat(result.code()).isIn(2, 3);
    assertThat(folder.resolve("f.firmado.xml")).doesNotExist();
  }
}
