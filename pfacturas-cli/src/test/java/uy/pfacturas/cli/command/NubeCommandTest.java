package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.proof.Program;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.signing.demo.DemoAuthority;
import uy.pfacturas.signing.key.KeyPassword;

/** The cloud by its commands: companies, keys, and the server with TLS. */
class NubeCommandTest {
  private static final String RUC = Documents.RUC;
  private static final String PASSWORD = "secreto";
  private static final long PATIENCE_MILLIS = 30_000;

  @TempDir private Path folder;

  private Calls.Result call(String... args) {
    return new Calls(folder, Documents.clock()).call(args);
  }

  @BeforeEach
  void writeFiles() throws IOException {
    Clock clock = Documents.clock();
    DemoAuthority.create(clock)
        .issue(RUC, "COMERCIO DEMO S.A.", clock)
        .writePkcs12(folder.resolve("empresa.p12"), KeyPassword.of(PASSWORD.toCharArray()));
    Path password = Files.writeString(folder.resolve("empresa.clave"), PASSWORD + "\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        folder.resolve("empresa.toml"),
        """
        [empresa]
        ruc = "%s"
        razon_social = "Comercio Demo SA"
        resolucion = "Res. 1/2026"
        pagina_verificacion = "www.example.com"
        iva_al_dia = true
        regimen = "general"
        [[empresa.sucursal]]
        codigo = 1
        domicilio = "Av. Uruguay 1234"
        ciudad = "Montevideo"
        departamento = "Montevideo"
        [empresa.certificado]
        archivo = "empresa.p12"
        clave_archivo = "empresa.clave"
        """
            .formatted(RUC));
  }

  private void edit(String from, String to) throws IOException {
    Path file = folder.resolve("empresa.toml");
    Files.writeString(file, Files.readString(file).replace(from, to), StandardCharsets.UTF_8);
  }

  @Test
  void empresa_isKept_andItsRecordCanBeReplaced() throws IOException {
    Calls.Result first = call("nube", "empresa", "empresa.toml", "--datos", "nube");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).contains(RUC).contains("Comercio Demo SA");

    edit("Comercio Demo SA", "Comercio Nuevo SA");
    Calls.Result second = call("cloud", "--datos", "nube", "company", "empresa.toml");
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.out()).contains("Comercio Nuevo SA");
  }

  @Test
  void empresa_wrongFile_saysAllThatIsWrong() throws IOException {
    edit(RUC, "219999830018");
    edit("ciudad = \"Montevideo\"\n", "");
    Calls.Result result = call("nube", "empresa", "empresa.toml", "--datos", "nube");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("empresa.ruc").contains("empresa.sucursal[1].ciudad: falta");
  }

  @Test
  void empresa_withDgisCertificate_keepsItForTheComplemento() throws Exception {
    Clock clock = Documents.clock();
    X509Certificate dgi = DemoAuthority.create(clock).issue(RUC, "DGI", clock).certificate();
    Files.write(folder.resolve("dgi.cer"), dgi.getEncoded());
    edit("regimen = ", "certificado_dgi = \"dgi.cer\"\nregimen = ");

    Calls.Result result = call("nube", "empresa", "empresa.toml", "--datos", "nube");

    assertThat(result.code()).as(result.err()).isZero();
    try (Companies companies = Companies.open(folder.resolve("nube"), Ambiente.DEMO, clock)) {
      assertThat(companies.find(RUC).orElseThrow().certificadoDgi())
          .contains(Binario.of(dgi.getEncoded()));
    }
  }

  @Test
  void empresa_dgisCertificateMissing_isRefusedWithItsCode() throws IOException {
    edit("regimen = ", "certificado_dgi = \"no-hay.pem\"\nregimen = ");

    Calls.Result result = call("nube", "empresa", "empresa.toml", "--datos", "nube");

    assertThat(result.code()).isNotZero();
    assertThat(result.err()).contains("no-hay.pem").contains("LLAVE-08");
  }

  @Test
  void empresa_wrongPasswordOfItsKey_isRefusedWithoutShowingIt() throws IOException {
    Files.writeString(folder.resolve("empresa.clave"), "otra-clave\n");
    Calls.Result result = call("nube", "empresa", "empresa.toml", "--datos", "nube");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("empresa.p12").doesNotContain("otra-clave");
  }

  @Test
  void empresa_ofAnotherWorld_isRefused() {
    assertThat(call("nube", "empresa", "empresa.toml", "--datos", "nube").code()).isZero();
    Calls.Result result =
        call("nube", "empresa", "empresa.toml", "--datos", "nube", "--ambiente", "prueba");
    assertThat(result.code()).isEqualTo(6);
    assertThat(result.err()).contains("demo");
  }

  @Test
  void empresa_whileTheCloudRuns_isRefused() {
    try (Companies open =
        Companies.open(folder.resolve("nube"), Ambiente.DEMO, Documents.clock())) {
      assertThat(open).isNotNull();
      Calls.Result result = call("nube", "empresa", "empresa.toml", "--datos", "nube");
      assertThat(result.code()).isEqualTo(6);
      assertThat(result.err()).contains(folder.resolve("nube").toString());
    }
  }

  @Test
  void clave_isWrittenForItsUserOnly_andEachIsAnother() throws IOException {
    assertThat(call("nube", "empresa", "empresa.toml", "--datos", "nube").code()).isZero();
    Calls.Result result = call("nube", "clave", RUC, "--datos", "nube", "-o", "llaves/caja1");
    assertThat(result.code()).as(result.err()).isZero();
    Path file = folder.resolve("llaves/caja1");
    String key = Files.readString(file).strip();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(result.out()).contains(file.toString()).doesNotContain(key);
    assertThat(key).hasSizeGreaterThan(20);

    assertThat(call("nube", "key", RUC, "--datos", "nube", "-o", "caja2").code()).isZero();
    assertThat(Files.readString(folder.resolve("caja2")).strip()).isNotEqualTo(key);
  }

  @Test
  void clave_ofAnUnknownCompany_isRefused() {
    Calls.Result result = call("nube", "clave", RUC, "--datos", "nube", "-o", "caja1");
    assertThat(result.code()).isEqualTo(6);
    assertThat(result.err()).contains(RUC);
    assertThat(folder.resolve("caja1")).doesNotExist();
  }

  @Test
  void nube_withoutItsFolder_asksForIt() {
    for (String line : new String[] {"nube", "nube empresa empresa.toml", "nube clave 1 -o x"}) {
      Calls.Result result = call(line.split(" "));
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).startsWith("Falta --datos.");
    }
  }

  @Test
  void nube_withoutTls_listensOnThisMachineOnly() {
    Calls.Result result = call("nube", "--datos", "nube", "--host", "0.0.0.0", "--puerto", "0");
    assertThat(result.code()).isEqualTo(6);
    assertThat(result.err()).contains("sin TLS");
  }

  @Test
  void nube_tlsWithoutItsPassword_isRefused() {
    Calls.Result result = call("nube", "--datos", "nube", "--puerto", "0", "--tls", "tls.p12");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--tls-clave");
  }

  @Test
  void nube_withTls_servesTheCompanyToItsKey() throws Exception {
    assertThat(call("nube", "empresa", "empresa.toml", "--datos", "nube").code()).isZero();
    assertThat(call("nube", "clave", RUC, "--datos", "nube", "-o", "caja1").code()).isZero();
    String key = Files.readString(folder.resolve("caja1")).strip();
    makeServerKey();
    int port = freePort();
    String[] args = {
      "nube",
      "--datos",
      folder.resolve("nube").toString(),
      "--puerto",
      Integer.toString(port),
      "--tls",
      folder.resolve("tls.p12").toString(),
      "--tls-clave",
      "archivo:" + folder.resolve("empresa.clave")
    };
    Path log = folder.resolve("nube.log");
    try (Program nube = new Program(log, Program.java(List.of()), args)) {
      nube.start();
      awaitLine(nube, log, "https://");
      URI empresa = URI.create("https://127.0.0.1:" + port + "/v1/emisores/" + RUC + "/empresa");
      HttpResponse<String> answer = get(empresa, key);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).contains("Comercio Demo SA");
      assertThat(get(empresa, "no-es-la-clave").statusCode()).isEqualTo(401);
      assertThat(nube.stop(PATIENCE_MILLIS)).isTrue();
    }
  }

  private void makeServerKey() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", "nube", "-keyalg", "RSA", "-keysize", "2048"));
    command.addAll(List.of("-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1"));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-validity", "30"));
    command.addAll(List.of("-keystore", folder.resolve("tls.p12").toString()));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream said = keytool.getInputStream()) {
      String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(keytool.waitFor()).as(text).isZero();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitLine(Program program, Path log, String text) throws Exception {
    long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
    while (!Files.exists(log) || !Files.readString(log).contains(text)) {
      boolean ended = program.endsWithin(50);
      assertThat(ended || System.nanoTime() > end)
          .as(Files.exists(log) ? Files.readString(log) : "")
          .isFalse();
    }
  }

  private HttpResponse<String> get(URI address, String key) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(folder.resolve("tls.p12"))) {
      store.load(file, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("nube", store.getCertificate("nube"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder()
        .sslContext(context)
        .build()
        .send(
            HttpRequest.newBuilder(address).header("Authorization", "Bearer " + key).build(),
            BodyHandlers.ofString());
  }
}
