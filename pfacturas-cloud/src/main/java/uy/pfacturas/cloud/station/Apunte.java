package uy.pfacturas.cloud.station;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.contingencia.Anotacion;
import uy.pfacturas.cloud.contingencia.Cabeza;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.input.Numeracion;

/**
 * An entry of the second copy: what was decided, as it now stands in the store.
 *
 * @param n its order, from 1
 * @param cuando when
 * @param encarnacion the life that says it
 * @param hecho what happened, in one word
 * @param documento a document's record
 * @param tipo type of document whose blocks follow
 * @param numeracion whose blocks they are: empty, or the program's, for those it numbers from
 * @param bloques the blocks in stock
 * @param sinUso the unused list
 * @param vida whose store it is
 * @param bitacora an entry of the journal of contingencia
 * @param cabeza the end of that journal, behind all entries and documents that were told again
 * @param terminados documents whose answers are written
 * @param toma id at the cloud that a person takes over
 * @param previo with {@link #TODO} and {@link #ABIERTO}: the last entry that the copy had; what
 *     came between is told again by what follows, up to {@link #AL_DIA}
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
    Optional<Numeracion> numeracion,
    Optional<Bloques> bloques,
    Optional<Unused> sinUso,
    Optional<Vida> vida,
    Optional<Anotacion> bitacora,
    Optional<Cabeza> cabeza,
    Optional<List<Terminado>> terminados,
    Optional<String> toma,
    Optional<Long> previo) {
  /** Begins to tell everything. */
  static final String TODO = "todo";

  /** Begins to tell what is not finished. */
  static final String ABIERTO = "arranque";

  /** All that was begun to be told is told. */
  static final String AL_DIA = "al-dia";

  /** What became of a document that was not a decision. */
  record Terminado(String id, int nivel, long acuse, boolean impreso) {
    static Terminado of(Documento doc) {
      return new Terminado(doc.id(), doc.nivel(), doc.acuse(), doc.impreso());
    }
  }

  /** The content of a document, said before the entry that depends on it. */
  record DeContenido(String id, String hecho, Contenido contenido) {}
}
