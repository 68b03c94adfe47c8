package uy.pfacturas.signing.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.signing.Required;
import uy.pfacturas.signing.SignedXml;
import uy.pfacturas.signing.TestCertificates;
import uy.pfacturas.signing.TestKeys;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;

class KeyFilesTest {
  private static final char[] SECRET = "clave 1234".toCharArray();
  private static final KeyPassword PASSWORD = KeyPassword.of(SECRET);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"clave 1234", "señal 1234", ""})
  void readPkcs12_whatWePut_signsAlike(String secret) {
    Path file = folder.resolve("empresa.p12");
    KeyPassword password = KeyPassword.of(secret.toCharArray());
    TestKeys.COMPANY.writePkcs12(file, password);

    SigningKey read = SigningKey.readPkcs12(file, password);

    assertThat(read.certificate()).isEqualTo(TestKeys.COMPANY.certificate());
    assertThat(read.ruc()).contains(TestKeys.RUC);
    assertThat(signed(read)).isEqualTo(signed(TestKeys.COMPANY));
  }

  @Test
  void writePkcs12_overAnotherFile_leavesOneFileOfItsOwner() throws IOException {
    Path file = folder.resolve("empresa.p12");
    TestKeys.OTHER.writePkcs12(file, KeyPassword.of("otra".toCharArray()));
    TestKeys.COMPANY.writePkcs12(file, PASSWORD);

    assertThat(SigningKey.readPkcs12(file, PASSWORD).ruc()).contains(TestKeys.RUC);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void writePkcs12_keyWithItsAuthority_keepsBoth() {
    Path file = folder.resolve("empresa.p12");
    List<X509Certificate> chain =
        List.of(TestKeys.COMPANY.certificate(), TestKeys.AUTHORITY.certificate());
    SigningKey.of(TestKeys.COMPANY.privateKey(), chain).writePkcs12(file, PASSWORD);

    assertThat(SigningKey.readPkcs12(file, PASSWORD).chain()).isEqualTo(chain);
  }

  @Test
  void writePkcs12_intoNoFolder_saysSo() {
    Path file = folder.resolve("no").resolve("empresa.p12");

    assertThatThrownBy(() -> TestKeys.COMPANY.writePkcs12(file, PASSWORD))
        .isInstanceOfSatisfying(
            KeyFileWriteException.class, e -> assertThat(e.file()).isEqualTo(file));
  }

  /**
   * What the JDK writes as "legacy", what BouncyCastle writes, and what only BouncyCastle reads.
   */
  @ParameterizedTest
  @ValueSource(strings = {"PKCS12-3DES-40RC2", "PKCS12-AES256-AES128-GCM"})
  void readPkcs12_ofAnyKind_opens(String type) throws Exception {
    Path file = write(KeyStore.getInstance(type, new BouncyCastleProvider()), TestKeys.COMPANY);

    SigningKey read = SigningKey.readPkcs12(file, PASSWORD);

    assertThat(signed(read)).isEqualTo(signed(TestKeys.COMPANY));
    assertThat(providers()).doesNotContain("BC");
  }

  @Test
  void readPkcs12_ofOpensslWithEnye_opens() throws Exception {
    Path file = folder.resolve("openssl.p12");
    Path pem = folder.resolve("llave.pem");
    String own = Base64.getMimeEncoder().encodeToString(TestKeys.COMPANY.privateKey().getEncoded());
    String certificate =
        Base64.getMimeEncoder().encodeToString(TestKeys.COMPANY.certificate().getEncoded());
    Files.writeString(
        pem,
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(own)
            + "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                .formatted(certificate));
    Path secret = Files.writeString(folder.resolve("clave.txt"), "señal 1234\n");
    Process openssl;
    try {
      openssl =
          new ProcessBuilder(
                  List.of(
                      "openssl",
                      "pkcs12",
                      "-export",
                      "-in",
                      pem.toString(),
                      "-out",
                      file.toString(),
                      "-passout",
                      "file:" + secret))
              .start();
    } catch (IOException e) {
      Required.orSkip(false, "openssl is not installed");
      return;
    }
    assertThat(openssl.waitFor()).isZero();

    SigningKey read = SigningKey.readPkcs12(file, KeyPassword.of("señal 1234".toCharArray()));

    assertThat(signed(read)).isEqualTo(signed(TestKeys.COMPANY));
  }

  @Test
  void readPkcs12_wrongPassword_saysSo() {
    Path file = folder.resolve("empresa.p12");
    TestKeys.COMPANY.writePkcs12(file, PASSWORD);

    assertThatThrownBy(() -> SigningKey.readPkcs12(file, KeyPassword.of(new char[0])))
        .isInstanceOfSatisfying(
            WrongPasswordException.class, e -> assertThat(e.file()).isEqualTo(file))
        .hasMessageNotContaining("1234");
  }

  @Test
  void readPkcs12_noFile_saysSo() {
    Path file = folder.resolve("nada.p12");

    assertThatThrownBy(() -> SigningKey.readPkcs12(file, PASSWORD))
        .isInstanceOfSatisfying(
            KeyFileMissingException.class, e -> assertThat(e.file()).isEqualTo(file));
  }

  @Test
  void readPkcs12_cutFileOrText_isDamaged() throws IOException {
    Path whole = folder.resolve("empresa.p12");
    TestKeys.COMPANY.writePkcs12(whole, PASSWORD);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.p12"), Arrays.copyOf(bytes, 1000));
    Path text = Files.writeString(folder.resolve("text.p12"), "-----BEGIN CERTIFICATE-----");
    Path empty = Files.createFile(folder.resolve("empty.p12"));

    for (Path file : List.of(cut, text, empty)) {
      assertThatThrownBy(() -> SigningKey.readPkcs12(file, PASSWORD))
          .as(file.toString())
          .isInstanceOf(KeyFileDamagedException.class);
    }
  }

  @Test
  void readPkcs12_withoutKey_saysSo() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("ca", TestKeys.AUTHORITY.certificate());
    Path file = store(store);

    assertThatThrownBy(() -> SigningKey.readPkcs12(file, PASSWORD))
        .isInstanceOf(NoSigningKeyException.class);
  }

  @Test
  void readPkcs12_ofSeveralKeys_takesTheOneThatLastsLongest() throws Exception {
    Clock later = Clock.offset(TestKeys.CLOCK, Duration.ofDays(30));
    SigningKey renewed = TestKeys.AUTHORITY.issue(TestKeys.RUC, "Renovada", later);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    put(store, "a", TestKeys.COMPANY);
    put(store, "b", renewed);
    put(store, "c", TestKeys.OTHER);

    assertThat(SigningKey.readPkcs12(store(store), PASSWORD).certificate())
        .isEqualTo(renewed.certificate());
  }

  @Test
  void of_keyOfAnotherCertificate_isUnsuitable() {
    assertThatThrownBy(
            () -> SigningKey.of(TestKeys.OTHER.privateKey(), TestKeys.COMPANY.certificate()))
        .isInstanceOf(UnsuitableKeyException.class);
  }

  @Test
  void of_shortKey_isTooShort() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(512);
    TestCertificates weak = new TestCertificates(generator.generateKeyPair());

    assertThatThrownBy(
            () -> SigningKey.of(weak.pair().getPrivate(), weak.selfSigned("SHA1withRSA")))
        .isInstanceOfSatisfying(
            KeyTooShortException.class, e -> assertThat(e.bits()).isEqualTo(512));
  }

  @Test
  void of_ellipticCurve_isUnsuitable() throws Exception {
    TestCertificates curve =
        new TestCertificates(KeyPairGenerator.getInstance("EC").generateKeyPair());

    assertThatThrownBy(
            () -> SigningKey.of(curve.pair().getPrivate(), curve.selfSigned("SHA256withECDSA")))
        .isInstanceOfSatisfying(
            UnsuitableKeyException.class, e -> assertThat(e.found()).isEqualTo("EC"));
  }

  @Test
  void toString_ofKeyAndPassword_showsNoSecret() {
    assertThat(PASSWORD.toString()).isEqualTo("KeyPassword[***]");
    assertThat(TestKeys.COMPANY.toString()).contains("RUC" + TestKeys.RUC).doesNotContain("RSA");
  }

  @Test
  void password_readFromFile_isItsFirstLine() throws IOException {
    Path file = secretFile("clave 1234\r\nsegunda\n", "rw-------");

    assertThat(KeyPassword.read(file).text()).isEqualTo(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw----r--"})
  void password_readFromFileOpenToOthers_isRefused(String permissions) throws IOException {
    Path file = secretFile("1234", permissions);

    assertThatThrownBy(() -> KeyPassword.read(file))
        .isInstanceOfSatisfying(
            OpenPermissionsException.class,
            e -> assertThat(e.permissions()).isEqualTo(permissions));
  }

  @Test
  void password_missing_saysWhere() {
    assertThatThrownBy(() -> KeyPassword.read(folder.resolve("no")))
        .isInstanceOf(PasswordMissingException.class);
    assertThatThrownBy(() -> KeyPassword.fromEnvironment("PFACTURAS_NADA", Map.of()))
        .isInstanceOfSatisfying(
            PasswordMissingException.class,
            e -> assertThat(e.source()).isEqualTo("PFACTURAS_NADA"));
  }

  @Test
  void password_fromEnvironment_isTheVariable() {
    assertThat(KeyPassword.fromEnvironment("P", Map.of("P", "clave 1234")).text())
        .isEqualTo(SECRET);
  }

  @Test
  void password_itsCharactersWipedByTheCaller_stays() {
    char[] own = SECRET.clone();
    KeyPassword password = KeyPassword.of(own);
    Arrays.fill(own, '\0');
    password.text()[0] = 'x';

    assertThat(password.text()).isEqualTo(SECRET);
  }

  private Path secretFile(String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("clave.txt"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private Path write(KeyStore store, SigningKey key) throws Exception {
    store.load(null, null);
    put(store, "llave", key);
    return store(store);
  }

  private static void put(KeyStore store, String alias, SigningKey key) throws Exception {
    Certificate[] chain = {key.certificate(), TestKeys.AUTHORITY.certificate()};
    store.setKeyEntry(alias, key.privateKey(), SECRET, chain);
  }

  private Path store(KeyStore store) throws Exception {
    Path file = folder.resolve("hecho.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, SECRET);
    }
    return file;
  }

  private static String providers() {
    return String.join(" ", Arrays.stream(Security.getProviders()).map(Provider::getName).toList());
  }

  private static SignedXml signed(SigningKey key) {
    return new XmlSigner(key, SignatureAlgorithm.RSA_SHA256)
        .sign("<a/>".getBytes(StandardCharsets.UTF_8));
  }
}
