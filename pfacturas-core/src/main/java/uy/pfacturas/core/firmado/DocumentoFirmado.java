package uy.pfacturas.core.firmado;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * A document that should be signed, as the bytes that are, with what it says of its signature.
 * Immutable.
 */
public final class DocumentoFirmado {
  private final String nombre;
  private final byte[] xml;
  private final Dicho dicho;

  /**
   * What a document says of its signature.
   *
   * @param ruc who must have signed it, 12 digits: the issuer, or who answers; empty if the
   *     document does not name him, or cannot be read
   * @param momento when it was signed; empty if it does not say so, or cannot be read
   * @param certificado with which it must be signed: that of the cover of a sobre; empty if it came
   *     in none
   */
  public record Dicho(
      Optional<String> ruc, Optional<Instant> momento, Optional<X509Certificate> certificado) {

    static Dicho nada() {
      return new Dicho(Optional.empty(), Optional.empty(), Optional.empty());
    }

    Dicho con(Optional<X509Certificate> otro) {
      return new Dicho(ruc, momento, otro);
    }
  }

  DocumentoFirmado(String nombre, byte[] xml, Dicho dicho) {
    this.nombre = nombre;
    this.xml = xml.clone();
    this.dicho = dicho;
  }

  /**
   * What to call it, for people: type, series and number of a CFE, else the name of its element;
   * with its place if it came with others.
   */
  public String nombre() {
    return nombre;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return xml.clone();
  }

  /** What it says of its signature. */
  public Dicho dicho() {
    return dicho;
  }

  @Override
  public String toString() {
    return nombre;
  }
}
