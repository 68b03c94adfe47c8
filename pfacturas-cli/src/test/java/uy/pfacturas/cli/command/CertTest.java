package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.signing.demo.DemoAuthority;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;

class CertTest {
  private static final String SECRET = "Clave-91827";
  private static final Clock CLOCK = Documents.clock();
  private static final Duration TWO_YEARS = Duration.ofDays(730);

  private static DemoAuthority authority;
  private static SigningKey company;
  private static SigningKey other;

  @TempDir private Path folder;
  private final List<Calls.Result> said = new ArrayList<>();

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

  /** Tokens of their own for this build, whose labels tell them apart. */
  @Test
  void sign_keyInAToken_needsItsPinAndItsLabel() throws Exception {
    Path library = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    Path conf = Path.of(System.getenv("SOFTHSM2_CONF"));
    Path tokens = Files.createDirectories(folder.resolve("fichas"));
    Files.writeString(conf, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    Programs programs = new Programs(folder);
    for (String label : List.of("VACIA", "CAJA")) {
      programs.run(
          "softhsm2-util",
          ("--init-token --free --so-pin so-1234 --pin " + SECRET + " --label " + label)
              .split(" "));
    }
    secretFile("clave", "Mala-27182");
    String place = "pkcs11_biblioteca = '" + library + "'";
    configure(place, "pkcs11_ficha = 'CAJA'", "clave_archivo = 'clave'");
    assertThat(call(CLOCK, "--stacktrace", "cert").err()).contains("LLAVE-12").contains("CAJA");
    secretFile("clave", SECRET);
    assertThat(call(CLOCK, "cert").err()).contains("LLAVE-06").contains("CAJA");
    putIntoToken(library, programs.run("softhsm2-util", "--show-slots"));
    Calls.Result good = call(CLOCK, "cert", "probar");
    assertThat(good.code()).as(good.err()).isZero();
    assertThat(good.out()).contains("Dónde está: CAJA").contains("RUC: " + Documents.RUC);
    configure(place, "pkcs11_ficha = 'OTRA'", "clave_archivo = 'clave'");
    assertThat(call(CLOCK, "cert").err()).contains("LLAVE-11").contains("CAJA").contains("VACIA");
    configure("pkcs11_biblioteca = 'no.so'", "clave_archivo = 'clave'");
    assertThat(call(CLOCK, "cert").err()).contains("LLAVE-15");
  }

  /** By Java's own provider, into the slot whose token is CAJA. */
  private void putIntoToken(Path library, String slots) throws Exception {
    Matcher caja =
        Pattern.compile("(?s)Slot (\\d+)\\s(?:(?!Slot \\d).)*?Label:\\s+CAJA").matcher(slots);
    assertThat(caja.find()).as(slots).isTrue();
    KeyStore token =
        KeyStore.getInstance(
            "PKCS11",
            Security.getProvider("SunPKCS11")
                .configure("--name=alta\nlibrary=" + library + "\nslot=" + caja.group(1)));
    token.load(null, SECRET.toCharArray());
    KeyStore file =
        KeyStore.getInstance(folder.resolve("empresa.p12").toFile(), SECRET.toCharArray());
    token.setKeyEntry(
        "firma",
        file.getKey("pfacturas", SECRET.toCharArray()),
        null,
        file.getCertificateChain("pfacturas"));
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

  private Calls.Result call(Clock clock, String... args) {
    return keep(new Calls(folder, clock).call(args));
  }

  private Calls.Result keep(Calls.Result result) {
    said.add(result);
    return result;
  }

  private static List<String> answers(JsonNode checks) {
    List<String> answers = new ArrayList<>();
    checks.forEach(
        c -> answers.add(c.path("aspecto").asText() + " " + c.path("respuesta").asText()));
    return answers;
  }

  private void configure(String... firma) throws IOException {
    write("ambiente = \"demo\"\n", "", firma);
  }

  private void configureWithCompany() throws IOException {
    write(
        "ambiente = \"prueba\"\n",
        "[nube]\nurl = \"https://nube.example\"\nruc = \"%s\"\nclave_entorno = \"NUBE\"\n"
            .formatted(Documents.RUC),
        "certificado = 'empresa.p12'",
        "clave_archivo = 'clave'");
  }

  private void write(String head, String nube, String... firma) throws IOException {
    Files.writeString(
        folder.resolve("pfacturas.toml"),
        head
            + "instalacion = \"CAJA1\"\n[[buzon]]\ncarpeta = \"buzon\"\n"
            + nube
            + "[firma]\n"
            + String.join("\n", firma)
            + "\n");
  }

  private void secretFile(String name, String secret) throws IOException {
    Path file = Files.writeString(folder.resolve(name), secret + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void pem(String name, SigningKey key) throws Exception {
    String base64 = Base64.getMimeEncoder().encodeToString(key.certificate().getEncoded());
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static KeyPassword password(String text) {
    return KeyPassword.of(text.toCharArray());
  }
}
