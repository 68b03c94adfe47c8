package uy.pfacturas.signing.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * What a document says of its signature, against which the signer is held. Read from the document
 * by whoever knows its format.
 *
 * @param ruc of who must have signed, 12 digits; empty if the document does not name him
 * @param moment when it says that it was signed; empty if it does not
 * @param certificate with which it must be signed, as the cover of a sobre announces; empty if none
 *     was announced
 */
public record Expected(
    Optional<String> ruc, Optional<Instant> moment, Optional<X509Certificate> certificate) {

  /** Nothing: the document says nothing of the kind. */
  public static Expected nothing() {
    return new Expected(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
