package uy.pfacturas.nube.ledger;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.nube.epoch.Pending;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.refusal.Reply;
import uy.pfacturas.nube.store.Store;

/**
 * What became of every number. Every answer is durable before it is given, and every request may be
 * repeated and gets the same answer. Thread-safe.
 */
public final class Ledger {
  private final Store store;
  private final Clock clock;
  private final Signing signing;

  /**
   * The ledger in a store.
   *
   * @param clock for the dates of CAEs when a block is given, and to say when things changed;
   *     nothing expires by it
   */
  public Ledger(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.signing = new Signing(store.epoca(), clock);
  }

  /** Life of the ledger's database. */
  public long epoca() {
    return store.epoca();
  }

  /**
   * Asks whether a number may be signed for an id. Signs nothing, claims nothing; {@link #propose}
   * asks again.
   */
  public Judgement ask(String ruc, String id, SolicitudFirma asked) {
    Optional<Refusal> waits = refuseUndeclared(ruc, asked.estacion());
    if (waits.isPresent()) {
      return new Judgement.Settled(Reply.refuse(waits.get()));
    }
    if (asked.numero().tipo().isContingencia()) {
      return paper(ruc, id, asked, Optional.empty());
    }
    Claim claim = new Claim(ruc, id, asked);
    return store
        .read(h -> signing.look(h, claim))
        .<Judgement>map(toSign -> toSign)
        .orElseGet(() -> store.write(h -> signing.settle(h, claim, Optional.empty())));
  }

  /**
   * Stores a signature of a number for an id, unless there is an answer by now: then that one
   * counts and the proposal falls away.
   */
  public Reply<DocumentoFirmado> propose(
      String ruc, String id, SolicitudFirma asked, Proposal proposal) {
    Claim claim = new Claim(ruc, id, asked);
    Judgement judgement =
        asked.numero().tipo().isContingencia()
            ? paper(ruc, id, asked, Optional.of(proposal))
            : store.write(h -> signing.settle(h, claim, Optional.of(proposal)));
    return ((Judgement.Settled) judgement).reply();
  }

  private Judgement paper(
      String ruc, String id, SolicitudFirma asked, Optional<Proposal> proposal) {
    Paper paper = new Paper(ruc, asked.numero());
    return store.write(h -> paper.settle(h, store.epoca(), clock, id, asked, proposal));
  }

  /** Whether these very bytes are stored as the number's signature with this hash. */
  public boolean isStored(String ruc, Numero numero, String hash, String xml) {
    if (numero.tipo().isContingencia()) {
      return store.read(
          h ->
              Cfcs.of(h, ruc, numero).stream()
                  .anyMatch(cfc -> cfc.hash().equals(hash) && cfc.xml().equals(xml)));
    }
    return store.read(
        h ->
            Asientos.find(h, ruc, numero)
                .filter(asiento -> asiento.hash().equals(Optional.of(hash)))
                .flatMap(asiento -> Asientos.xml(h, asiento))
                .filter(stored -> stored.equals(xml))
                .isPresent());
  }

  /**
   * Takes a delivery.
   *
   * @param defect why its signature is not valid; empty if it is
   */
  public Reply<AcuseEntrega> deliver(
      String ruc, Numero numero, Entrega entrega, Optional<Refusal> defect) {
    return store.write(taking(ruc, new Delivered(numero, entrega, defect)));
  }

  private Function<Handle, Reply<AcuseEntrega>> taking(String ruc, Delivered said) {
    Function<Handle, Reply<AcuseEntrega>> served = served(ruc, said);
    return h ->
        refuseUndeclared(h, ruc, said.entrega().estacion())
            .<Reply<AcuseEntrega>>map(Reply::refuse)
            .orElseGet(() -> served.apply(h));
  }

  /** A station is served only after it has declared what it holds since a restore. */
  private Optional<Refusal> refuseUndeclared(Handle handle, String ruc, String estacion) {
    return store.epoch().isSettling() && Pending.waits(handle, ruc, estacion)
        ? Optional.of(Refusal.of(Codigo.NUBE_RESTAURADA))
        : Optional.empty();
  }

  private Optional<Refusal> refuseUndeclared(String ruc, String estacion) {
    return store.epoch().isSettling()
        ? store.read(h -> refuseUndeclared(h, ruc, estacion))
        : Optional.empty();
  }

  private Function<Handle, Reply<AcuseEntrega>> served(String ruc, Delivered said) {
    if (said.numero().tipo().isContingencia()) {
      Paper paper = new Paper(ruc, said.numero());
      return h -> paper.take(h, store.epoca(), clock, said.entrega(), said.defect());
    }
    Delivery delivery = new Delivery(ruc, said.numero(), said.entrega(), said.defect());
    return h -> delivery.take(h, store.epoca(), clock);
  }

  /** A delivery, and why its signature is not valid; empty if it is. */
  public record Delivered(Numero numero, Entrega entrega, Optional<Refusal> defect) {}

  /** Takes several deliveries, each by itself; empty where nobody knows what became of one. */
  public List<Optional<Reply<AcuseEntrega>>> deliver(String ruc, List<Delivered> all) {
    return store.writeEach(all.stream().map(said -> taking(ruc, said)).toList());
  }

  /** What there is under an id: its delivered number, else its latest. */
  public Reply<DocumentoFirmado> find(String ruc, String id, boolean withXml) {
    return store.read(
        h ->
            Asientos.ofId(h, ruc, id).stream()
                .min(Comparator.comparing(asiento -> !asiento.isFirm()))
                .<Reply<DocumentoFirmado>>map(
                    asiento ->
                        Reply.of(
                            asiento.documento(
                                store.epoca(),
                                withXml ? Asientos.xml(h, asiento) : Optional.empty())))
                .or(
                    () ->
                        Cfcs.ofId(h, ruc, id)
                            .map(cfc -> Reply.of(cfc.documento(store.epoca(), withXml))))
                .orElseGet(() -> Reply.refuse(Refusal.of(Codigo.SIN_DOCUMENTO, id))));
  }

  /** Takes a statement of unused numbers; what may be annulled is, also beside what may not. */
  public Reply<Acuse> annul(String ruc, String estacion, SinUso said) {
    Statement statement = new Statement(ruc, estacion, said.rangos());
    return refuseUndeclared(ruc, estacion)
        .or(() -> store.write(h -> statement.annul(h, clock)))
        .<Reply<Acuse>>map(Reply::refuse)
        .orElseGet(() -> Reply.of(new Acuse(store.epoca())));
  }

  /** Leases a block. */
  public Reply<Bloque> lease(
      String ruc, String estacion, TipoCfe tipo, String solicitud, SolicitudBloque asked) {
    Lease lease = new Lease(ruc, estacion, tipo, solicitud, asked);
    return store.write(
        h ->
            asked.epoca() == store.epoca()
                ? refuseUndeclared(h, ruc, estacion)
                    .<Reply<Bloque>>map(Reply::refuse)
                    .orElseGet(() -> lease.take(h, store.epoch(), clock))
                : lease.take(h, store.epoch(), clock));
  }

  /** Takes a declaration. */
  public Reply<Acuse> declare(String ruc, String estacion, Declaracion said) {
    Declaration declaration = new Declaration(ruc, estacion, said);
    Reply<Acuse> reply = store.write(h -> declaration.take(h, store.epoch(), clock));
    if (store.epoch().isSettling()) {
      store.read(h -> store.epoch().look(h));
    }
    return reply;
  }
}
