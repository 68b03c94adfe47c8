package uy.pfacturas.signing.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;

/** Documents of the size of an invoice of fifteen lines, each of them another one. */
final class Documents {
  private static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
  private static final String ITEM =
      "<Item><NroLinDet>1</NroLinDet><IndFact>3</IndFact><NomItem>Yerba mate Ñandú 1 kg</NomItem>"
          + "<Cantidad>2.000</Cantidad><UniMed>N/A</UniMed><PrecioUnitario>199.50</PrecioUnitario>"
          + "<MontoItem>399.00</MontoItem></Item>";

  private Documents() {}

  static List<byte[]> unsigned(int count) {
    return all(count, "");
  }

  /** With a signature that xmlsec1 fills in, of the same parts as ours. */
  static List<byte[]> templates(int count) {
    SignatureAlgorithm algorithm = SignatureAlgorithm.RSA_SHA256;
    return all(
        count,
        "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo>"
            + "<CanonicalizationMethod Algorithm=\""
            + C14N
            + "\"/><SignatureMethod Algorithm=\""
            + algorithm.signatureUri()
            + "\"/><Reference URI=\"\"><Transforms>"
            + "<Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>"
            + "<Transform Algorithm=\""
            + C14N
            + "\"/></Transforms><DigestMethod Algorithm=\""
            + algorithm.digestUri()
            + "\"/><DigestValue/></Reference></SignedInfo><SignatureValue/><KeyInfo><X509Data>"
            + "<X509Certificate/><X509IssuerSerial/></X509Data></KeyInfo></Signature>");
  }

  private static List<byte[]> all(int count, String signature) {
    List<byte[]> documents = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      String xml =
          "<CFE xmlns=\"http://cfe.dgi.gub.uy\" version=\"1.0\"><eTck><Nro>"
              + (1_000_000 + n)
              + "</Nro><Detalle>"
              + ITEM.repeat(15)
              + "</Detalle></eTck>"
              + signature
              + "</CFE>";
      documents.add(xml.getBytes(StandardCharsets.UTF_8));
    }
    return documents;
  }
}
