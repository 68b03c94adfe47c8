package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.trust.Trust;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** Each way to make a signature say what its signer did not say is refused, for its own reason. */
class TamperingTest {
  private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
  private static final String TRANSFORMS =
      "<Transform Algorithm=\""
          + DSIG
          + "enveloped-signature\"></Transform>"
          + "<Transform Algorithm=\""
          + C14N
          + "\"></Transform>";
  private static final String SIGNED =
      signed("<f:CFE xmlns:f=\"urn:f\" Id=\"x\"><f:RznSoc>Ñandú</f:RznSoc></f:CFE>");
  private static final String SIGNATURE =
      SIGNED.substring(SIGNED.indexOf("<Signature "), SIGNED.indexOf("</f:CFE>"));
  private static final String VALUE = between("<SignatureValue>", "</SignatureValue>");
  private static final String CERTIFICATE = between("<X509Certificate>", "</X509Certificate>");

  static Stream<Arguments> forgeries() throws Exception {
    String bare = SIGNED.replace(SIGNATURE, "");
    return Stream.of(
        forged("text changed", replace("Ñandú", "Nandu"), Defect.DIGEST_MISMATCH),
        forged(
            "element added", replace("<Signature ", "<f:x/><Signature "), Defect.DIGEST_MISMATCH),
        forged(
            "element added after it",
            replace("</f:CFE>", "<f:x/></f:CFE>"),
            Defect.DIGEST_MISMATCH),
        forged("instruction before the root", "<?x y?>" + SIGNED, Defect.DIGEST_MISMATCH),
        forged("attribute added", replace("Id=\"x\"", "Id=\"x\" b=\"1\""), Defect.DIGEST_MISMATCH),
        forged("signature taken out", bare, Defect.NO_SIGNATURE),
        forged("signature renamed", replace(DSIG + "\"", DSIG + "1\""), Defect.NO_SIGNATURE),
        forged(
            "signature twice",
            replace(SIGNATURE, SIGNATURE + SIGNATURE),
            Defect.SEVERAL_SIGNATURES),
        forged(
            "wrapped: the original inside a new root",
            "<f:CFE xmlns:f=\"urn:f\"><f:RznSoc>Otro</f:RznSoc>" + SIGNED + "</f:CFE>",
            Defect.SIGNATURE_PLACE),
        forged(
            "wrapped: the original inside the signature",
            bare.replace("Ñandú", "Otro")
                .replace(
                    "</f:CFE>",
                    SIGNATURE.replace(
                        "</Signature>", "<Object>" + bare + "</Object></Signature></f:CFE>")),
            Defect.OBJECT),
        forged(
            "wrapped: reference to an element by Id",
            replace("URI=\"\"", "URI=\"#x\""),
            Defect.REFERENCE_URI),
        forged(
            "reference to all by XPointer",
            replace("URI=\"\"", "URI=\"#xpointer(/)\""),
            Defect.REFERENCE_XPOINTER),
        forged(
            "reference to a file",
            replace("URI=\"\"", "URI=\"file:///etc/passwd\""),
            Defect.REFERENCE_ELSEWHERE),
        forged("reference to nothing", replace(" URI=\"\"", ""), Defect.REFERENCE_WITHOUT_URI),
        forged(
            "second reference",
            replace(
                "</Reference>",
                "</Reference>"
                    + between("<SignedInfo>", "</SignedInfo>").replaceAll(".*(<Reference)", "$1")),
            Defect.REFERENCE_COUNT),
        forged(
            "no reference",
            SIGNED.replaceAll("<Reference.*</Reference>", ""),
            Defect.REFERENCE_COUNT),
        forged("no transforms", replace(TRANSFORMS, ""), Defect.TRANSFORMS),
        forged(
            "not enveloped",
            replace(TRANSFORMS, "<Transform Algorithm=\"" + C14N + "\"/>"),
            Defect.TRANSFORMS),
        forged(
            "transform by XPath",
            replace(
                TRANSFORMS,
                TRANSFORMS.replace(
                    "\"" + C14N + "\">",
                    "\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><XPath>1</XPath>")),
            Defect.TRANSFORM_XPATH),
        forged(
            "transform by XSLT",
            replace(
                "\"" + C14N + "\"></Transform>",
                "\"http://www.w3.org/TR/1999/REC-xslt-19991116\"></Transform>"),
            Defect.TRANSFORM_XSLT),
        forged(
            "transform with parameters",
            replace(
                "enveloped-signature\"></Transform>", "enveloped-signature\"><f:x/></Transform>"),
            Defect.TRANSFORMS),
        forged("third transform", replace(TRANSFORMS, TRANSFORMS + TRANSFORMS), Defect.TRANSFORMS),
        forged(
            "canonicalization with comments",
            replace(
                "<CanonicalizationMethod Algorithm=\"" + C14N,
                "<CanonicalizationMethod Algorithm=\"" + C14N + "#WithComments"),
            Defect.COMMENTS_SIGNED),
        forged(
            "HMAC with the public key",
            replace("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", DSIG + "hmac-sha1"),
            Defect.HMAC),
        forged(
            "MD5 as the signature's hash",
            replace("xmldsig-more#rsa-sha256", "xmldsig-more#rsa-md5"),
            Defect.SIGNATURE_METHOD),
        forged(
            "weaker digest than signature",
            replace("http://www.w3.org/2001/04/xmlenc#sha256", DSIG + "sha1"),
            Defect.DIGEST_METHOD),
        forged(
            "digest cut",
            SIGNED.replaceAll("<DigestValue>....", "<DigestValue>"),
            Defect.DIGEST_MISMATCH),
        forged(
            "digest empty",
            SIGNED.replaceAll("<DigestValue>[^<]*", "<DigestValue>"),
            Defect.DIGEST_MISMATCH),
        forged("digest not base64", replace("<DigestValue>", "<DigestValue>*"), Defect.BASE64),
        forged("digest recomputed after a change", recomputed(), Defect.SIGNATURE_MISMATCH),
        forged(
            "value of another document",
            replace(VALUE, valueOf("<a/>")),
            Defect.SIGNATURE_MISMATCH),
        forged("value empty", replace(VALUE, ""), Defect.SIGNATURE_MISMATCH),
        forged("value short", replace(VALUE, "AAAA"), Defect.SIGNATURE_MISMATCH),
        forged(
            "space in SignedInfo",
            replace("<SignedInfo>", "<SignedInfo> "),
            Defect.SIGNATURE_MISMATCH),
        forged(
            "text in SignedInfo",
            replace("<SignedInfo>", "<SignedInfo>x"),
            Defect.SIGNATURE_STRUCTURE),
        forged(
            "parts in another order",
            replace("<SignatureValue>" + VALUE + "</SignatureValue>", "")
                .replace(
                    "<SignedInfo>", "<SignatureValue>" + VALUE + "</SignatureValue><SignedInfo>"),
            Defect.SIGNATURE_STRUCTURE),
        forged(
            "element inside the value",
            replace(VALUE, "<f:x/>" + VALUE),
            Defect.SIGNATURE_STRUCTURE),
        forged(
            "two KeyInfo",
            replace("<KeyInfo>", "<KeyInfo></KeyInfo><KeyInfo>"),
            Defect.SIGNATURE_STRUCTURE),
        forged(
            "no KeyInfo",
            SIGNED.replaceAll("<KeyInfo>.*</KeyInfo>", ""),
            Defect.CERTIFICATE_MISSING),
        forged(
            "bare key instead of a certificate",
            SIGNED.replaceAll("<X509Data>.*</X509Data>", "<KeyValue/>"),
            Defect.KEY_WITHOUT_CERTIFICATE),
        forged(
            "another's certificate",
            replace(CERTIFICATE, encoded(TestKeys.OTHER)),
            Defect.SIGNATURE_MISMATCH),
        forged(
            "certificate damaged",
            replace(CERTIFICATE, CERTIFICATE.substring(400)),
            Defect.CERTIFICATE_UNREADABLE),
        forged("key too short", replace(CERTIFICATE, shortKey()), Defect.KEY_UNSUITABLE),
        forged(
            "many certificates",
            replace(
                "<X509Data>",
                "<X509Data>"
                    + ("<X509Certificate>" + CERTIFICATE + "</X509Certificate>").repeat(8)),
            Defect.SIGNATURE_STRUCTURE),
        forged(
            "another part in KeyInfo",
            replace("<X509Data>", "<MgmtData>x</MgmtData><X509Data>"),
            Defect.KEY_INFO_CONTENT),
        forged("DOCTYPE with entity", "<!DOCTYPE f [<!ENTITY e \"x\">]>" + SIGNED, Defect.DOCTYPE),
        forged(
            "nested without end",
            SIGNED.replace("Ñandú", "<b>".repeat(150) + "</b>".repeat(150)),
            Defect.TOO_COMPLEX),
        forged("cut", SIGNED.substring(0, SIGNED.length() - 3), Defect.NOT_WELL_FORMED),
        forged("relative namespace", replace("urn:f", "f"), Defect.NO_CANONICAL_FORM),
        forged("XML 1.1", "<?xml version=\"1.1\"?>" + SIGNED, Defect.XML_VERSION),
        forged(
            "tags without end",
            SIGNED.replace("Ñandú", "<b/>".repeat(260_000)),
            Defect.TOO_MANY_PARTS),
        forged("huge", SIGNED + " ".repeat(XmlVerifier.MAX_BYTES), Defect.TOO_LARGE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void verify_forgery_isInvalidForItsOwnReason(String name, String xml, Defect defect) {
    assertThat(xml).as(name).isNotEqualTo(SIGNED);
    Verification verification = TestKeys.verifier().verify(utf8(xml));

    assertThat(verification)
        .isInstanceOfSatisfying(
            Verification.Invalid.class,
            invalid -> {
              assertThat(invalid.defect()).isEqualTo(defect);
              assertThat(invalid.sentence(Locale.ENGLISH)).isNotBlank().doesNotContain("{");
            });
    assertThat(verification.isValid()).isFalse();
  }

  @Test
  void verify_whatWasForged_isValidBefore() {
    assertThat(TestKeys.verifier().verify(utf8(SIGNED)).isValid()).isTrue();
  }

  @Test
  void verify_signedByAStranger_isValidButNotTrusted() {
    TrustedCertificates other = TrustedCertificates.of(List.of(TestKeys.OTHER.certificate()));

    assertThat(new XmlVerifier(other).verify(utf8(SIGNED)).valid().map(Verification.Valid::trust))
        .contains(Trust.UNTRUSTED);
  }

  @Test
  void verify_certificateKnownByIssuerAndSerial_isValid() {
    String named = SIGNED.replaceAll("<X509Certificate>.*</X509Certificate>", "");
    TrustedCertificates known =
        TrustedCertificates.none()
            .withKnown(List.of(TestKeys.OTHER.certificate(), TestKeys.COMPANY.certificate()));

    assertThat(
            new XmlVerifier(known).verify(utf8(named)).valid().map(Verification.Valid::certificate))
        .contains(TestKeys.COMPANY.certificate());
    assertThat(TestKeys.verifier().verify(utf8(named)))
        .isEqualTo(new Verification.Invalid(Defect.CERTIFICATE_MISSING, ""));
  }

  @Test
  void verify_envelopedTransformAlone_isValid() throws Exception {
    // The canonical form is then C14N 1.0 by the standard: the same bytes.
    String info = between("<SignedInfo>", "</SignedInfo>");
    String without = info.replace("<Transform Algorithm=\"" + C14N + "\"></Transform>", "");
    String signedInfo =
        "<SignedInfo xmlns=\"" + DSIG + "\" xmlns:f=\"urn:f\">" + without + "</SignedInfo>";
    String value =
        Base64.getEncoder()
            .encodeToString(TestKeys.COMPANY.sign(utf8(signedInfo), SignatureAlgorithm.RSA_SHA256));

    assertThat(
            TestKeys.verifier()
                .verify(utf8(SIGNED.replace(info, without).replace(VALUE, value)))
                .isValid())
        .isTrue();
  }

  private static Arguments forged(String name, String xml, Defect defect) {
    return Arguments.of(name, xml, defect);
  }

  private static String replace(String part, String other) {
    assertThat(SIGNED).contains(part);
    return SIGNED.replace(part, other);
  }

  private static String between(String from, String to) {
    int start = SIGNED.indexOf(from) + from.length();
    return SIGNED.substring(start, SIGNED.indexOf(to, start));
  }

  /** What somebody without the key can do: change the text and put its right digest in. */
  private static String recomputed() {
    String other = signed("<f:CFE xmlns:f=\"urn:f\" Id=\"x\"><f:RznSoc>Nandu</f:RznSoc></f:CFE>");
    return other.replaceAll("<SignatureValue>[^<]*", "<SignatureValue>" + VALUE);
  }

  private static String valueOf(String xml) {
    return signed(xml).replaceAll(".*<SignatureValue>([^<]*)<.*", "$1");
  }

  private static String shortKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(512);
    return Base64.getEncoder()
        .encodeToString(
            new TestCertificates(generator.generateKeyPair())
                .selfSigned("SHA1withRSA")
                .getEncoded());
  }

  private static String encoded(SigningKey key) throws Exception {
    return Base64.getEncoder().encodeToString(key.certificate().getEncoded());
  }

  private static String signed(String xml) {
    return new String(
        TestKeys.signer(SignatureAlgorithm.RSA_SHA256).sign(utf8(xml)).bytes(),
        StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
