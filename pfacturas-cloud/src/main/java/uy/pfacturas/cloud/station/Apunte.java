package uy.pfacturas.cloud.station;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;
import uy.pfacturas.cloud.contingencia.Anotacion;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * An entry of the second copy: what was decided, as it now stands in the store.
 *
 * @param n its order, from 1
 * @param cuando when
 * @param encarnacion the life that says it
 * @param hecho what happened, in one word
 * @param documento a document's record
 * @param tipo type of document whose blocks follow
 * @param bloques the blocks in stock
 * @param sinUso the unused list
 * @param vida whose store it is
 * @param bitacora an entry of the journal of contingencia
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true)
record Apunte(
    long n,
    Instant cuando,
    String encarnacion,
    String hecho,
    Optional<Documento> documento,
    Optional<TipoCfe> tipo,
    Optional<Bloques> bloques,
    Optional<Unused> sinUso,
    Optional<Vida> vida,
    Optional<Anotacion> bitacora) {
  /** The content of a document, said before the entry that depends on it. */
  record DeContenido(String id, String hecho, Contenido contenido) {}
}
