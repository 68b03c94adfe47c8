package uy.pfacturas.signing;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.w3c.dom.Element;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.internal.Dsig;
import uy.pfacturas.signing.key.UnsuitableKeyException;

/** The parts of a signature as DGI writes them, with what stays the same for every document. */
final class SignatureElement {
  private final SignatureAlgorithm algorithm;
  private final KeyInfoForm form;
  private final String certificate;
  private final String issuerName;
  private final String serialNumber;

  SignatureElement(SignatureAlgorithm algorithm, X509Certificate certificate, KeyInfoForm form) {
    this.form = form;
    this.algorithm = algorithm;
    this.certificate = base64(certificate);
    this.issuerName = certificate.getIssuerX500Principal().getName(X500Principal.RFC2253);
    this.serialNumber = certificate.getSerialNumber().toString();
  }

  private static String base64(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new UnsuitableKeyException(certificate.getClass().getSimpleName());
    }
  }

  /** What is signed: one reference, to the whole document without the signature. */
  Element appendSignedInfo(Element signature, String digest) {
    return SignedForm.DOCUMENT.append(signature, algorithm, digest);
  }

  /** The signature's value and whose it is. */
  void appendValueAndKey(Element signature, String value) {
    Dsig.appendText(signature, "SignatureValue", value);
    Element x509 = Dsig.append(Dsig.append(signature, "KeyInfo"), "X509Data");
    if (form == KeyInfoForm.CERTIFICATE_AND_ISSUER_SERIAL) {
      Dsig.appendText(x509, "X509Certificate", certificate);
    }
    Element issuerSerial = Dsig.append(x509, "X509IssuerSerial");
    Dsig.appendText(issuerSerial, "X509IssuerName", issuerName);
    Dsig.appendText(issuerSerial, "X509SerialNumber", serialNumber);
  }
}
