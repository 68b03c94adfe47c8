package uy.pfacturas.core.cfe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Zone K as DGI alone can read it: an element EncryptedData of XML Encryption, kept as it came
 * because only whoever has the key knows what is in it.
 *
 * @param xml the element, well-formed by itself, its namespaces declared
 * @see "DGI, Guía XMLEncryption Java &amp; .Net 1.0; CFEType.xsd, Compl_FiscalType"
 */
public record Cifrado(@JsonValue String xml) {
  /** How DGI calls its key, {@code KeyName} of what is encrypted for it. */
  public static final String LLAVE_DGI = "CERT_DGI_EFACTURA";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Cifrado {}

  @Override
  public String toString() {
    return xml;
  }
}
