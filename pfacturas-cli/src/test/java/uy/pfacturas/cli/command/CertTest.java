package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.signing.demo.DemoAuthority;

class CertTest extends CertCalls {
  @Test
  void ver_keyInAFile_showsAllThereIsToKnow() throws IOException {
    Calls.Result people = call(CLOCK, "cert");
    Calls.Result programs = call(CLOCK, "--json", "certificado", "show");

    assertThat(people.code()).as(people.err()).isZero();
    assertThat(people.out())
        .contains("RUC: " + Documents.RUC)
        .contains("Estado: vigente")
        .contains("Llave: RSA 2048");
    JsonNode json = Json.MAPPER.readTree(programs.out());
    assertThat(json.path("titular").asText()).contains("DEMO La Tienda");
    assertThat(json.path("emisor").asText()).contains("DEMO CA");
    assertThat(json.path("numero").asText())
        .isEqualTo(company.certificate().getSerialNumber().toString());
    assertThat(json.path("quedanDias").asInt()).isBetween(729, 731);
    assertThat(json.path("lugar").asText()).endsWith("empresa.p12");
    assertThat(people.err()).isEmpty();
  }

  @Test
  void ver_sixtyDaysBeforeItsEnd_warns() {
    Calls.Result soon = call(Clock.offset(CLOCK, TWO_YEARS.minusDays(59)), "cert", "ver");
    Calls.Result before = call(Clock.offset(CLOCK, TWO_YEARS.minusDays(62)), "cert", "ver");
    Calls.Result late = call(Clock.offset(CLOCK, TWO_YEARS.plusDays(2)), "cert", "ver");
    Calls.Result early = call(Clock.offset(CLOCK, Duration.ofDays(-3)), "cert", "ver");

    assertThat(soon.code()).isZero();
    assertThat(soon.err()).contains("vence en");
    assertThat(before.err()).isEmpty();
    assertThat(late.code()).isEqualTo(3);
    assertThat(late.err()).contains("no firma más");
    assertThat(early.code()).isEqualTo(3);
    assertThat(early.err()).contains("vale recién desde");
  }

  @Test
  void probar_goodKey_checksAll() throws IOException {
    Calls.Result result = call(CLOCK, "--json", "cert", "check");

    assertThat(result.code()).as(result.err()).isZero();
    JsonNode checks = Json.MAPPER.readTree(result.out()).path("comprobaciones");
    assertThat(answers(checks))
        .contains("signature yes", "chain yes", "validity yes", "key_usage yes")
        .contains("ruc not_checked", "revocation not_checked");
  }

  @Test
  void probar_certificateOfNobodyWeTrust_saysNo() throws Exception {
    pem("ca.pem", DemoAuthority.create(CLOCK).key());

    Calls.Result result = call(CLOCK, "cert", "probar");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("FIRMA-43");
  }

  @Test
  void probar_expiredOrOthers_saysWhy() throws Exception {
    assertThat(call(Clock.offset(CLOCK, Duration.ofDays(800)), "cert", "probar").out())
        .contains("FIRMA-46");
    other.writePkcs12(folder.resolve("empresa.p12"), password(SECRET));
    configureWithCompany();

    Calls.Result result = call(CLOCK, "cert", "probar");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("LLAVE-20").contains("210000000017");
  }

  @Test
  void ver_wrongOrMissingPassword_saysWhich() throws Exception {
    secretFile("clave", "Mala-27182");
    assertThat(call(CLOCK, "--stacktrace", "cert").err()).contains("LLAVE-05");

    configure("certificado = 'empresa.p12'");
    assertThat(call(CLOCK, "cert").err()).contains("LLAVE-01").contains("clave_archivo");
    Calls.Result typed = keep(new Calls(folder, CLOCK).callAtTerminal(SECRET + "\n", "cert"));
    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.err()).startsWith("Contraseña o PIN de ").contains("empresa.p12");
  }

  @Test
  void ver_openSecretFile_isRefused() throws Exception {
    Files.setPosixFilePermissions(
        folder.resolve("clave"), PosixFilePermissions.fromString("rw-r-----"));

    assertThat(call(CLOCK, "cert").err()).contains("CLI-SECRETO_ABIERTO");
    secretFile("clave", SECRET);
  }

  @Test
  void ver_nothingConfigured_saysWhatToDo() throws Exception {
    configure();

    Calls.Result result = call(CLOCK, "--locale", "en", "cert");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("CLI-SIN_CERTIFICADO").contains("pkcs11_biblioteca");
  }

  @Test
  void run_keyThatEndsSoon_isToldByRunStatusAndDoctor() throws Exception {
    Clock almostTwoYearsAgo = Clock.offset(CLOCK, TWO_YEARS.minusDays(20).negated());
    DemoAuthority.create(almostTwoYearsAgo)
        .issue(Documents.RUC, "Pronta", almostTwoYearsAgo)
        .writePkcs12(folder.resolve("empresa.p12"), password(SECRET));

    Calls.Result run = call(CLOCK, "run", "--once");
    Calls.Result status = call(CLOCK, "status");
    Calls.Result doctor = call(CLOCK, "doctor");

    assertThat(run.err()).contains("vence en").contains("Pida ya el nuevo");
    assertThat(status.out()).contains("vence en");
    assertThat(doctor.out()).contains("El certificado DEMO Pronta vence en");
    assertThat(logged()).contains("vence en");
    secretFile("clave", "Mala-27182");
    Calls.Result shut = call(CLOCK, "doctor");
    assertThat(shut.code()).isEqualTo(6);
    assertThat(shut.out()).contains("La contraseña no abre");
  }

  @Test
  void ver_windowsElsewhere_saysThatThereIsNone() throws Exception {
    configure("windows = true");

    assertThat(call(CLOCK, "cert").err()).contains("LLAVE-21");
  }

  private String logged() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("datos/registro"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  private static List<String> answers(JsonNode checks) {
    List<String> answers = new ArrayList<>();
    checks.forEach(
        c -> answers.add(c.path("aspecto").asText() + " " + c.path("respuesta").asText()));
    return answers;
  }
}
