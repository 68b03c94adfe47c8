package uy.pfacturas.cloud.station;

import java.time.Instant;
import java.util.Optional;
import uy.pfacturas.cloud.contingencia.Anotacion;
import uy.pfacturas.cloud.contingencia.Cabeza;
import uy.pfacturas.cloud.contingencia.Cambio;
import uy.pfacturas.cloud.store.Draft;
import uy.pfacturas.cloud.store.Packed;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Rango;

/** The station's records within one change of the store; what is decided is copied as well. */
final class Book {
  static final String VIDA = "vida";
  static final String SIN_USO = "sin-uso";
  static final String CONTADOR = "contador";
  static final String BITACORA = "bitacora";

  private final Draft draft;
  private final Instant now;

  Book(Draft draft, Instant now) {
    this.draft = draft;
    this.now = now;
  }

  static String key(TipoCfe tipo) {
    return "bloques/" + tipo.codigo();
  }

  static String key(long secuencia) {
    String digits = Long.toString(secuencia);
    return "0".repeat(19 - digits.length()) + digits;
  }

  Optional<Documento> find(String id) {
    return draft.find(Table.DOCUMENTOS, id, Documento.class);
  }

  Bloques bloques(TipoCfe tipo) {
    return draft.find(Table.ESTADO, key(tipo), Bloques.class).orElse(Bloques.NONE);
  }

  Unused sinUso() {
    return draft.find(Table.ESTADO, SIN_USO, Unused.class).orElse(Unused.NONE);
  }

  Vida vida() {
    return draft.find(Table.ESTADO, VIDA, Vida.class).orElseThrow();
  }

  private Contador contador() {
    return draft.find(Table.ESTADO, CONTADOR, Contador.class).orElse(Contador.ZERO);
  }

  /** The next order of arrival. */
  long nextSecuencia() {
    Contador next = contador().nextDocument();
    draft.put(Table.ESTADO, CONTADOR, next);
    return next.secuencia();
  }

  /** The name of the next request for a block, unique within this life. */
  String nextSolicitud() {
    Contador next = contador().nextRequest();
    draft.put(Table.ESTADO, CONTADOR, next);
    return vida().encarnacion() + "-" + next.solicitudes();
  }

  /** Writes a record without telling the second copy. */
  Documento put(Documento doc) {
    Documento next = DocumentoBuilder.builder(doc).version(doc.version() + 1).build();
    Contador before = contador();
    Contador after = before.moved(find(doc.id()), next);
    if (!after.equals(before)) {
      draft.put(Table.ESTADO, CONTADOR, after);
    }
    draft.put(Table.DOCUMENTOS, next.id(), next);
    return next;
  }

  /** Marks a document as one that is not finished. */
  void open(Documento doc) {
    draft.put(Table.ABIERTOS, key(doc.secuencia()), doc.id());
  }

  /** Marks a document as finished. */
  void finish(Documento doc) {
    draft.remove(Table.ABIERTOS, key(doc.secuencia()));
  }

  /** Writes a record that was decided. */
  Documento decide(String hecho, Documento doc) {
    Documento next = put(doc);
    note(ApunteBuilder.builder().hecho(hecho).documento(Optional.of(next)));
    return next;
  }

  /** Writes the content of a document; {@code apunte} is its entry for the second copy. */
  void put(String id, Packed contenido, Packed apunte) {
    draft.put(Table.CONTENIDOS, id, contenido);
    draft.copy(apunte);
  }

  /** Writes the blocks in stock; those after a number was taken need no entry of their own. */
  void put(TipoCfe tipo, Bloques bloques) {
    draft.put(Table.ESTADO, key(tipo), bloques);
  }

  void decide(String hecho, TipoCfe tipo, Bloques bloques) {
    note(
        ApunteBuilder.builder().hecho(hecho).tipo(Optional.of(tipo)).bloques(Optional.of(bloques)));
    put(tipo, bloques);
  }

  void unused(Numero numero) {
    unused("sin-uso", sinUso().with(numero));
  }

  void unused(Rango rango) {
    unused("sin-uso", sinUso().with(rango));
  }

  void unused(String hecho, Unused unused) {
    note(ApunteBuilder.builder().hecho(hecho).sinUso(Optional.of(unused)));
    draft.put(Table.ESTADO, SIN_USO, unused);
  }

  void decide(String hecho, Vida vida) {
    draft.put(Table.ESTADO, VIDA, vida);
    note(ApunteBuilder.builder().hecho(hecho).vida(Optional.of(vida)));
  }

  private Cabeza bitacora() {
    return draft.find(Table.ESTADO, BITACORA, Cabeza.class).orElse(Cabeza.NONE);
  }

  /** Counts a document that is signed here, for the journal's next entry. */
  void signedHere(Numero numero) {
    draft.put(Table.ESTADO, BITACORA, bitacora().with(numero));
  }

  /** Writes a turn into the journal of contingencia; it takes the documents since the last one. */
  Anotacion enter(Cambio cambio) {
    Anotacion entry = bitacora().anotacion(cambio);
    draft.put(Table.BITACORA, key(entry.n()), entry);
    draft.put(Table.ESTADO, BITACORA, Cabeza.of(entry));
    note(ApunteBuilder.builder().hecho("bitacora").bitacora(Optional.of(entry)));
    return entry;
  }

  private void note(ApunteBuilder apunte) {
    Contador next = contador().nextEntry();
    draft.put(Table.ESTADO, CONTADOR, next);
    draft.copy(apunte.n(next.apuntes()).cuando(now).encarnacion(vida().encarnacion()).build());
  }
}
