package uy.pfacturas.signing.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.signing.Program;
import uy.pfacturas.signing.TestKeys;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.failure.SigningException;
import uy.pfacturas.signing.key.KeyChoice;
import uy.pfacturas.signing.key.KeyFileDamagedException;
import uy.pfacturas.signing.key.KeyFileMissingException;
import uy.pfacturas.signing.key.KeyNotFoundException;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.KeyTooShortException;
import uy.pfacturas.signing.key.NoSigningKeyException;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.key.UnsuitableKeyException;
import uy.pfacturas.signing.key.WrongPasswordException;

/** Key files as openssl and keytool make them. */
class KeyFileTest {
  private static final String SECRET = "Clave-9182";

  @TempDir private static Path base;
  @TempDir private Path folder;

  @BeforeAll
  static void makeKey() throws Exception {
    TestKeys.COMPANY.writePkcs12(base.resolve("a.p12"), password(SECRET));
    openssl(base, "pkcs12 -in a.p12 -passin pass:" + SECRET + " -nodes -out claro.pem");
    openssl(base, "pkcs12 -in a.p12 -passin pass:" + SECRET + " -nokeys -out cert.pem");
    openssl(base, "pkey -in claro.pem -out pkcs8.pem");
  }

  @BeforeEach
  void copyKey() throws IOException {
    for (String name : List.of("a.p12", "claro.pem", "cert.pem", "pkcs8.pem")) {
      Files.copy(base.resolve(name), folder.resolve(name));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pkcs12 -export -in claro.pem -legacy -passout pass:Clave-9182 -out llave",
        "pkcs12 -export -in claro.pem -legacy -certpbe PBE-SHA1-RC2-40 -keypbe PBE-SHA1-RC2-40"
            + " -passout pass:Clave-9182 -out llave",
        "pkcs12 -export -in claro.pem -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1"
            + " -passout pass:Clave-9182 -out llave",
        "pkcs12 -export -in claro.pem -certpbe NONE -keypbe AES-256-CBC -passout pass:Clave-9182"
            + " -out llave",
        "pkcs12 -export -in claro.pem -passout pass:Clave-9182 -out llave",
      })
  void read_pkcs12OfOpenssl_signs(String command) throws Exception {
    openssl(command);

    assertSigns(KeyFile.of(folder.resolve("llave")), KeyFileTest::right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JKS", "JCEKS", "PKCS12"})
  void read_storeOfKeytool_signs(String type) throws Exception {
    keytool(type);

    assertSigns(KeyFile.of(folder.resolve("llave")), KeyFileTest::right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pkcs8 -topk8 -in pkcs8.pem -passout pass:Clave-9182 -out llave",
        "pkcs8 -topk8 -in pkcs8.pem -v1 PBE-SHA1-3DES -passout pass:Clave-9182 -out llave",
        "pkcs8 -topk8 -in pkcs8.pem -v2 des3 -passout pass:Clave-9182 -out llave",
        "rsa -traditional -in pkcs8.pem -aes128 -passout pass:Clave-9182 -out llave",
        "rsa -traditional -in pkcs8.pem -des3 -passout pass:Clave-9182 -out llave",
      })
  void read_encryptedPem_signs(String command) throws Exception {
    openssl(command);

    assertSigns(
        new KeyFile(folder.resolve("llave"), Optional.of(folder.resolve("cert.pem"))),
        KeyFileTest::right);
    Path both = both("llave", "cert.pem");
    assertSigns(KeyFile.of(both), KeyFileTest::right);
    assertThatThrownBy(() -> KeyFile.of(both).read(() -> password("Otra-5544")))
        .isInstanceOf(WrongPasswordException.class)
        .satisfies(e -> assertShowsNone((SigningException) e, "Otra-5544"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pkey -in pkcs8.pem -out llave", "rsa -traditional -in pkcs8.pem -out llave"})
  void read_pemInClear_asksForNoPassword(String command) throws Exception {
    openssl(command);

    assertSigns(
        new KeyFile(folder.resolve("cert.pem"), Optional.of(folder.resolve("llave"))),
        KeyFileTest::notAsked);
    assertSigns(KeyFile.of(both("cert.pem", "llave")), KeyFileTest::notAsked);
  }

  @Test
  void read_certificateInDerOrPkcs7_isTakenWithItsKey() throws Exception {
    openssl("x509 -in cert.pem -outform DER -out cert.der");
    openssl("crl2pkcs7 -nocrl -certfile cert.pem -outform DER -out cert.p7b");

    for (String name : List.of("cert.der", "cert.p7b")) {
      assertSigns(
          new KeyFile(folder.resolve(name), Optional.of(folder.resolve("pkcs8.pem"))),
          KeyFileTest::notAsked);
    }
  }

  @Test
  void read_pemWithAuthority_givesTheChainInOrder() throws Exception {
    pem("ca.pem", "CERTIFICATE", TestKeys.AUTHORITY.certificate().getEncoded());

    SigningKey key = open(KeyFile.of(both("ca.pem", "claro.pem")), KeyFileTest::notAsked);

    assertThat(key.chain())
        .containsExactly(TestKeys.COMPANY.certificate(), TestKeys.AUTHORITY.certificate());
  }

  @Test
  void read_wrongPassword_saysSoInEveryKind() throws Exception {
    for (String type : List.of("JKS", "JCEKS", "PKCS12")) {
      Files.deleteIfExists(folder.resolve("llave"));
      keytool(type);
      assertThatThrownBy(
              () -> KeyFile.of(folder.resolve("llave")).read(() -> password("Otra-5544")))
          .as(type)
          .isInstanceOf(WrongPasswordException.class)
          .satisfies(e -> assertShowsNone((SigningException) e, "Otra-5544"));
    }
  }

  @Test
  void read_cutFiles_areDamagedOrHaveNoKey() throws Exception {
    for (String type : List.of("JKS", "PKCS12")) {
      Files.deleteIfExists(folder.resolve("llave"));
      keytool(type);
      cut("llave", 700);
      assertThatThrownBy(() -> KeyFile.of(folder.resolve("llave")).read(KeyFileTest::right))
          .as(type)
          .isInstanceOf(KeyFileDamagedException.class);
    }
    cut("pkcs8.pem", 500);
    assertThatThrownBy(() -> KeyFile.of(folder.resolve("pkcs8.pem")).read(KeyFileTest::notAsked))
        .isInstanceOf(KeyFileDamagedException.class);
  }

  @Test
  void read_otherFiles_areNoKeyFiles() throws Exception {
    Path text = Files.writeString(folder.resolve("nota.txt"), "hola");
    Path empty = Files.createFile(folder.resolve("vacio"));

    for (Path file : List.of(text, empty)) {
      assertThatThrownBy(() -> KeyFile.of(file).read(KeyFileTest::notAsked))
          .isInstanceOf(KeyFileDamagedException.class);
    }
    assertThatThrownBy(() -> KeyFile.of(folder.resolve("no")).read(KeyFileTest::notAsked))
        .isInstanceOf(KeyFileMissingException.class);
  }

  @Test
  void open_withoutKey_saysSo() {
    assertThatThrownBy(() -> open(KeyFile.of(folder.resolve("cert.pem")), KeyFileTest::notAsked))
        .isInstanceOf(NoSigningKeyException.class);
    assertThatThrownBy(() -> open(KeyFile.of(folder.resolve("pkcs8.pem")), KeyFileTest::notAsked))
        .isInstanceOf(NoSigningKeyException.class);
  }

  @Test
  void read_keysThatDgiDoesNotTake_saysWhy() throws Exception {
    openssl("req -x509 -newkey rsa:512 -nodes -subj /CN=x -keyout k1.pem -out c1.pem");
    openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=x"
            + " -keyout k2.pem -out c2.pem");

    assertThatThrownBy(() -> KeyFile.of(both("k1.pem", "c1.pem")).read(KeyFileTest::notAsked))
        .isInstanceOf(KeyTooShortException.class);
    assertThatThrownBy(() -> KeyFile.of(both("k2.pem", "c2.pem")).read(KeyFileTest::notAsked))
        .isInstanceOf(UnsuitableKeyException.class);
  }

  @Test
  void open_byAliasOrRuc_takesThatKey() throws Exception {
    TestKeys.OTHER.writePkcs12(folder.resolve("b.p12"), password(SECRET));
    keytool("PKCS12");
    keytoolInto("b.p12", "otra", "PKCS12");
    KeyFile store = KeyFile.of(folder.resolve("llave"));

    assertThat(open(store, KeyChoice.ofAlias("OTRA")).certificate())
        .isEqualTo(TestKeys.OTHER.certificate());
    assertThat(open(store, KeyChoice.ofRuc(TestKeys.RUC)).certificate())
        .isEqualTo(TestKeys.COMPANY.certificate());
    assertThatThrownBy(() -> open(store, KeyChoice.ofAlias("ninguna")))
        .isInstanceOf(KeyNotFoundException.class)
        .hasMessageContaining("«ninguna»")
        .hasMessageContaining("empresa (RUC " + TestKeys.RUC + ")");
  }

  private static SigningKey open(KeySource source, KeyChoice choice) {
    return source.open(KeyFileTest::right, choice, TestKeys.MOMENT);
  }

  private static SigningKey open(KeySource source, Supplier<KeyPassword> password) {
    return source.open(password, KeyChoice.ANY, TestKeys.MOMENT);
  }

  private static void assertSigns(KeySource source, Supplier<KeyPassword> password) {
    SigningKey key = open(source, password);
    byte[] content = "Ñandú".getBytes(StandardCharsets.UTF_8);

    assertThat(key.certificate()).isEqualTo(TestKeys.COMPANY.certificate());
    assertThat(key.sign(content, SignatureAlgorithm.RSA_SHA256))
        .isEqualTo(TestKeys.COMPANY.sign(content, SignatureAlgorithm.RSA_SHA256));
  }

  /** Neither what a person sees nor what goes to a log with the stack. */
  private static void assertShowsNone(SigningException e, String secret) {
    StringWriter stack = new StringWriter();
    e.printStackTrace(new PrintWriter(stack));
    assertThat(stack.toString() + e.sentence(Locale.ROOT) + e.remedy(Locale.ENGLISH))
        .doesNotContain(secret);
  }

  private static KeyPassword right() {
    return password(SECRET);
  }

  private static KeyPassword notAsked() {
    throw new AssertionError("the password was asked for");
  }

  private static KeyPassword password(String text) {
    return KeyPassword.of(text.toCharArray());
  }

  private void openssl(String command) throws Exception {
    openssl(folder, command);
  }

  private static void openssl(Path folder, String command) throws Exception {
    new Program("openssl", folder).run(command.split(" "));
  }

  private void keytool(String type) throws Exception {
    keytoolInto("a.p12", "empresa", type);
  }

  private void keytoolInto(String from, String alias, String type) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("-importkeystore", "-srckeystore", from, "-srcalias", "pfacturas"));
    command.addAll(List.of("-destkeystore", "llave", "-deststoretype", type, "-destalias", alias));
    command.addAll(List.of("-srcstorepass", SECRET, "-deststorepass", SECRET, "-noprompt"));
    new Program("keytool", folder).run(command.toArray(String[]::new));
  }

  private Path both(String first, String second) throws IOException {
    return Files.writeString(
        folder.resolve("ambos"),
        Files.readString(folder.resolve(first)) + Files.readString(folder.resolve(second)));
  }

  private void pem(String name, String kind, byte[] content) throws IOException {
    String base64 = Base64.getMimeEncoder().encodeToString(content);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, base64, kind));
  }

  private void cut(String name, int length) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    Files.write(folder.resolve(name), Arrays.copyOf(bytes, length));
  }
}
