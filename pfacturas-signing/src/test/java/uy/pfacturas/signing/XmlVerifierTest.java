package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.xml.security.Init;
import org.apache.xml.security.signature.XMLSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.certificate.CertificateFileException;
import uy.pfacturas.signing.internal.Dsig;
import uy.pfacturas.signing.internal.XmlParser;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.trust.Trust;
import uy.pfacturas.signing.trust.TrustedCertificates;

class XmlVerifierTest {
  /**
   * A signature that xmlsec1 fills in; args: signature method, digest method, what X509Data has.
   */
  private static final String TEMPLATE =
      """
      <s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#">
        <s:SignedInfo>
          <s:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/>
          <s:SignatureMethod Algorithm="%s"/>
          <s:Reference URI="">
            <s:Transforms>
              <s:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>
            </s:Transforms>
            <s:DigestMethod Algorithm="%s"/>
            <s:DigestValue/>
          </s:Reference>
        </s:SignedInfo>
        <s:SignatureValue/>
        <s:KeyInfo>
          <s:KeyValue/>
          <s:X509Data>%s</s:X509Data>
        </s:KeyInfo>
      </s:Signature>
      """;

  private static final List<String> DOCUMENTS =
      List.of(
          "<CFE xmlns=\"http://cfe.dgi.gub.uy\" xmlns:xsi=\"urn:x\" version=\"1.0\">\n"
              + "<eTck><RznSoc>Ñandú &amp; Cía</RznSoc></eTck>%s</CFE>",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><n:Reporte xmlns:n=\"http://cfe.dgi.gub.uy\">"
              + "<n:Caratula version=\"1.0\"/><n:Moneda/>%s</n:Reporte>",
          "<ACKSobre xmlns=\"http://cfe.dgi.gub.uy\" version=\"1.0\"><Caratula/><!-- x -->\n"
              + "<Detalle><Estado>AS</Estado></Detalle>%s</ACKSobre>\n");

  private static final List<String> X509 =
      List.of(
          "<s:X509Certificate/>",
          "<s:X509IssuerSerial/>",
          "<s:X509Certificate/><s:X509IssuerSerial/><s:X509SubjectName/>");

  static Stream<Arguments> templates() {
    return Arrays.stream(SignatureAlgorithm.values())
        .flatMap(
            algorithm ->
                DOCUMENTS.stream()
                    .flatMap(xml -> X509.stream().map(x -> Arguments.of(algorithm, xml, x))));
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("templates")
  void verify_signedByXmlsec1_isValid(SignatureAlgorithm algorithm, String xml, String x509)
      throws Exception {
    XmlSec1 xmlsec1 = new XmlSec1(folder);
    Path key = folder.resolve("empresa.p12");
    TestKeys.COMPANY.writePkcs12(key, KeyPassword.of("clave".toCharArray()));
    String signature = TEMPLATE.formatted(algorithm.signatureUri(), algorithm.digestUri(), x509);
    byte[] template = xml.formatted(signature).getBytes(StandardCharsets.UTF_8);
    byte[] signed = xmlsec1.sign(template, key, "clave");

    assertThat(TestKeys.verifier().verify(signed, List.of(TestKeys.COMPANY.certificate())).valid())
        .hasValueSatisfying(
            valid -> {
              assertThat(valid.algorithm()).isEqualTo(algorithm);
              assertThat(valid.certificate()).isEqualTo(TestKeys.COMPANY.certificate());
              assertThat(valid.trust()).isEqualTo(Trust.TRUSTED);
            });
  }

  /** The library's own whole verification, of which we use the canonical form only. */
  @ParameterizedTest
  @ValueSource(
      strings = {"<a/>", "<n:a xmlns:n='urn:n' xml:lang='es'>ñ<d/><!-- x --><b c='1'/></n:a>"})
  void sign_anyDocument_isVerifiedBySantuario(String xml) throws Exception {
    Init.init();
    byte[] signed =
        TestKeys.signer(SignatureAlgorithm.RSA_SHA256)
            .sign(xml.getBytes(StandardCharsets.UTF_8))
            .bytes();
    Document document = new XmlParser(XmlVerifier.MAX_BYTES).parse(signed);
    Element element = Dsig.signatures(document).get(0);

    assertThat(new XMLSignature(element, "").checkSignatureValue(TestKeys.COMPANY.certificate()))
        .isTrue();
  }

  @Test
  void signAndVerify_byManyThreads_areAsByOne() throws Exception {
    XmlSigner signer = TestKeys.signer(SignatureAlgorithm.RSA_SHA256);
    XmlVerifier verifier = TestKeys.verifier();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> acts = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        byte[] xml = document(i);
        boolean isBroken = i % 5 == 0;
        acts.add(
            () -> {
              byte[] signed = signer.sign(xml).bytes();
              if (isBroken) {
                signed[2] = '<';
              }
              return verifier.verify(signed).isValid() == !isBroken
                  && signer
                      .sign(xml)
                      .equals(TestKeys.signer(SignatureAlgorithm.RSA_SHA256).sign(xml));
            });
      }
      for (Future<Boolean> result : threads.invokeAll(acts)) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void read_pemWithSeveralCertificates_givesThemInOrder() throws Exception {
    Path file = folder.resolve("dos.pem");
    var encoder = Base64.getMimeEncoder();
    StringBuilder pem = new StringBuilder();
    for (SigningKey key : List.of(TestKeys.COMPANY, TestKeys.OTHER)) {
      pem.append("-----BEGIN CERTIFICATE-----\n")
          .append(encoder.encodeToString(key.certificate().getEncoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    Files.writeString(file, pem);

    assertThat(TrustedCertificates.read(file))
        .containsExactly(TestKeys.COMPANY.certificate(), TestKeys.OTHER.certificate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no es un certificado"})
  void read_fileWithoutCertificates_saysSo(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("nada.pem"), text);

    assertThatThrownBy(() -> TrustedCertificates.read(file))
        .isInstanceOfSatisfying(
            CertificateFileException.class, e -> assertThat(e.file()).isEqualTo(file));
  }

  private static byte[] document(int number) {
    return ("<CFE xmlns=\"urn:x\"><Nro>"
            + number
            + "</Nro>"
            + "<a>ñ</a>".repeat(number % 50)
            + "</CFE>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
