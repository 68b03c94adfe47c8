package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;

/**
 * The known ways to put another document around, beside or inside a signed one, so that one program
 * verifies what was signed and another reads what was not. Each is refused, with a message of its
 * own.
 */
class WrappingTest {
  private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
  private static final String GENUINE =
      "<f:CFE xmlns:f=\"urn:f\" Id=\"x\"><f:RUC>219999830019</f:RUC></f:CFE>";
  private static final String FORGED = GENUINE.replace("219999830019", "210000000017");
  private static final String SIGNED =
      new String(
          TestKeys.signer(SignatureAlgorithm.RSA_SHA256).sign(utf8(GENUINE)).bytes(),
          StandardCharsets.UTF_8);
  private static final String SIGNATURE =
      SIGNED.substring(SIGNED.indexOf("<Signature "), SIGNED.indexOf("</f:CFE>"));

  /** The wrapping form, and the one message that it gets. */
  private static Map<String, Form> forms() {
    Map<String, Form> forms = new LinkedHashMap<>();
    forms.put(
        "original under a new root",
        new Form("<f:Todo xmlns:f=\"urn:f\">" + SIGNED + "</f:Todo>", Defect.SIGNATURE_PLACE));
    forms.put(
        "original beside the forged one",
        new Form(
            "<f:Sobre xmlns:f=\"urn:f\">" + FORGED + SIGNED + "</f:Sobre>",
            Defect.SIGNATURE_PLACE));
    forms.put(
        "original deep inside the forged one",
        new Form(into(FORGED, "<f:Extra>" + SIGNED + "</f:Extra>"), Defect.SIGNATURE_PLACE));
    forms.put(
        "signature moved to the forged one",
        new Form(into(FORGED, SIGNATURE), Defect.DIGEST_MISMATCH));
    forms.put(
        "original inside the signature's Object, by Id",
        new Form(
            into(FORGED, inSignature("<Object>" + GENUINE + "</Object>", uri("#x"))),
            Defect.OBJECT));
    forms.put(
        "original in a sibling, by an Id that both have",
        new Form(
            into(FORGED, "<f:Extra>" + GENUINE + "</f:Extra>" + uri("#x")),
            Defect.REFERENCE_AMBIGUOUS));
    forms.put(
        "original in a sibling, by Id",
        new Form(
            into(
                FORGED.replace("Id=\"x\"", "Id=\"y\""),
                "<f:Extra>" + GENUINE + "</f:Extra>" + uri("#x")),
            Defect.REFERENCE_URI));
    forms.put(
        "reference by XPointer",
        new Form(into(FORGED, uri("#xpointer(id('x'))")), Defect.REFERENCE_XPOINTER));
    forms.put(
        "reference to a file",
        new Form(into(FORGED, uri("file:///etc/hostname")), Defect.REFERENCE_ELSEWHERE));
    forms.put(
        "reference to what the reader pleases",
        new Form(into(FORGED, SIGNATURE.replace(" URI=\"\"", "")), Defect.REFERENCE_WITHOUT_URI));
    forms.put(
        "two references, one right",
        new Form(
            into(FORGED, SIGNATURE.replace("</Reference>", "</Reference>" + reference())),
            Defect.REFERENCE_COUNT));
    forms.put(
        "two signatures, one right", new Form(into(SIGNED, SIGNATURE), Defect.SEVERAL_SIGNATURES));
    forms.put(
        "XPath that leaves the forged part out",
        new Form(
            into(
                FORGED,
                transform(
                    "http://www.w3.org/TR/1999/REC-xpath-19991116",
                    "<XPath>not(ancestor-or-self::f:RUC)</XPath>")),
            Defect.TRANSFORM_XPATH));
    forms.put(
        "XSLT that makes the original again",
        new Form(
            into(FORGED, transform("http://www.w3.org/TR/1999/REC-xslt-19991116", "")),
            Defect.TRANSFORM_XSLT));
    forms.put(
        "transform not in the list",
        new Form(into(FORGED, transform(DSIG + "base64", "")), Defect.TRANSFORMS));
    forms.put(
        "Manifest that holds the right digest",
        new Form(
            into(
                FORGED,
                inSignature(
                    "<Object><Manifest Id=\"m\">" + reference() + "</Manifest></Object>",
                    uri("#m"))),
            Defect.MANIFEST));
    forms.put(
        "canonical form with comments",
        new Form(
            SIGNED.replace(
                "<CanonicalizationMethod Algorithm=\"" + C14N,
                "<CanonicalizationMethod Algorithm=\"" + C14N + "#WithComments"),
            Defect.COMMENTS_SIGNED));
    forms.put(
        "comment inside a text",
        new Form(SIGNED.replace("219999830019", "219999830019<!-- -->"), Defect.COMMENT_IN_TEXT));
    forms.put(
        "entity in place of a text",
        new Form(
            "<!DOCTYPE CFE [<!ENTITY e \"219999830019\">]>" + SIGNED.replace("219999830019", "&e;"),
            Defect.DOCTYPE));
    forms.put(
        "key to be fetched",
        new Form(
            SIGNED.replaceAll(
                "<X509Data>.*</X509Data>", "<RetrievalMethod URI=\"http://127.0.0.1/k\"/>"),
            Defect.KEY_ELSEWHERE));
    forms.put(
        "bare key",
        new Form(
            SIGNED.replaceAll(
                "<X509Data>.*</X509Data>",
                "<KeyValue><RSAKeyValue><Modulus>AQAB</Modulus><Exponent>AQAB</Exponent></RSAKeyValue></KeyValue>"),
            Defect.KEY_WITHOUT_CERTIFICATE));
    forms.put(
        "forged part inside KeyInfo",
        new Form(
            SIGNED.replace("<X509Data>", "<f:RUC>210000000017</f:RUC><X509Data>"),
            Defect.KEY_INFO_CONTENT));
    forms.put(
        "HMAC",
        new Form(
            SIGNED.replace("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", DSIG + "hmac-sha1"),
            Defect.HMAC));
    forms.put(
        "HMAC of no bits",
        new Form(
            SIGNED.replace(
                "\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\">",
                "\"" + DSIG + "hmac-sha1\"><HMACOutputLength>0</HMACOutputLength>"),
            Defect.HMAC_TRUNCATED));
    forms.put(
        "signature of another namespace",
        new Form(SIGNED.replace(DSIG + "\"", "urn:otra\""), Defect.NO_SIGNATURE));
    forms.put(
        "SignedInfo of no namespace",
        new Form(
            SIGNED.replace("<SignedInfo>", "<SignedInfo xmlns=\"\">"), Defect.SIGNATURE_STRUCTURE));
    forms.put(
        "reference's URI in a namespace",
        new Form(
            SIGNED.replace(" URI=\"\"", " xmlns:u=\"" + DSIG + "\" u:URI=\"\" URI=\"#\""),
            Defect.REFERENCE_URI));
    forms.put(
        "namespace that has no canonical form",
        new Form(SIGNED.replace("urn:f", "f"), Defect.NO_CANONICAL_FORM));
    return forms;
  }

  private record Form(String xml, Defect defect) {}

  static Stream<Arguments> wrapped() {
    return forms().entrySet().stream()
        .map(form -> Arguments.of(form.getKey(), form.getValue().xml(), form.getValue().defect()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrapped")
  void verify_wrapped_isRefused(String name, String xml, Defect defect) {
    assertThat(xml).as(name).isNotEqualTo(SIGNED);
    assertThat(TestKeys.verifier().verify(utf8(xml)))
        .isInstanceOfSatisfying(
            Verification.Invalid.class, invalid -> assertThat(invalid.defect()).isEqualTo(defect));
  }

  @Test
  void verify_everyForm_getsItsOwnMessage() {
    List<String> sentences =
        forms().values().stream()
            .map(form -> TestKeys.verifier().verify(utf8(form.xml())))
            .map(found -> ((Verification.Invalid) found).sentence(Locale.forLanguageTag("es-UY")))
            .toList();

    assertThat(sentences).hasSizeGreaterThan(12).doesNotHaveDuplicates();
  }

  @Test
  void verify_whatWasWrapped_isValid() {
    assertThat(TestKeys.verifier().verify(utf8(SIGNED)).isValid()).isTrue();
  }

  private static String into(String document, String part) {
    return document.replace("</f:CFE>", part + "</f:CFE>");
  }

  private static String uri(String uri) {
    return SIGNATURE.replace("URI=\"\"", "URI=\"" + uri + "\"");
  }

  private static String inSignature(String part, String signature) {
    return signature.replace("</Signature>", part + "</Signature>");
  }

  private static String reference() {
    return SIGNATURE.substring(
        SIGNATURE.indexOf("<Reference"),
        SIGNATURE.indexOf("</Reference>") + "</Reference>".length());
  }

  private static String transform(String algorithm, String inside) {
    return SIGNATURE.replace(
        "<Transform Algorithm=\"" + C14N + "\">",
        "<Transform Algorithm=\"" + algorithm + "\">" + inside);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
