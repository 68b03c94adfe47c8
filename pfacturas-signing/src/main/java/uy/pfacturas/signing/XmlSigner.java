package uy.pfacturas.signing;

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
  /** A signer with a key. The key's dates are not looked at: that is the caller's decision. */
  public XmlSigner(SigningKey key, SignatureAlgorithm algorithm) {}

  /**
   * Signs a document.
   *
   * @param xml a whole document in UTF-8, US-ASCII, ISO-8859-1, ISO-8859-15 or windows-1252, at
   *     most {@link XmlVerifier#MAX_BYTES} bytes, without DOCTYPE and not signed yet
   * @throws DocumentNotSignableException when it is not that
   * @throws SignatureFailedException when the machine's cryptography fails
   */
  public SignedXml sign(byte[] xml) {
    throw new UnsupportedOperationException();
  }
}
