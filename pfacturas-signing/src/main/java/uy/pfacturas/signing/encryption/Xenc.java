package uy.pfacturas.signing.encryption;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * The only algorithms that are written and taken, and their names.
 *
 * @see "W3C, XML Encryption Syntax and Processing 1.0, 5.2.1 and 5.4.1; DGI, Guía XMLEncryption
 *     Java &amp; .Net 1.0, 5"
 */
final class Xenc {
  static final String NAMESPACE = "http://www.w3.org/2001/04/xmlenc#";
  static final String ELEMENT = NAMESPACE + "Element";
  static final String RSA_1_5 = NAMESPACE + "rsa-1_5";
  static final String TRIPLE_DES = NAMESPACE + "tripledes-cbc";

  /** The symmetric key, and the initial vector before the encrypted bytes, in bytes. */
  static final int KEY_BYTES = 24;

  static final int IV_BYTES = 8;

  private Xenc() {}

  static Cipher rsa() throws GeneralSecurityException {
    return Cipher.getInstance("RSA/ECB/PKCS1Padding");
  }

  /** The padding of XML encryption: its last byte says how many bytes, the others are any. */
  static Cipher tripleDes() throws GeneralSecurityException {
    return Cipher.getInstance("DESede/CBC/ISO10126Padding");
  }
}
