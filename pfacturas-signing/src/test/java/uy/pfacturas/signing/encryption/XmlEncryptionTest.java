package uy.pfacturas.signing.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.signing.References;
import uy.pfacturas.signing.TestCertificates;
import uy.pfacturas.signing.XmlSec1;
import uy.pfacturas.signing.certificate.CertificateFile;

/** Two programs read what the other encrypts, and nobody learns how a forgery fails. */
class XmlEncryptionTest {
  private static final String NAME = "CERT_DGI_EFACTURA";
  private static final String ELEMENT =
      "<Compl_Fiscal_Data xmlns=\"http://cfe.dgi.gub.uy\"><NombreMdte>Ñandú &amp; Cía</NombreMdte>"
          + "</Compl_Fiscal_Data>";
  private static KeyPair pair;
  private static X509Certificate certificate;

  @TempDir private Path folder;

  @BeforeAll
  static void makeKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    pair = generator.generateKeyPair();
    certificate = new TestCertificates(pair).selfSigned("SHA256withRSA");
  }

  @Test
  void encrypt_element_isDecryptedByXmlsec1AndByUs() throws Exception {
    String encrypted = encrypt(ELEMENT);

    assertThat(encrypted).doesNotContain("NombreMdte");
    assertThat(new XmlSec1(folder).decrypt(utf8(encrypted), pair.getPrivate())).isEqualTo(ELEMENT);
    assertThat(decrypt(encrypted)).isEqualTo(ELEMENT);
  }

  @Test
  void encrypt_inADocument_isPutBackByXmlsec1() throws Exception {
    String document = "<CFE xmlns=\"http://cfe.dgi.gub.uy\"><a></a>%s</CFE>";

    assertThat(
            new XmlSec1(folder)
                .decrypt(utf8(document.formatted(encrypt(ELEMENT))), pair.getPrivate()))
        .isEqualTo(document.formatted(ELEMENT).replace("<a></a>", "<a/>"));
  }

  @Test
  void encrypt_element_isWrittenAsDgisGuidePrescribes() {
    assertThat(encrypt(ELEMENT))
        .containsSubsequence(
            "<xenc:EncryptedData ",
            "Type=\"http://www.w3.org/2001/04/xmlenc#Element\"",
            "Algorithm=\"http://www.w3.org/2001/04/xmlenc#tripledes-cbc\"",
            "<xenc:EncryptedKey>",
            "Algorithm=\"http://www.w3.org/2001/04/xmlenc#rsa-1_5\"",
            "<ds:KeyName>CERT_DGI_EFACTURA</ds:KeyName>");
  }

  @Test
  void encrypt_again_hasAnotherKeyAnotherVectorAndAnotherPadding() throws Exception {
    Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    rsa.init(Cipher.DECRYPT_MODE, pair.getPrivate());
    Set<String> keys = new HashSet<>();
    Set<String> vectors = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      String[] values = cipherValues(encrypt(ELEMENT));
      byte[] key = rsa.doFinal(Base64.getDecoder().decode(values[0]));
      assertThat(key).hasSize(24);
      keys.add(Base64.getEncoder().encodeToString(key));
      vectors.add(values[1].substring(0, 8));
    }

    assertThat(keys).hasSize(20);
    assertThat(vectors).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void encrypt_anyLength_comesBackWhole(int more) throws Exception {
    String element = "<a>" + "x".repeat(more) + "</a>";

    assertThat(decrypt(encrypt(element))).isEqualTo(element);
    assertThat(new XmlSec1(folder).decrypt(utf8(encrypt(element)), pair.getPrivate()))
        .isEqualTo(more == 0 ? "<a/>" : element);
  }

  @Test
  void decrypt_whatXmlsec1Encrypts_isReadByUs() throws Exception {
    String template = encrypt("<a/>").replaceAll("(<xenc:CipherValue>)[^<]*", "$1");

    byte[] encrypted = new XmlSec1(folder).encrypt(utf8(template), utf8(ELEMENT), certificate);

    assertThat(decrypt(new String(encrypted, StandardCharsets.UTF_8))).isEqualTo(ELEMENT);
  }

  @Test
  void encrypt_forDgi_takesItsCertificate() {
    Path file = References.file("dgi/claves/DGI_RUC+214844360018.pem");
    X509Certificate dgi = new CertificateFile(file).read().get(0);

    assertThat(cipherValues(new XmlEncryptor(dgi, NAME).encrypt(utf8(ELEMENT)))[0])
        .hasSize(344); // 2048 bits
  }

  static Stream<String> hostile() throws Exception {
    String whole = encrypt(ELEMENT);
    String[] values = cipherValues(whole);
    byte[] content = Base64.getDecoder().decode(values[1]);
    content[content.length - 9] ^= 1;
    String padding = Base64.getEncoder().encodeToString(content);
    Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
    oaep.init(Cipher.ENCRYPT_MODE, pair.getPublic());
    Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    rsa.init(Cipher.ENCRYPT_MODE, pair.getPublic());
    String value = "<xenc:CipherValue>" + values[0] + "</xenc:CipherValue>";
    return Stream.of(
        "",
        "<a/>",
        whole.replace("EncryptedData", "EncryptedData2"),
        whole.replace("xmlenc#Element", "xmlenc#Content"),
        whole.replace("rsa-1_5", "rsa-oaep-mgf1p"),
        whole.replace("tripledes-cbc", "aes256-cbc"),
        whole.replace(values[0], base64(oaep.doFinal(new byte[24]))),
        whole.replace(values[0], base64(rsa.doFinal(new byte[16]))),
        whole.replace(values[0], base64(rsa.doFinal(new byte[32]))),
        whole.replace(values[0], base64(rsa.doFinal(new byte[24]))),
        whole.replace(values[0], values[0].substring(4)),
        whole.replace(values[0], "AAAA"),
        whole.replace(values[0], "="),
        whole.replace(value, value + value),
        whole.replace(values[1], padding),
        whole.replace(values[1], values[1].substring(0, 8)),
        whole.replace(values[1], values[1].substring(0, 20)),
        whole.replace(values[1], ""),
        whole.replace("</xenc:EncryptionMethod>", "<x/></xenc:EncryptionMethod>"),
        "<!DOCTYPE a [<!ENTITY b \"c\">]>" + whole);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void decrypt_hostile_failsAlwaysAlike(String encrypted) {
    assertThatThrownBy(() -> decrypt(encrypted))
        .isInstanceOf(NotDecryptableException.class)
        .hasNoCause()
        .hasMessage("No se puede descifrar con esta llave.");
  }

  @Test
  void decrypt_anyByteFlipped_failsAlikeOrGivesText() {
    String[] values = cipherValues(encrypt(ELEMENT));
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      int which = i % 2;
      byte[] bytes = Base64.getDecoder().decode(values[which]);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      String forged = encrypt("<a/>");
      String[] own = cipherValues(forged);
      forged =
          forged
              .replace(own[0], which == 0 ? base64(bytes) : values[0])
              .replace(own[1], which == 1 ? base64(bytes) : values[1]);
      try {
        assertThat(decrypt(forged)).startsWith("<").endsWith(">");
      } catch (NotDecryptableException e) {
        assertThat(e).hasNoCause();
      }
    }
  }

  @Test
  void decrypt_withAnotherKey_fails() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048, new SecureRandom());
    XmlDecryptor other = new XmlDecryptor(generator.generateKeyPair().getPrivate());

    assertThatThrownBy(() -> other.decrypt(utf8(encrypt(ELEMENT))))
        .isInstanceOf(NotDecryptableException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "<a/><b/>", "<x:a/>", "<?xml version=\"1.0\"?><a/>", " <a/>"})
  void encrypt_whatIsNotOneElement_isASlipOfTheProgram(String element) {
    assertThatThrownBy(() -> encrypt(element)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void encryptor_ofAnotherKindOfKey_isRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    X509Certificate ec =
        new TestCertificates(generator.generateKeyPair()).selfSigned("SHA256withECDSA");

    assertThatThrownBy(() -> new XmlEncryptor(ec, NAME))
        .isInstanceOfSatisfying(
            UnsuitableRecipientException.class, e -> assertThat(e.keyKind()).isEqualTo("EC"));
  }

  private static String encrypt(String element) {
    return new XmlEncryptor(certificate, NAME).encrypt(utf8(element));
  }

  private static String decrypt(String encrypted) {
    return new XmlDecryptor(pair.getPrivate()).decrypt(utf8(encrypted));
  }

  private static String[] cipherValues(String encrypted) {
    Matcher matcher = Pattern.compile("<xenc:CipherValue>([^<]*)<").matcher(encrypted);
    return matcher.results().map(found -> found.group(1)).toArray(String[]::new);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
