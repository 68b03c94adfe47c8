package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.internal.Dsig;
import uy.pfacturas.signing.internal.RefusedXmlException;
import uy.pfacturas.signing.internal.XmlParser;
import uy.pfacturas.signing.provider.Cryptography;
import uy.pfacturas.signing.trust.Chains;
import uy.pfacturas.signing.trust.Trust;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** Documents that DGI made and signed (2012 and 2016, SHA-1, RSA of 1024 bits). */
class DgiSamplesTest {
  private static final String CAE = "dgi/ejemplos/cae-219999830019-90120000194-e-ticket.xml";
  private static final String ENVELOPE = "dgi/ejemplos/sobre-219999830019-ejemplo.xml";

  @Test
  void verify_cae_isValidOnceItsCertificateWasInForce() throws IOException {
    byte[] cae = Files.readAllBytes(References.file(CAE));

    Verification.Valid valid = verify(TrustedCertificates.none(), cae);

    assertThat(valid.algorithm()).isEqualTo(SignatureAlgorithm.RSA_SHA1);
    assertThat(valid.digest()).isEqualTo("SBNVeGpb5nVz2ACMfaTcShzKNyE=");
    assertThat(valid.ruc()).contains("219999830019");
    assertThat(valid.trust()).isEqualTo(Trust.NOT_CHECKED);
    assertThat(valid.wasInForce(Instant.parse("2012-08-24T15:19:08Z"))).isTrue();
    assertThat(valid.wasInForce(Instant.parse("2026-03-02T15:00:00Z"))).isFalse();
  }

  @Test
  void verify_cae_isTrustedByItsSignersCertificateOnly() throws IOException {
    byte[] cae = Files.readAllBytes(References.file(CAE));
    X509Certificate signer = verify(TrustedCertificates.none(), cae).certificate();
    List<X509Certificate> today =
        TrustedCertificates.read(References.file("dgi/claves/DGI_RUC+214844360018.pem"));

    assertThat(verify(TrustedCertificates.of(List.of(signer)), cae).trust())
        .isEqualTo(Trust.TRUSTED);
    assertThat(verify(TrustedCertificates.of(today), cae).trust()).isEqualTo(Trust.UNTRUSTED);
  }

  @Test
  void verify_eachCfeOfTheEnvelope_isValidByTheCertificateOfTheEnvelope() throws IOException {
    List<byte[]> cfes = References.sampleCfes();
    TrustedCertificates known = TrustedCertificates.none().withKnown(List.of(ofTheEnvelope()));

    assertThat(cfes).hasSize(8);
    for (byte[] cfe : cfes) {
      Verification.Valid valid = verify(known, cfe);
      assertThat(valid.ruc()).contains("219999830019");
      assertThat(new String(cfe, StandardCharsets.ISO_8859_1))
          .contains("<DigestValue>" + valid.digest());
    }
  }

  @Test
  void verify_cfeWhoseCertificateIsNotKnown_isInvalid() throws IOException {
    assertThat(new XmlVerifier(TrustedCertificates.none()).verify(References.sampleCfes().get(0)))
        .isEqualTo(new Verification.Invalid(Defect.CERTIFICATE_MISSING, ""));
  }

  @Test
  void verify_wholeEnvelope_hasSeveralSignatures() throws IOException {
    assertThat(
            new XmlVerifier(TrustedCertificates.none())
                .verify(Files.readAllBytes(References.file(ENVELOPE))))
        .isEqualTo(new Verification.Invalid(Defect.SEVERAL_SIGNATURES, "8"));
  }

  /**
   * The messages in DGI's document cannot be verified whole, since its pages and columns fell into
   * their bodies. But what their signatures are over is printed line by line, and is verified.
   */
  @Test
  void signedInfo_ofEachMessageInDgisDocument_isSignedByTheCertificateInIt() throws Exception {
    String document =
        Files.readString(References.file("dgi/formatos/ws-efactura-recepcion-1.1.txt"));
    byte[] certificate =
        Base64.getMimeDecoder().decode(group(document, "<wsse:BinarySecurityToken[^>]*>([^<]*)<"));
    Signers signer = Signers.of(certificate);
    List<String> signatures =
        Pattern.compile(
                "<(ds:)?SignedInfo>\\s+<\\S*CanonicalizationMethod Algorithm=\"[^\"]*exc-c14n#\".*?</\\S*SignatureValue>",
                Pattern.DOTALL)
            .matcher(document)
            .results()
            // The answers are set in by seven columns.
            .map(found -> found.group().replaceAll("\n {7}", "\n"))
            .toList();

    assertThat(signatures).hasSize(6);
    for (String signature : signatures) {
      List<StrictElement> parts =
          new StrictElement(parse(signature)).parts("SignedInfo", "SignatureValue");
      SignedForm form = SignedForm.element(group(signature, "Reference URI=\"#([^\"]*)\""));
      Verification.Valid valid =
          StrictSignedInfo.of(parts.get(0), form)
              .signedBy(
                  parts.get(1).base64(),
                  signer,
                  new Chains(TrustedCertificates.none()),
                  Cryptography.jdk());

      assertThat(valid.algorithm()).isEqualTo(SignatureAlgorithm.RSA_SHA1);
      assertThat(valid.ruc()).contains("219999820013");
    }
  }

  private static Element parse(String parts) throws RefusedXmlException {
    String xml =
        parts.startsWith("<ds:")
            ? "<ds:Signature xmlns:ds=\"" + Dsig.NAMESPACE + "\">" + parts + "</ds:Signature>"
            : "<Signature xmlns=\"" + Dsig.NAMESPACE + "\">" + parts + "</Signature>";
    return new XmlParser(xml.length())
        .parse(xml.getBytes(StandardCharsets.UTF_8))
        .getDocumentElement();
  }

  private static String group(String text, String regex) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static Verification.Valid verify(TrustedCertificates trusted, byte[] xml) {
    return new XmlVerifier(trusted)
        .verify(xml)
        .match(
            valid -> valid,
            invalid -> {
              throw new AssertionError(invalid.toString());
            });
  }

  private static X509Certificate ofTheEnvelope() throws IOException {
    String envelope = Files.readString(References.file(ENVELOPE), StandardCharsets.ISO_8859_1);
    Matcher matcher = Pattern.compile("<DGICFE:X509Certificate>([^<]*)<").matcher(envelope);
    assertThat(matcher.find()).isTrue();
    Path der = Files.createTempFile("sobre", ".der");
    try {
      Files.write(der, Base64.getMimeDecoder().decode(matcher.group(1)));
      return TrustedCertificates.read(der).get(0);
    } finally {
      Files.delete(der);
    }
  }
}
