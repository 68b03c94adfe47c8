package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.trust.Trust;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** Signed messages: what another program makes of ours, and every way to move what was signed. */
class SoapTest {
  private static final String CONTENT =
      "<dgi:WS_eFactura.EFACRECEPCIONSOBRE xmlns:dgi=\"http://dgi.gub.uy\"><dgi:Datain>"
          + "<dgi:xmlData><![CDATA[<?xml version=\"1.0\"?>\n<a b=\"Ñandú & Cía\">\r\n</a>]]></dgi:xmlData>"
          + "</dgi:Datain></dgi:WS_eFactura.EFACRECEPCIONSOBRE>";
  private static final String MESSAGE = sign(SignatureAlgorithm.RSA_SHA1);
  private static final String BODY = cut("<soapenv:Body ", "</soapenv:Body>");
  private static final String SECURITY = cut("<wsse:Security ", "</wsse:Security>");
  private static final String SIGNATURE = cut("<Signature ", "</Signature>");
  private static final String TOKEN =
      cut("<wsse:BinarySecurityToken ", "</wsse:BinarySecurityToken>");
  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void sign_anyAlgorithm_isVerifiedByXmlsec1AndByUs(SignatureAlgorithm algorithm) throws Exception {
    byte[] message = utf8(sign(algorithm));

    assertThat(new XmlSec1(folder).verifiesBody(message, TestKeys.COMPANY.certificate())).isTrue();
    assertThat(verify(message).valid())
        .hasValueSatisfying(
            valid -> {
              assertThat(valid.algorithm()).isEqualTo(algorithm);
              assertThat(valid.certificate()).isEqualTo(TestKeys.COMPANY.certificate());
              assertThat(valid.trust()).isEqualTo(Trust.TRUSTED);
            });
  }

  @Test
  void sign_content_isInTheBodyByteForByte() {
    assertThat(BODY).endsWith(">" + CONTENT + "</soapenv:Body>");
    assertThat(sign(SignatureAlgorithm.RSA_SHA1)).isEqualTo(MESSAGE);
  }

  @Test
  void sign_header_isWrittenAsDgiWritesIt() {
    assertThat(SECURITY)
        .contains(
            "soapenv:mustUnderstand=\"1\"",
            "<CanonicalizationMethod Algorithm=\"" + EXCLUSIVE + "\">",
            "<Reference URI=\"#Cuerpo\"><Transforms><Transform Algorithm=\"" + EXCLUSIVE + "\">",
            "#Base64Binary\"",
            "#X509v3\"",
            "<wsse:SecurityTokenReference><wsse:Reference URI=\"#Certificado\"")
        .doesNotContain("http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "enveloped-signature");
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void verify_whatXmlsec1Signs_isValid(SignatureAlgorithm algorithm) throws Exception {
    String template =
        sign(algorithm)
            .replaceFirst("(<DigestValue>)[^<]*", "$1")
            .replaceFirst("(<SignatureValue>)[^<]*", "$1");
    Path key = folder.resolve("llave.p12");
    TestKeys.COMPANY.writePkcs12(key, KeyPassword.of("x".toCharArray()));

    byte[] signed =
        new XmlSec1(folder)
            .sign(
                utf8(template),
                key,
                "x",
                "--id-attr:Id",
                "http://schemas.xmlsoap.org/soap/envelope/:Body");

    assertThat(verify(signed).isValid()).isTrue();
  }

  @Test
  void verify_messageMovedIntoAnotherEnvelope_isValid() {
    String other =
        MESSAGE
            .replace("<soapenv:Envelope ", "<soapenv:Envelope xmlns:x=\"urn:x\" xml:lang=\"es\" ")
            .replace("<soapenv:Header>", "\n  <soapenv:Header>");

    assertThat(verify(utf8(other)).isValid()).isTrue();
  }

  static Stream<Arguments> forgeries() {
    String other = BODY.replace("Ñandú", "Otro");
    String wrapped = "<x xmlns=\"urn:x\">" + BODY + "</x>";
    return Stream.of(
        forged("content changed", replace(BODY, other), Defect.DIGEST_MISMATCH),
        forged("element renamed", replace("Datain>", "Datain2>"), Defect.DIGEST_MISMATCH),
        forged(
            "body moved into the header, another in its place",
            MESSAGE.replace(BODY, other).replace(SECURITY, SECURITY + wrapped),
            Defect.BODY_PLACE),
        forged(
            "body moved into the header, the other by another Id",
            MESSAGE
                .replace(BODY, other.replace("Cuerpo", "Otro"))
                .replace(SECURITY, SECURITY + wrapped),
            Defect.BODY_PLACE),
        forged(
            "body moved into the header under another name",
            MESSAGE
                .replace(BODY, other.replace("Cuerpo", "Otro"))
                .replace(SECURITY, SECURITY + wrapped.replace("soapenv:Body", "soapenv:Cuerpo")),
            Defect.REFERENCE_URI),
        forged(
            "element with the Id of the body",
            replace("<wsse:Security ", "<x xmlns=\"urn:x\" Id=\"Cuerpo\"/><wsse:Security "),
            Defect.DUPLICATE_ID),
        forged(
            "element with the xml:id of the body",
            replace("<wsse:Security ", "<x xmlns=\"urn:x\" xml:id=\"Cuerpo\"/><wsse:Security "),
            Defect.DUPLICATE_ID),
        forged("second body before", replace(BODY, other + BODY), Defect.BODY_PLACE),
        forged("second body after", replace(BODY, BODY + other), Defect.BODY_PLACE),
        forged(
            "element after the body",
            replace(BODY, BODY + "<x xmlns=\"urn:x\"/>"),
            Defect.SOAP_STRUCTURE),
        forged("no body", replace(BODY, ""), Defect.SOAP_STRUCTURE),
        forged(
            "body before the header",
            replace(BODY, "").replace("<soapenv:Header>", BODY + "<soapenv:Header>"),
            Defect.SOAP_STRUCTURE),
        forged("body without Id", replace(" wsu:Id=\"Cuerpo\"", ""), Defect.BODY_WITHOUT_ID),
        forged(
            "body's Id of no vocabulary",
            replace(" wsu:Id=\"Cuerpo\"", " Id=\"Cuerpo\""),
            Defect.BODY_WITHOUT_ID),
        forged(
            "SOAP 1.2",
            replace(
                "http://schemas.xmlsoap.org/soap/envelope/",
                "http://www.w3.org/2003/05/soap-envelope"),
            Defect.SOAP_STRUCTURE),
        forged("not signed", replace(SIGNATURE, ""), Defect.NO_SIGNATURE),
        forged(
            "signature twice",
            replace(SIGNATURE, SIGNATURE + SIGNATURE),
            Defect.SEVERAL_SIGNATURES),
        forged(
            "signature deeper in the header",
            replace(SIGNATURE, "<x xmlns=\"urn:x\">" + SIGNATURE + "</x>"),
            Defect.SIGNATURE_PLACE),
        forged(
            "reference to the token",
            replace("URI=\"#Cuerpo\"", "URI=\"#Certificado\""),
            Defect.REFERENCE_URI),
        forged(
            "reference to the document",
            replace("URI=\"#Cuerpo\"", "URI=\"\""),
            Defect.REFERENCE_URI),
        forged(
            "inclusive canonical form",
            replace(
                "<CanonicalizationMethod Algorithm=\"" + EXCLUSIVE,
                "<CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315"),
            Defect.CANONICALIZATION),
        forged(
            "inclusive transform",
            replace(
                "<Transform Algorithm=\"" + EXCLUSIVE,
                "<Transform Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315"),
            Defect.TRANSFORMS),
        forged(
            "no transform",
            MESSAGE.replaceFirst("<Transforms>.*</Transforms>", "<Transforms></Transforms>"),
            Defect.TRANSFORMS),
        forged(
            "two tokens",
            replace(TOKEN, TOKEN + TOKEN.replace("\"Certificado", "\"Otro")),
            Defect.TOKEN),
        forged("no token", replace(TOKEN, ""), Defect.TOKEN),
        forged("token not named", replace("\"#Certificado\"", "\"#Otro\""), Defect.TOKEN),
        forged(
            "token of another's certificate",
            replace(TOKEN, tokenOf(TestKeys.OTHER)),
            Defect.SIGNATURE_MISMATCH),
        forged(
            "token of another type",
            replace("#X509v3\" wsu:Id", "#X509PKIPathv1\" wsu:Id"),
            Defect.TOKEN),
        forged("DOCTYPE", "<!DOCTYPE a [<!ENTITY b \"c\">]>" + MESSAGE, Defect.DOCTYPE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void verify_forged_isRefusedForItsOwnReason(String name, String message, Defect defect) {
    assertThat(message).as("the forgery changes something").isNotEqualTo(MESSAGE);
    assertThat(verify(utf8(message)))
        .isInstanceOfSatisfying(
            Verification.Invalid.class, invalid -> assertThat(invalid.defect()).isEqualTo(defect));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<a/><b/>",
        "<a Id=\"Cuerpo\"/>",
        "<a xml:id=\"Certificado\"/>",
        "</soapenv:Body><soapenv:Body><a/>",
        "</soapenv:Body><a/><soapenv:Body>",
        "</soapenv:Body></soapenv:Envelope><!--",
        "<?xml version=\"1.0\"?><a/>",
        "<x:a/>"
      })
  void sign_contentThatIsNotOneElement_isRefused(String content) {
    SoapSigner signer = new SoapSigner(TestKeys.COMPANY, SignatureAlgorithm.RSA_SHA1);

    assertThatThrownBy(() -> signer.sign(utf8(content)))
        .isInstanceOf(DocumentNotSignableException.class);
  }

  private static String sign(SignatureAlgorithm algorithm) {
    return new String(
        new SoapSigner(TestKeys.COMPANY, algorithm).sign(utf8(CONTENT)), StandardCharsets.UTF_8);
  }

  private static Verification verify(byte[] message) {
    return new SoapVerifier(TrustedCertificates.of(List.of(TestKeys.AUTHORITY.certificate())))
        .verify(message);
  }

  private static String tokenOf(SigningKey key) {
    String message =
        new String(
            new SoapSigner(key, SignatureAlgorithm.RSA_SHA1).sign(utf8(CONTENT)),
            StandardCharsets.UTF_8);
    return message.substring(
        message.indexOf("<wsse:BinarySecurityToken "), message.indexOf("<Signature "));
  }

  private static Arguments forged(String name, String message, Defect defect) {
    return Arguments.of(name, message, defect);
  }

  private static String replace(String what, String by) {
    return MESSAGE.replace(what, by);
  }

  private static String cut(String from, String to) {
    return MESSAGE.substring(MESSAGE.indexOf(from), MESSAGE.indexOf(to) + to.length());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
