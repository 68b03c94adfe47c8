package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.trust.Trust;

class XmlSignerTest {
  private static final String CFE =
      "<CFE xmlns=\"http://cfe.dgi.gub.uy\" version=\"1.0\"><eTck><RznSoc>Ñandú</RznSoc></eTck></CFE>";

  @TempDir private Path folder;

  static Stream<String> documents() {
    return Stream.of(
        CFE,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + CFE + "\n",
        "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>" + CFE,
        "<ns0:CFE xmlns:ns0=\"http://cfe.dgi.gub.uy\" xmlns:xsi=\"urn:x\" b=\"2\" a='1' xsi:c=\"&lt;>\"><ns0:a>ñ &amp; &#13;&#xA;\r\n\ty</ns0:a></ns0:CFE>",
        "<a xml:lang=\"es\" xml:space=\"preserve\" xmlns:z=\"urn:z\" xmlns:b=\"urn:b\"><b:c xmlns=\"urn:d\"><e xmlns=\"\"/></b:c> </a>",
        "<a/>",
        "<a  b='/>' />",
        "<año título=\"ñ>\"/>",
        "<!-- </a> <a> --><?pi </a> ?><a><!-- </a> --><c/><![CDATA[</a> & <b>]]><?pi </a>?></a><!-- </a> --><?pi </a> <? ?> \n",
        "<a b=\"'/a>'\" c='\"/>\"'>\n  <b/>\n  <b x='>'/>\n</a >",
        "<a>\uD83D\uDE00 €</a>");
  }

  static Stream<Arguments> documentsAndAlgorithms() {
    return documents()
        .flatMap(
            xml ->
                Arrays.stream(SignatureAlgorithm.values())
                    .map(algorithm -> Arguments.of(xml, algorithm)));
  }

  @ParameterizedTest
  @MethodSource("documentsAndAlgorithms")
  void sign_anyDocument_isVerifiedByXmlsec1AndByUs(String xml, SignatureAlgorithm algorithm)
      throws Exception {
    SignedXml signed = TestKeys.signer(algorithm).sign(utf8(xml));

    assertThat(new XmlSec1(folder).verifies(signed.bytes(), TestKeys.AUTHORITY.certificate()))
        .isTrue();
    assertThat(TestKeys.verifier().verify(signed.bytes()))
        .isEqualTo(
            new Verification.Valid(
                signed.digest(),
                TestKeys.COMPANY.certificate(),
                algorithm,
                Trust.TRUSTED,
                List.of(TestKeys.COMPANY.certificate())));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void sign_anyDocument_changesNoByteOfIt(String xml) {
    String signed =
        new String(
            TestKeys.signer(SignatureAlgorithm.RSA_SHA256).sign(utf8(xml)).bytes(),
            StandardCharsets.UTF_8);

    int from = signed.indexOf("<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\">");
    int to = signed.indexOf("</Signature>") + "</Signature>".length();
    String without = signed.substring(0, from) + signed.substring(to);
    assertThat(without).isIn(xml, xml.replaceFirst("<(\\S+)( *.*)/>$", "<$1$2></$1>"));
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void sign_byDefault_writesTheSignatureOnOneLineAsDgiDoes(SignatureAlgorithm algorithm) {
    SignedXml signed = TestKeys.signer(algorithm).sign(utf8(CFE));

    assertThat(new String(signed.bytes(), StandardCharsets.UTF_8))
        .startsWith(
            CFE.replace(
                "</CFE>", "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo>"))
        .contains(
            "<CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"></CanonicalizationMethod>",
            "<Reference URI=\"\"><Transforms>",
            "<DigestValue>" + signed.digest() + "</DigestValue>",
            "<X509Data><X509Certificate>",
            "</X509Certificate><X509IssuerSerial><X509IssuerName>CN=DEMO CA,O=DEMO SIN VALOR FISCAL,C=UY</X509IssuerName>")
        .endsWith("</X509IssuerSerial></X509Data></KeyInfo></Signature></CFE>")
        .doesNotContain("\n", "&#13;");
  }

  @Test
  void digest_bySha256_is44CharactersAndBySha1Is28() {
    assertThat(TestKeys.signer(SignatureAlgorithm.RSA_SHA256).sign(utf8(CFE)).digest()).hasSize(44);
    assertThat(TestKeys.signer(SignatureAlgorithm.RSA_SHA1).sign(utf8(CFE)).digest()).hasSize(28);
  }

  @Test
  void sign_sameBytesTwice_givesTheSameBytes() {
    XmlSigner signer = TestKeys.signer(SignatureAlgorithm.RSA_SHA256);

    assertThat(signer.sign(utf8(CFE))).isEqualTo(signer.sign(utf8(CFE)));
  }

  @ParameterizedTest
  @MethodSource("singleByteEncodings")
  void sign_inSingleByteEncoding_keepsTheEncoding(String encoding) throws Exception {
    String xml = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a>Ñandú</a>";
    byte[] bytes = xml.getBytes(Charset.forName(encoding));
    byte[] signed = TestKeys.signer(SignatureAlgorithm.RSA_SHA256).sign(bytes).bytes();

    assertThat(new String(signed, Charset.forName(encoding))).startsWith(xml.replace("</a>", ""));
    assertThat(new XmlSec1(folder).verifies(signed, TestKeys.AUTHORITY.certificate())).isTrue();
    assertThat(TestKeys.verifier().verify(signed).isValid()).isTrue();
  }

  static Stream<String> singleByteEncodings() {
    return Stream.of("ISO-8859-1", "iso-8859-15", "windows-1252");
  }

  static Stream<Arguments> notSignable() {
    return Stream.of(
        Arguments.of(utf8(""), Defect.NOT_WELL_FORMED),
        Arguments.of(utf8("<a><b></a>"), Defect.NOT_WELL_FORMED),
        Arguments.of(utf8("<n:a/>"), Defect.NOT_WELL_FORMED),
        Arguments.of(utf8("<a>\u0001</a>"), Defect.NOT_WELL_FORMED),
        Arguments.of(
            new byte[] {'<', 'a', '>', (byte) 0xD1, '<', '/', 'a', '>'}, Defect.NOT_WELL_FORMED),
        Arguments.of(utf8("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"), Defect.DOCTYPE),
        Arguments.of(utf8("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"), Defect.DOCTYPE),
        Arguments.of(utf8("<a>".repeat(200) + "</a>".repeat(200)), Defect.TOO_COMPLEX),
        Arguments.of(utf8("<?xml version=\"1.1\"?><a/>"), Defect.XML_VERSION),
        Arguments.of(utf8("<a xmlns=\"relativa\"/>"), Defect.NO_CANONICAL_FORM),
        Arguments.of("<a/>".getBytes(StandardCharsets.UTF_16), Defect.ENCODING),
        Arguments.of(utf8("<a>1<!-- 0 -->2</a>"), Defect.COMMENT_IN_TEXT),
        Arguments.of(new byte[XmlVerifier.MAX_BYTES + 1], Defect.TOO_LARGE),
        Arguments.of(
            TestKeys.signer(SignatureAlgorithm.RSA_SHA256).sign(utf8(CFE)).bytes(),
            Defect.ALREADY_SIGNED));
  }

  @ParameterizedTest
  @MethodSource("notSignable")
  void sign_whatIsNotSignable_saysWhy(byte[] xml, Defect defect) {
    XmlSigner signer = TestKeys.signer(SignatureAlgorithm.RSA_SHA256);

    assertThatThrownBy(() -> signer.sign(xml))
        .isInstanceOfSatisfying(
            DocumentNotSignableException.class,
            e -> {
              assertThat(e.defect()).isEqualTo(defect);
              assertThat(e.code()).isEqualTo(defect.code());
              assertThat(e.sentence(Locale.forLanguageTag("es-UY"))).isEqualTo(e.getMessage());
            });
    // The signer is as good as before.
    assertThat(signer.sign(utf8("<a/>")).digest()).hasSize(44);
  }

  @Test
  void bytes_changedByTheCaller_stayAsTheyAre() {
    SignedXml signed = TestKeys.signer(SignatureAlgorithm.RSA_SHA256).sign(utf8(CFE));
    signed.bytes()[0] = 'x';

    assertThat(signed.bytes()[0]).isEqualTo((byte) '<');
    assertThat(Base64.getDecoder().decode(signed.digest())).hasSize(32);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
