package uy.pfacturas.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.sobre.CfeFirmado;
import uy.pfacturas.core.xml.CfeXml;

/** Documents with something in the place of a signature that names a certificate. */
public final class SignedDocuments {
  private static final String SIGNATURE =
      "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo>"
          + "<CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/>"
          + "<SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"/>"
          + "<Reference URI=\"\"><DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>"
          + "<DigestValue>AAAA</DigestValue></Reference></SignedInfo>"
          + "<SignatureValue>AAAA</SignatureValue><KeyInfo><X509Data><X509Certificate>%s"
          + "</X509Certificate></X509Data></KeyInfo></Signature>";

  private SignedDocuments() {}

  /** The bytes of a document that names this certificate. */
  public static byte[] bytes(Cfe cfe, Binario certificate) {
    String xml = new String(CfeXml.render(cfe), StandardCharsets.UTF_8);
    return xml.replace("</CFE>", SIGNATURE.formatted(certificate) + "</CFE>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A document that names this certificate. */
  public static CfeFirmado of(Cfe cfe, Binario certificate) {
    return parsed(bytes(cfe, certificate));
  }

  /** The document of these bytes. */
  public static CfeFirmado parsed(byte[] document) {
    Parsed<CfeFirmado> parsed = CfeFirmado.parse(document);
    assertThat(parsed).isInstanceOf(Parsed.Message.class);
    return ((Parsed.Message<CfeFirmado>) parsed).value();
  }
}
