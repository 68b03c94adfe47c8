package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.signing.key.SigningKey;

class CertImportTest extends CertCalls {
  @Test
  void importar_intoAnEmptyStation_makesItSign() throws Exception {
    configure();

    Calls.Result result = call(CLOCK, "cert", "import", "empresa.p12", "--clave-archivo", "clave");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("certificado = '").contains("clave_archivo = '");
    for (String name : List.of("certificado.p12", "certificado.clave")) {
      assertThat(permissions(folder.resolve("datos").resolve(name))).isEqualTo("rw-------");
    }
    String made = Files.readString(folder.resolve("datos/certificado.clave")).strip();
    assertThat(made).hasSizeGreaterThan(20).isNotEqualTo(SECRET);
    assertThat(result.out() + result.err()).doesNotContain(made);
    configure(
        result
            .out()
            .lines()
            .filter(line -> line.matches("(certificado|clave_archivo) = .*"))
            .toArray(String[]::new));
    assertThat(call(CLOCK, "cert").out()).contains("RUC: " + Documents.RUC);
  }

  @Test
  void importar_renewed_keepsTheOneBeforeBesideIt() throws Exception {
    SigningKey renewed = authority.issue(Documents.RUC, "Renovada", CLOCK);
    renewed.writePkcs12(folder.resolve("nueva.pfx"), password("otra"));
    Calls calls = new Calls(folder, CLOCK).with("DE_NUEVA", "otra");

    Calls.Result result =
        keep(calls.call("cert", "importar", "nueva.pfx", "--clave-entorno", "DE_NUEVA"));

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("Renovada").doesNotContain("[firma]");
    assertThat(SigningKey.readPkcs12(folder.resolve("empresa.p12"), password(SECRET)).certificate())
        .isEqualTo(renewed.certificate());
    Path before = folder.resolve("empresa.p12.anterior");
    assertThat(permissions(before)).isEqualTo("rw-------");
    assertThat(SigningKey.readPkcs12(before, password(SECRET)).certificate())
        .isEqualTo(company.certificate());
  }

  @Test
  void importar_expiredOrOthers_changesNothing() throws Exception {
    byte[] before = Files.readAllBytes(folder.resolve("empresa.p12"));
    company.writePkcs12(folder.resolve("vieja.p12"), password(SECRET));
    other.writePkcs12(folder.resolve("otra.p12"), password(SECRET));
    Clock late = Clock.offset(CLOCK, Duration.ofDays(800));

    assertThat(call(late, "cert", "importar", "vieja.p12", "--clave-archivo", "clave").err())
        .contains("LLAVE-18");
    configureWithCompany();
    assertThat(call(CLOCK, "cert", "importar", "otra.p12", "--clave-archivo", "clave").err())
        .contains("LLAVE-20");
    assertThat(Files.readAllBytes(folder.resolve("empresa.p12"))).isEqualTo(before);
  }

  @Test
  void solicitud_issuedByAnAuthority_isCompletedByImporting() throws Exception {
    configure();
    Calls.Result asked =
        call(CLOCK, "cert", "solicitud", "--nombre", "ÑANDÚ", "--ruc", Documents.RUC);
    assertThat(asked.code()).as(asked.err()).isZero();
    assertThat(permissions(folder.resolve("datos/solicitud.llave"))).isEqualTo("rw-------");
    assertThat(call(CLOCK, "cert", "request", "--nombre", "X", "--ruc", Documents.RUC).err())
        .contains("CLI-SOLICITUD_PENDIENTE");
    Programs programs = new Programs(folder);
    programs.run(
        "openssl",
        "req -x509 -newkey rsa:2048 -nodes -subj /CN=CA -keyout ca.key -out ca.crt".split(" "));
    programs.run(
        "openssl",
        "x509 -req -in solicitud.csr -CA ca.crt -CAkey ca.key -days 9000 -out emitido.cer"
            .split(" "));
    Clock after = Clock.offset(CLOCK, Duration.ofDays(3));

    Calls.Result result = call(after, "cert", "importar", "emitido.cer");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("RUC: " + Documents.RUC).contains("ÑANDÚ");
    assertThat(folder.resolve("datos/solicitud.llave")).doesNotExist();
    assertThat(folder.resolve("datos/certificado.p12")).exists();
    assertThat(call(after, "cert", "importar", "emitido.cer").err()).contains("CLI-SIN_SOLICITUD");
  }

  @Test
  void solicitud_withoutRuc_asksForIt() throws Exception {
    configure();

    assertThat(call(CLOCK, "cert", "solicitud", "--nombre", "X").err())
        .contains("CLI-SOLICITUD_RUC");
    assertThat(call(CLOCK, "cert", "solicitud", "--nombre", "X", "--ruc", "219999830018").err())
        .contains("CLI-SOLICITUD_RUC");
    assertThat(folder.resolve("datos/solicitud.llave")).doesNotExist();
  }
}
