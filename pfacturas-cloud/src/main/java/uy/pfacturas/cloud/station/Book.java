package uy.pfacturas.cloud.station;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.cloud.contingencia.Anotacion;
import uy.pfacturas.cloud.contingencia.Cabeza;
import uy.pfacturas.cloud.contingencia.Cambio;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Draft;
import uy.pfacturas.cloud.store.Packed;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.input.Numeracion;
import uy.pfacturas.core.protocol.Rango;

/** The station's records within one change of the store; what is decided is copied as well. */
final class Book {
  static final String VIDA = "vida";
  static final String SIN_USO = "sin-uso";
  static final String CONTADOR = "contador";
  static final String BITACORA = "bitacora";
  static final String REENTREGA = "reentrega";
  static final String CONFLICTOS = "conflictos";
  static final String ULTIMA_FIRMA = "ultima-firma";

  private final Draft draft;
  private final Instant now;

  Book(Draft draft, Instant now) {
    this.draft = draft;
    this.now = now;
  }

  static String key(TipoCfe tipo, Numeracion numeracion) {
    return (numeracion == Numeracion.ERP ? "bloques-erp/" : "bloques/") + tipo.codigo();
  }

  static String key(long secuencia) {
    String digits = Long.toString(secuencia);
    return "0".repeat(19 - digits.length()) + digits;
  }

  Optional<Documento> find(String id) {
    return draft.find(Table.DOCUMENTOS, id, Documento.class);
  }

  Bloques bloques(TipoCfe tipo, Numeracion numeracion) {
    return draft.find(Table.ESTADO, key(tipo, numeracion), Bloques.class).orElse(Bloques.NONE);
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

  /**
   * The record with its place in the order of arrival: the old one where the id is known. What was
   * taken over stays so, whatever file of it comes next.
   */
  Documento arrived(Documento nuevo) {
    Optional<Documento> old = find(nuevo.id());
    Documento arrived =
        DocumentoBuilder.builder(nuevo)
            .secuencia(old.map(Documento::secuencia).orElseGet(this::nextSecuencia))
            .version(old.map(Documento::version).orElse(0L))
            .toma(old.flatMap(Documento::toma))
            .desde(now)
            .build();
    open(arrived);
    return arrived;
  }

  /** The id to which a number that came with its file belongs; empty if it was never kept. */
  Optional<String> titular(Numero numero) {
    return draft.find(Table.ESTADO, "titular/" + numero.texto(), String.class);
  }

  private void keepTitular(Documento doc) {
    boolean isNumbered = doc.situacion() == Situacion.ENVIANDO || doc.situacion().isSigned();
    if (isNumbered && (doc.isPapel() || doc.numeroErp().isPresent())) {
      draft.put(Table.ESTADO, "titular/" + doc.numero().orElseThrow().texto(), doc.id());
    }
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
    keepTitular(next);
    signedAt(next);
    return next;
  }

  /** Writes a record as the second copy has it. */
  void restore(Documento doc) {
    boolean isNew = find(doc.id()).filter(d -> d.situacion() == doc.situacion()).isEmpty();
    if (isNew && doc.situacion() == Situacion.FIRMADO_CONTINGENCIA) {
      signedHere(doc.numero().orElseThrow());
    }
    draft.put(Table.ESTADO, CONTADOR, contador().moved(find(doc.id()), doc).reached(doc));
    draft.put(Table.DOCUMENTOS, doc.id(), doc);
    keepTitular(doc);
    signedAt(doc);
    // What the ERP's blocks have left was told when they were opened; this was taken since.
    doc.numero()
        .filter(numero -> doc.numeroErp().equals(Optional.of(numero)))
        .flatMap(numero -> bloques(doc.tipo(), Numeracion.ERP).tomar(numero))
        .ifPresent(toma -> put(doc.tipo(), Numeracion.ERP, toma.quedan()));
  }

  /**
   * Blocks of numbers that the ERP chooses outlive the loss of the store: which of them were taken
   * is known from the documents, and the ERP goes on behind them.
   */
  void restore(TipoCfe tipo, Bloques bloques) {
    put(tipo, Numeracion.ERP, new Bloques(Optional.empty(), bloques.abiertos(), true));
  }

  /** The latest time of signing of this station, by whoever signed; empty before the first. */
  Optional<OffsetDateTime> ultimaFirma() {
    return draft.find(Table.ESTADO, ULTIMA_FIRMA, OffsetDateTime.class);
  }

  private void signedAt(Documento doc) {
    doc.firmado()
        .filter(at -> ultimaFirma().filter(last -> !at.isAfter(last)).isEmpty())
        .ifPresent(at -> draft.put(Table.ESTADO, ULTIMA_FIRMA, at));
  }

  void restore(String id, Packed contenido) {
    draft.put(Table.CONTENIDOS, id, contenido);
  }

  void restore(Anotacion entry) {
    draft.put(Table.BITACORA, key(entry.n()), entry);
    draft.put(Table.ESTADO, BITACORA, Cabeza.of(entry));
  }

  /** Tells an entry of the journal of contingencia again. */
  void tell(Anotacion entry) {
    note(ApunteBuilder.builder().hecho("otra-vez").bitacora(Optional.of(entry)));
  }

  /** Tells the end of the journal again; to be told behind its entries and the documents. */
  void tellCabeza() {
    note(ApunteBuilder.builder().hecho("otra-vez").cabeza(Optional.of(bitacora())));
  }

  void restore(Cabeza cabeza) {
    draft.put(Table.ESTADO, BITACORA, cabeza);
  }

  void restore(Unused unused) {
    draft.put(Table.ESTADO, SIN_USO, unused);
  }

  void restore(Vida vida) {
    draft.put(Table.ESTADO, VIDA, vida);
  }

  /** Entries up to this were told. */
  void told(long entry) {
    draft.put(Table.ESTADO, CONTADOR, contador().told(entry));
  }

  /** These answers are written; tells the copy, so that a rebuilt store does not begin again. */
  void finish(List<Documento> docs) {
    docs.forEach(this::finish);
    List<Apunte.Terminado> told = docs.stream().map(Apunte.Terminado::of).toList();
    note(ApunteBuilder.builder().hecho("terminado").terminados(Optional.of(told)));
  }

  /** Begins to tell the copy again, behind the last entry that it has. */
  void tell(String hecho, long copied) {
    note(
        ApunteBuilder.builder().hecho(hecho).vida(Optional.of(vida())).previo(Optional.of(copied)));
    note(ApunteBuilder.builder().hecho(SIN_USO).sinUso(Optional.of(sinUso())));
  }

  /** Tells a document with its content again. */
  void tell(Documento doc) {
    draft
        .find(Table.CONTENIDOS, doc.id(), Contenido.class)
        .ifPresent(c -> draft.copy(Packed.of(new Apunte.DeContenido(doc.id(), "otra-vez", c))));
    note(ApunteBuilder.builder().hecho("otra-vez").documento(Optional.of(doc)));
  }

  /** All is told. */
  void told() {
    note(ApunteBuilder.builder().hecho(Apunte.AL_DIA));
  }

  /** Whether the copy is to be told everything, also by the next start. */
  void copyOwed(boolean owed) {
    if (owed) {
      draft.put(Table.ESTADO, DocumentStore.COPY_OWED, true);
    } else {
      draft.remove(Table.ESTADO, DocumentStore.COPY_OWED);
    }
  }

  /** A person takes this id over; the copy knows it. */
  void permit(String id) {
    draft.put(Table.ESTADO, toma(id), true);
    note(ApunteBuilder.builder().hecho("toma").toma(Optional.of(id)));
  }

  void restorePermit(String id) {
    draft.put(Table.ESTADO, toma(id), true);
  }

  /** A person said what became of the paper of an id. */
  void release(String id, Suelto suelto) {
    draft.put(Table.ESTADO, suelto(id), suelto);
  }

  static String suelto(String id) {
    return "suelto/" + id;
  }

  /** A document in this state whose live number this is. */
  Optional<Documento> live(String id, Numero numero, Situacion in) {
    return find(id).filter(doc -> doc.isLive(numero) && doc.situacion() == in);
  }

  static String toma(String id) {
    return "toma/" + id;
  }

  boolean isPermitted(String id) {
    return draft.find(Table.ESTADO, toma(id), Boolean.class).orElse(false);
  }

  /** The permission was used: the record has it now. */
  void taken(String id) {
    if (isPermitted(id)) {
      draft.remove(Table.ESTADO, toma(id));
    }
  }

  /** The cloud has another firm document of this id. */
  void conflict(Documento doc) {
    Conflictos known =
        draft.find(Table.ESTADO, CONFLICTOS, Conflictos.class).orElse(Conflictos.NONE);
    draft.put(
        Table.ESTADO,
        CONFLICTOS,
        known.with(new Conflicto(doc.idErp(), doc.numero().orElseThrow(), now)));
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
    return decide(hecho, doc, Optional.empty());
  }

  /** The same, and what became unused by it, in one entry: half of it would be another decision. */
  Documento decide(String hecho, Documento doc, Optional<Numero> sinUso) {
    Optional<Unused> unused = sinUso.map(numero -> sinUso().with(numero));
    unused.ifPresent(all -> draft.put(Table.ESTADO, SIN_USO, all));
    Documento next = put(doc);
    note(ApunteBuilder.builder().hecho(hecho).documento(Optional.of(next)).sinUso(unused));
    return next;
  }

  /** Takes a document off those that are to be delivered again. */
  void deliveredOrClosed(Documento doc) {
    String key = key(doc.secuencia());
    Optional<Reentrega> under = reentrega();
    if (under.isPresent() && draft.find(Table.REENTREGAS, key, String.class).isPresent()) {
      draft.remove(Table.REENTREGAS, key);
      put(under.get().fewer());
    }
  }

  Optional<Reentrega> reentrega() {
    return draft.find(Table.ESTADO, REENTREGA, Reentrega.class);
  }

  /** Where the second delivery of all documents stands; one that is at its end is forgotten. */
  void put(Reentrega reentrega) {
    if (reentrega.isDone()) {
      draft.remove(Table.ESTADO, REENTREGA);
    } else {
      draft.put(Table.ESTADO, REENTREGA, reentrega);
    }
  }

  void deliverAgain(Documento doc) {
    draft.put(Table.REENTREGAS, key(doc.secuencia()), doc.id());
  }

  /** Writes the content of a document; {@code apunte} is its entry for the second copy. */
  void put(String id, Packed contenido, Packed apunte) {
    draft.put(Table.CONTENIDOS, id, contenido);
    draft.copy(apunte);
  }

  /** Writes the blocks in stock; those after a number was taken need no entry of their own. */
  void put(TipoCfe tipo, Numeracion numeracion, Bloques bloques) {
    draft.put(Table.ESTADO, key(tipo, numeracion), bloques);
  }

  void decide(String hecho, TipoCfe tipo, Numeracion numeracion, Bloques bloques) {
    note(
        ApunteBuilder.builder()
            .hecho(hecho)
            .tipo(Optional.of(tipo))
            .numeracion(Optional.of(numeracion))
            .bloques(Optional.of(bloques)));
    put(tipo, numeracion, bloques);
  }

  /** Closes a document; its number, if any, goes to the unused list in the same change (S3). */
  Documento close(Documento doc, Situacion fin, Optional<Motivo> motivo) {
    deliveredOrClosed(doc);
    return decide(
        fin.name().toLowerCase(Locale.ROOT),
        DocumentoBuilder.builder(doc.in(fin, now)).motivo(motivo).build(),
        // The number of a paper is not ours to annul.
        doc.numero().filter(numero -> !doc.isPapel()));
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
