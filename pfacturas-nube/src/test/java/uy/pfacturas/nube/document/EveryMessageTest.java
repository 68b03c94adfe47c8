package uy.pfacturas.nube.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.core.cae.CaeXml;
import uy.pfacturas.core.cae.Constancia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.mensaje.Messages;
import uy.pfacturas.core.reporte.Reporte;
import uy.pfacturas.core.respuesta.AckCfe;
import uy.pfacturas.core.respuesta.AckReporte;
import uy.pfacturas.core.respuesta.AckSobre;
import uy.pfacturas.core.respuesta.Anulados;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.SecondOpinion;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.signing.KeyInfoForm;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.XmlVerifier;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.demo.DemoAuthority;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** Everything that DGI's regime signs, signed by us, before xmllint, xmlsec1 and ourselves. */
class EveryMessageTest {
  private static final OffsetDateTime WHEN = OffsetDateTime.parse("2026-11-24T10:15:00-03:00");
  private static final SigningKey KEY =
      DemoAuthority.create(Documents.clock()).issue(Documents.RUC, "Ñandú", Documents.clock());

  @TempDir Path folder;

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of("CFEDGI.xsd", cfe()),
        Arguments.of("ReporteDiarioCFE.xsd", Reporte.XML.render(Messages.reporte())),
        Arguments.of("ACKSobre.xsd", AckSobre.XML.render(Messages.ackSobre())),
        Arguments.of("ACKCFE_DGI.xsd", AckCfe.XML.render(Messages.ackCfe())),
        Arguments.of("ACKRepDiario.xsd", AckReporte.XML.render(Messages.ackReporte())),
        Arguments.of("CFEs_Anulados_x_RechazoDGI.xsd", Anulados.XML.render(Messages.anulados())),
        Arguments.of("CAE.xsd", cae()));
  }

  private static byte[] cfe() {
    return CfeXml.render(Documents.numbered(Documents.eTicket(), 7).withTmstFirma(WHEN));
  }

  private static byte[] cae() {
    return CaeXml.render(
        new Constancia(
            new Rut(Documents.RUC),
            Documents.cae(TipoCfe.E_TICKET),
            LocalDate.of(2026, 11, 1),
            WHEN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void sign_message_isValidBySchemaAndVerifiedByXmlsec1AndByUs(String schema, byte[] message)
      throws Exception {
    TrustedCertificates known = TrustedCertificates.none().withKnown(List.of(KEY.certificate()));
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      for (KeyInfoForm form : KeyInfoForm.values()) {
        byte[] signed = new XmlSigner(KEY, algorithm, form).sign(message).bytes();

        SecondOpinion.validates(signed, schema, folder);
        assertThat(SecondOpinion.verifies(signed, KEY.certificate(), folder)).isTrue();
        assertThat(new XmlVerifier(known).verify(signed).valid())
            .hasValueSatisfying(v -> assertThat(v.algorithm()).isEqualTo(algorithm));
        assertThat(keyInfo(signed)).isEqualTo(expected(form));
      }
    }
  }

  private static List<String> keyInfo(byte[] signed) {
    String xml = new String(signed, StandardCharsets.UTF_8);
    return Stream.of("<X509Certificate>", "<X509IssuerSerial>").filter(xml::contains).toList();
  }

  private static List<String> expected(KeyInfoForm form) {
    return form == KeyInfoForm.ISSUER_SERIAL
        ? List.of("<X509IssuerSerial>")
        : Arrays.asList("<X509Certificate>", "<X509IssuerSerial>");
  }
}
