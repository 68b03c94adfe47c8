package uy.pfacturas.signing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.algorithm.SignatureFailedException;
import uy.pfacturas.signing.internal.CanonicalForm;
import uy.pfacturas.signing.internal.Dsig;
import uy.pfacturas.signing.internal.RefusedXmlException;
import uy.pfacturas.signing.internal.RootEnd;
import uy.pfacturas.signing.internal.XmlParser;
import uy.pfacturas.signing.key.SigningKey;

/**
 * Signs documents with one key: an enveloped signature as the last child of the root, over the
 * whole document in its canonical form (C14N 1.0, inclusive, without comments).
 *
 * <p>Not one byte of the document is changed: the signature is set in before the end tag of the
 * root. Signing the same bytes twice gives the same bytes. Safe for any number of threads.
 *
 * @see "DGI, Documento técnico CFE v1.1, 9 and 10"
 */
public final class XmlSigner {
  /** Encodings in which ASCII is ASCII: the signature, which is ASCII, may be set in as it is. */
  private static final Set<Charset> ENCODINGS =
      Set.of(
          StandardCharsets.UTF_8,
          StandardCharsets.US_ASCII,
          StandardCharsets.ISO_8859_1,
          Charset.forName("ISO-8859-15"),
          Charset.forName("windows-1252"));

  private final XmlParser parser = new XmlParser(XmlVerifier.MAX_BYTES);
  private final SigningKey key;
  private final SignatureAlgorithm algorithm;
  private final SignatureElement template;

  /**
   * A signer whose signatures bear the certificate and its issuer and number. The key's dates are
   * not looked at: that is the caller's decision.
   */
  public XmlSigner(SigningKey key, SignatureAlgorithm algorithm) {
    this(key, algorithm, KeyInfoForm.CERTIFICATE_AND_ISSUER_SERIAL);
  }

  /** A signer whose signatures say in this form whose they are. */
  public XmlSigner(SigningKey key, SignatureAlgorithm algorithm, KeyInfoForm form) {
    this.key = key;
    this.algorithm = algorithm;
    this.template = new SignatureElement(algorithm, key.certificate(), form);
  }

  /**
   * Signs a document.
   *
   * @param xml a whole document in UTF-8, US-ASCII, ISO-8859-1, ISO-8859-15 or windows-1252, at
   *     most {@link XmlVerifier#MAX_BYTES} bytes, without DOCTYPE and not signed yet
   * @throws DocumentNotSignableException when it is not that
   * @throws SignatureFailedException when the machine's cryptography fails
   */
  public SignedXml sign(byte[] xml) {
    try {
      return signed(xml, signable(xml));
    } catch (RefusedXmlException e) {
      throw new DocumentNotSignableException(Defect.of(e.refusal()), e.detail());
    }
  }

  private SignedXml signed(byte[] xml, Document document) throws RefusedXmlException {
    String digest = base64(algorithm.digest(CanonicalForm.of(document)));
    Element signature = Dsig.appendSignature(document.getDocumentElement());
    Element signedInfo = template.appendSignedInfo(signature, digest);
    byte[] value = key.sign(CanonicalForm.of(signedInfo), algorithm);
    template.appendValueAndKey(signature, base64(value));
    return new SignedXml(RootEnd.append(xml, ascii(CanonicalForm.alone(signature))), digest);
  }

  private Document signable(byte[] xml) throws RefusedXmlException {
    Document document = parser.parse(xml);
    String encoding = document.getInputEncoding();
    if (!Charset.isSupported(encoding) || !ENCODINGS.contains(Charset.forName(encoding))) {
      throw new DocumentNotSignableException(Defect.ENCODING, encoding);
    }
    if (!Dsig.signatures(document).isEmpty()) {
      throw new DocumentNotSignableException(Defect.ALREADY_SIGNED, "");
    }
    Optional<Comment> comment = Dsig.commentInText(document);
    if (comment.isPresent()) {
      String where = comment.get().getParentNode().getNodeName();
      throw new DocumentNotSignableException(Defect.COMMENT_IN_TEXT, where);
    }
    return document;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The same XML for every encoding: what is not ASCII (in the issuer's name) as references. */
  private static byte[] ascii(byte[] utf8) {
    StringBuilder text = new StringBuilder(utf8.length);
    new String(utf8, StandardCharsets.UTF_8)
        .codePoints()
        .forEach(
            point -> {
              if (point < 0x80) {
                text.append((char) point);
              } else {
                text.append("&#").append(point).append(';');
              }
            });
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
