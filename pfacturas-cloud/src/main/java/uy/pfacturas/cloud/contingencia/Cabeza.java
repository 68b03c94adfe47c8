package uy.pfacturas.cloud.contingencia;

import java.util.List;
import uy.pfacturas.core.cfe.Numero;

/**
 * The end of the journal, kept beside it: what the next entry continues.
 *
 * @param n order of the last entry; 0 before the first
 * @param hash its digest; 64 zeros before the first
 * @param firmados documents that were signed here since
 */
public record Cabeza(long n, String hash, List<Firmados> firmados) {
  /** Before the first entry. */
  public static final Cabeza NONE = new Cabeza(0, "0".repeat(64), List.of());

  public Cabeza {
    firmados = List.copyOf(firmados);
  }

  /** After one more document was signed here. */
  public Cabeza with(Numero numero) {
    return new Cabeza(n, hash, Firmados.with(firmados, numero));
  }

  /** The entry of a turn; it takes the documents with it. */
  public Anotacion anotacion(Cambio cambio) {
    return Anotacion.after(this, cambio);
  }

  /** The end after this entry. */
  public static Cabeza of(Anotacion last) {
    return new Cabeza(last.n(), last.hash(), List.of());
  }
}
