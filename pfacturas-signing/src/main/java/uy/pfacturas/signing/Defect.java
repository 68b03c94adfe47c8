package uy.pfacturas.signing;

import uy.pfacturas.signing.internal.Refusal;

/**
 * What is wrong with a document that should be signed, or with its signature. Codes are stable and
 * never reused; the sentences are in the bundle {@code signing}.
 */
public enum Defect {
  /** More bytes than we read. */
  TOO_LARGE("FIRMA-01"),
  /** Not well-formed XML. */
  NOT_WELL_FORMED("FIRMA-02"),
  /** A DOCTYPE, and with it entities: refused unread. */
  DOCTYPE("FIRMA-03"),
  /** Nested too deep, or too many attributes. */
  TOO_COMPLEX("FIRMA-04"),
  /** XML 1.1, which has no canonical form. */
  XML_VERSION("FIRMA-05"),
  /** An encoding into which a signature cannot be set without rewriting the document. */
  ENCODING("FIRMA-06"),
  /** The document to be signed bears a signature already. */
  ALREADY_SIGNED("FIRMA-07"),
  /** Well-formed, but with a namespace that is a relative URI: C14N gives it no canonical form. */
  NO_CANONICAL_FORM("FIRMA-08"),
  /** More elements and attributes than any document has: a small file that would fill memory. */
  TOO_MANY_PARTS("FIRMA-09"),

  /** No signature. */
  NO_SIGNATURE("FIRMA-10"),
  /** More than one signature, wherever they are. */
  SEVERAL_SIGNATURES("FIRMA-11"),
  /** The signature is not a child of the root; in SOAP, of the header Security. */
  SIGNATURE_PLACE("FIRMA-12"),
  /** The signature lacks a part, or has one that does not belong there. */
  SIGNATURE_STRUCTURE("FIRMA-13"),
  /** A canonicalization other than C14N 1.0 without comments, inclusive; in SOAP, exclusive. */
  CANONICALIZATION("FIRMA-14"),
  /** A signature method other than RSA with SHA-256 or SHA-1. */
  SIGNATURE_METHOD("FIRMA-15"),
  /** Not exactly one reference. */
  REFERENCE_COUNT("FIRMA-16"),
  /** The reference is to another element than what must be signed, by its Id. */
  REFERENCE_URI("FIRMA-17"),
  /** Transforms other than enveloped-signature and inclusive C14N; in SOAP, exclusive C14N. */
  TRANSFORMS("FIRMA-18"),
  /** A digest method other than the hash of the signature method. */
  DIGEST_METHOD("FIRMA-19"),
  /** A digest, signature value or certificate that is not base64. */
  BASE64("FIRMA-20"),

  /** No certificate in the signature, and none known for the issuer and serial number it names. */
  CERTIFICATE_MISSING("FIRMA-21"),
  /** The certificate cannot be read. */
  CERTIFICATE_UNREADABLE("FIRMA-22"),
  /** The certificate's key is not RSA of 1024 bits or more. */
  KEY_UNSUITABLE("FIRMA-23"),

  /** The signature holds an Object, which nobody signed or which is what was signed. */
  OBJECT("FIRMA-24"),
  /** The signature is over a Manifest, whose own references nobody has to check. */
  MANIFEST("FIRMA-25"),
  /** The reference is to an Id that several elements have. */
  REFERENCE_AMBIGUOUS("FIRMA-26"),
  /** The reference is to something outside the document. */
  REFERENCE_ELSEWHERE("FIRMA-27"),
  /** The reference is to a choice of parts by XPointer. */
  REFERENCE_XPOINTER("FIRMA-28"),
  /** The reference does not say to what. */
  REFERENCE_WITHOUT_URI("FIRMA-29"),

  /** The document was changed after it was signed. */
  DIGEST_MISMATCH("FIRMA-30"),
  /** The signature was not made with the key of this certificate, or was changed. */
  SIGNATURE_MISMATCH("FIRMA-31"),

  /** A transform that chooses parts of the document by XPath. */
  TRANSFORM_XPATH("FIRMA-32"),
  /** A transform that makes another document by XSLT. */
  TRANSFORM_XSLT("FIRMA-33"),
  /** A canonical form with comments. */
  COMMENTS_SIGNED("FIRMA-34"),
  /** A signature method with a shared secret: whoever can verify could sign. */
  HMAC("FIRMA-35"),
  /** The same, cut to a few bits that can be guessed. */
  HMAC_TRUNCATED("FIRMA-36"),
  /** The key is to be fetched from elsewhere. */
  KEY_ELSEWHERE("FIRMA-37"),
  /** A bare key, without the certificate that says whose it is. */
  KEY_WITHOUT_CERTIFICATE("FIRMA-38"),
  /** A comment inside a text: signed without it, read by some programs as the end of the text. */
  COMMENT_IN_TEXT("FIRMA-39"),
  /** Something inside KeyInfo that is no part of a key: nobody signed it. */
  KEY_INFO_CONTENT("FIRMA-80"),

  /** Not a SOAP 1.1 envelope of one Header and then one Body. */
  SOAP_STRUCTURE("SOAP-01"),
  /** A Body elsewhere than where a Body is, or a second one. */
  BODY_PLACE("SOAP-02"),
  /** The Body has no wsu:Id by which it could be signed. */
  BODY_WITHOUT_ID("SOAP-03"),
  /** Two elements with the same Id: each reader may take another for the signed one. */
  DUPLICATE_ID("SOAP-04"),
  /** The signature does not name its certificate as a token in the same header. */
  TOKEN("SOAP-05");

  private final String code;

  Defect(String code) {
    this.code = code;
  }

  /** The defect of bytes that were refused as XML. */
  static Defect of(Refusal refusal) {
    return switch (refusal) {
      case TOO_LARGE -> TOO_LARGE;
      case NOT_WELL_FORMED -> NOT_WELL_FORMED;
      case DOCTYPE -> DOCTYPE;
      case TOO_COMPLEX -> TOO_COMPLEX;
      case XML_VERSION -> XML_VERSION;
      case NO_CANONICAL_FORM -> NO_CANONICAL_FORM;
      case TOO_MANY_PARTS -> TOO_MANY_PARTS;
    };
  }

  /** The stable code, such as {@code FIRMA-30}. */
  public String code() {
    return code;
  }
}
