package uy.pfacturas.signing.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.w3c.dom.Element;
import uy.pfacturas.signing.internal.Dsig;
import uy.pfacturas.signing.internal.RefusedXmlException;
import uy.pfacturas.signing.internal.XmlParser;

/**
 * Reads what was encrypted for a key by RSA 1.5 and 3DES-CBC; no other algorithm, whatever the
 * element names. Safe for any number of threads.
 *
 * <p>Both algorithms are old: who may ask again and again, and sees how each answer differs, can
 * find out the content (Bleichenbacher, Vaudenay). So every failure is the same one, a key that
 * does not open is replaced by a random one, and this is for the holder's own documents: do not
 * offer it to others as a service.
 */
public final class XmlDecryptor {
  private static final int MAX_BYTES = 256 * 1024;

  private final XmlParser parser = new XmlParser(MAX_BYTES);
  private final SecureRandom random = new SecureRandom();
  private final PrivateKey key;

  /** With the RSA key for which it was encrypted. */
  public XmlDecryptor(PrivateKey key) {
    this.key = key;
  }

  /**
   * What was encrypted.
   *
   * @param encryptedData the element EncryptedData, its namespaces declared, at most 256 KiB
   * @return the element that stood in its place; what is in it is the caller's to judge
   * @throws NotDecryptableException when it cannot be read, whatever the reason
   */
  public String decrypt(byte[] encryptedData) {
    try {
      return read(parser.parse(encryptedData).getDocumentElement())
          .orElseThrow(NotDecryptableException::new);
    } catch (RefusedXmlException
        | GeneralSecurityException
        | CharacterCodingException
        | IllegalArgumentException e) {
      // Without its cause: how it failed must not be seen.
      throw new NotDecryptableException();
    }
  }

  private Optional<String> read(Element data)
      throws GeneralSecurityException, CharacterCodingException {
    boolean isElement =
        Dsig.isNamed(data, Xenc.NAMESPACE, "EncryptedData")
            && data.getAttributeNS(null, "Type").equals(Xenc.ELEMENT);
    Element encryptedKey = child(child(data, Dsig.NAMESPACE, "KeyInfo"), "EncryptedKey");
    byte[] encrypted = cipherValue(data);
    boolean isOurs = isElement && isBy(data, Xenc.TRIPLE_DES) && isBy(encryptedKey, Xenc.RSA_1_5);
    if (!isOurs || encrypted.length < 2 * Xenc.IV_BYTES) {
      return Optional.empty();
    }
    Cipher cipher = Xenc.tripleDes();
    cipher.init(
        Cipher.DECRYPT_MODE,
        symmetric(cipherValue(encryptedKey)),
        new IvParameterSpec(encrypted, 0, Xenc.IV_BYTES));
    byte[] plain = cipher.doFinal(encrypted, Xenc.IV_BYTES, encrypted.length - Xenc.IV_BYTES);
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plain)).toString();
    return Optional.of(text).filter(t -> t.startsWith("<") && t.endsWith(">"));
  }

  /** The key that was sent; a random one where none can be read, so that it fails later alike. */
  private SecretKey symmetric(byte[] encrypted) throws GeneralSecurityException {
    byte[] instead = new byte[Xenc.KEY_BYTES];
    random.nextBytes(instead);
    Cipher rsa = Xenc.rsa();
    rsa.init(Cipher.DECRYPT_MODE, key);
    byte[] sent;
    try {
      sent = rsa.doFinal(encrypted);
    } catch (BadPaddingException e) {
      sent = instead;
    }
    return new SecretKeySpec(sent.length == Xenc.KEY_BYTES ? sent : instead, "DESede");
  }

  private static boolean isBy(Element parent, String algorithm) {
    Element method = child(parent, "EncryptionMethod");
    return method.getAttributeNS(null, "Algorithm").equals(algorithm)
        && Dsig.children(method).isEmpty();
  }

  private static byte[] cipherValue(Element parent) {
    String text = child(child(parent, "CipherData"), "CipherValue").getTextContent();
    return Base64.getDecoder().decode(text.replaceAll("[ \t\r\n]", ""));
  }

  private static Element child(Element parent, String name) {
    return child(parent, Xenc.NAMESPACE, name);
  }

  private static Element child(Element parent, String namespace, String name) {
    Element[] found =
        Dsig.children(parent).stream()
            .filter(element -> Dsig.isNamed(element, namespace, name))
            .toArray(Element[]::new);
    if (found.length != 1) {
      throw new IllegalArgumentException(name + " is there " + found.length + " times");
    }
    return found[0];
  }
}
