package uy.pfacturas.signing;

import static uy.pfacturas.signing.StrictElement.require;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import uy.pfacturas.signing.internal.CanonicalForm;
import uy.pfacturas.signing.internal.Dsig;
import uy.pfacturas.signing.internal.RefusedXmlException;
import uy.pfacturas.signing.internal.Wss;
import uy.pfacturas.signing.internal.XmlParser;
import uy.pfacturas.signing.provider.Cryptography;
import uy.pfacturas.signing.trust.Chains;
import uy.pfacturas.signing.trust.TrustedCertificates;

/**
 * Verifies the signature of a SOAP 1.1 message, such as DGI's answers bear: over the Body, by the
 * certificate in the header. Strict: one Body, where a reader looks for it, with an Id that nothing
 * else has; one signature, with one reference to it. Safe for any number of threads; repeatable.
 *
 * <p>Neither dates nor repetition are judged: DGI's messages carry no time in their header.
 *
 * @see "DGI, Servicios Web Externos 1.1 (T-5.020.00.001-004), anexo"
 */
public final class SoapVerifier {
  /**
   * The largest message that is signed or verified, in bytes: a sobre of 250 documents and more.
   */
  public static final int MAX_BYTES = 32 * 1024 * 1024;

  private final XmlParser parser = new XmlParser(MAX_BYTES);
  private final Chains chains;

  /** A verifier that trusts these certificates. */
  public SoapVerifier(TrustedCertificates trusted) {
    this.chains = new Chains(trusted);
  }

  /** Verifies a message, given as its exact bytes. */
  public Verification verify(byte[] message) {
    try {
      return valid(parser.parse(message));
    } catch (RefusedXmlException e) {
      return new Verification.Invalid(Defect.of(e.refusal()), e.detail());
    } catch (DefectException e) {
      return e.toInvalid();
    }
  }

  private Verification.Valid valid(Document document) throws DefectException, RefusedXmlException {
    SoapMessage message = SoapMessage.of(document);
    StrictElement signature = signature(document, message);
    List<StrictElement> parts = signature.parts("SignedInfo", "SignatureValue", "KeyInfo");
    require(parts.size() == 3, Defect.SIGNATURE_STRUCTURE, "Signature");
    StrictSignedInfo signedInfo =
        StrictSignedInfo.of(parts.get(0), SignedForm.element(message.bodyId()));
    StrictElement.requireWholeTexts(document);
    signedInfo.requireDigest(CanonicalForm.alone(message.body()));
    StrictElement security = new StrictElement((Element) signature.element().getParentNode());
    Signers signers = Signers.of(token(security, parts.get(2)).base64());
    return signedInfo.signedBy(parts.get(1).base64(), signers, chains, Cryptography.jdk());
  }

  private static StrictElement signature(Document document, SoapMessage message)
      throws DefectException {
    Element signature = StrictSignature.only(document);
    boolean isInSecurity =
        signature.getParentNode() instanceof Element security
            && Dsig.isNamed(security, Wss.WSSE, "Security")
            && security.getParentNode() == message.header();
    require(isInSecurity, Defect.SIGNATURE_PLACE, signature.getParentNode().getNodeName());
    return new StrictElement(signature);
  }

  /** The one token of the header, if it is the one that the signature names. */
  private static StrictElement token(StrictElement security, StrictElement keyInfo)
      throws DefectException {
    StrictElement reference = only(only(keyInfo, "SecurityTokenReference"), "Reference");
    require(reference.children().isEmpty(), Defect.TOKEN, "Reference");
    String uri = reference.element().getAttributeNS(null, "URI");
    List<StrictElement> tokens =
        security.children().stream()
            .filter(e -> Dsig.isNamed(e.element(), Wss.WSSE, "BinarySecurityToken"))
            .toList();
    require(tokens.size() == 1, Defect.TOKEN, "BinarySecurityToken");
    Element token = tokens.get(0).element();
    require(uri.equals("#" + Wss.id(token)), Defect.TOKEN, uri);
    String type = token.getAttributeNS(null, "ValueType");
    require(type.equals(Wss.X509), Defect.TOKEN, type);
    return tokens.get(0);
  }

  private static StrictElement only(StrictElement parent, String name) throws DefectException {
    List<StrictElement> children = parent.children();
    boolean isOnly =
        children.size() == 1 && Dsig.isNamed(children.get(0).element(), Wss.WSSE, name);
    require(isOnly, Defect.TOKEN, name);
    return children.get(0);
  }
}
