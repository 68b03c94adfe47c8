package uy.pfacturas.signing;

import static uy.pfacturas.signing.StrictElement.require;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.internal.CanonicalForm;
import uy.pfacturas.signing.internal.Dsig;
import uy.pfacturas.signing.internal.RefusedXmlException;
import uy.pfacturas.signing.internal.Wss;
import uy.pfacturas.signing.internal.XmlParser;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.key.UnsuitableKeyException;

/**
 * Makes signed SOAP 1.1 messages as DGI takes them: in the header Security the certificate as a
 * BinarySecurityToken and a signature of the Body by its wsu:Id, in the exclusive canonical form.
 *
 * <p>DGI's examples sign by {@link SignatureAlgorithm#RSA_SHA1}: which one is a setting of its own,
 * apart from that of the documents. Not one byte of the content is changed; the same content twice
 * gives the same bytes. Safe for any number of threads.
 *
 * @see "DGI, Servicios Web Externos 1.1 (T-5.020.00.001-004), anexo"
 */
public final class SoapSigner {
  private static final String BODY = "Cuerpo";
  private static final String TOKEN = "Certificado";
  private static final byte[] START =
      ascii("<soapenv:Envelope xmlns:soapenv=\"" + Wss.SOAP + "\"><soapenv:Header>");
  private static final byte[] MIDDLE =
      ascii(
          "</soapenv:Header><soapenv:Body xmlns:wsu=\"" + Wss.WSU + "\" wsu:Id=\"" + BODY + "\">");
  private static final byte[] END = ascii("</soapenv:Body></soapenv:Envelope>");

  private final XmlParser parser = new XmlParser(SoapVerifier.MAX_BYTES);
  private final SigningKey key;
  private final SignatureAlgorithm algorithm;
  private final String certificate;

  /** A signer with a key. The key's dates are not looked at: that is the caller's decision. */
  public SoapSigner(SigningKey key, SignatureAlgorithm algorithm) {
    this.key = key;
    this.algorithm = algorithm;
    try {
      this.certificate = Base64.getEncoder().encodeToString(key.certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new UnsuitableKeyException(key.certificate().getClass().getSimpleName());
    }
  }

  /**
   * A message with this content.
   *
   * @param content what is in the Body: one element in UTF-8, without XML declaration
   * @return the whole message, UTF-8; its bytes are what must be sent
   * @throws DocumentNotSignableException when the content is not that, or names an Id of ours
   * @throws uy.pfacturas.signing.algorithm.SignatureFailedException when the machine's cryptography
   *     fails
   */
  public byte[] sign(byte[] content) {
    try {
      SoapMessage message = SoapMessage.of(parser.parse(join(new byte[0], content)));
      StrictElement.requireWholeTexts(message.body().getOwnerDocument());
      int elements = new StrictElement(message.body()).children().size();
      require(elements == 1, Defect.SOAP_STRUCTURE, "Body");
      byte[] signed = join(CanonicalForm.alone(security(message)), content);
      // With the token's Id in it there must still be one of each.
      SoapMessage.of(message.body().getOwnerDocument());
      return signed;
    } catch (RefusedXmlException e) {
      throw new DocumentNotSignableException(Defect.of(e.refusal()), e.detail());
    } catch (DefectException e) {
      throw e.toNotSignable();
    }
  }

  private Element security(SoapMessage message) throws RefusedXmlException {
    Document document = message.body().getOwnerDocument();
    Element security = Wss.append(message.header(), "Security");
    security.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:wsse", Wss.WSSE);
    security.setAttributeNS(Wss.SOAP, "soapenv:mustUnderstand", "1");
    Element token = Wss.append(security, "BinarySecurityToken");
    Wss.setId(token, TOKEN);
    token.setAttributeNS(null, "EncodingType", Wss.BASE64);
    token.setAttributeNS(null, "ValueType", Wss.X509);
    token.appendChild(document.createTextNode(certificate));
    byte[] digest = algorithm.digest(CanonicalForm.alone(message.body()));
    Element signature = Dsig.appendSignature(security);
    Element signedInfo = SignedForm.element(BODY).append(signature, algorithm, base64(digest));
    byte[] value = key.sign(CanonicalForm.alone(signedInfo), algorithm);
    Dsig.appendText(signature, "SignatureValue", base64(value));
    Element keyInfo = Dsig.append(signature, "KeyInfo");
    Element reference = Wss.append(Wss.append(keyInfo, "SecurityTokenReference"), "Reference");
    reference.setAttributeNS(null, "URI", "#" + TOKEN);
    reference.setAttributeNS(null, "ValueType", Wss.X509);
    return security;
  }

  private static byte[] join(byte[] security, byte[] content) {
    ByteArrayOutputStream all =
        new ByteArrayOutputStream(START.length + MIDDLE.length + END.length + 8192);
    all.writeBytes(START);
    all.writeBytes(security);
    all.writeBytes(MIDDLE);
    all.writeBytes(content);
    all.writeBytes(END);
    return all.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
