package uy.pfacturas.cloud.testing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.AcuseLote;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoCae;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.ListaCae;
import uy.pfacturas.core.protocol.LoteEntregas;
import uy.pfacturas.core.protocol.Salud;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;

/**
 * The cloud of protocol §3 in memory: what {@link FakeLedger} holds, as station {@code CAJA} sees
 * it, and {@link #station} another. Thread-safe.
 */
public final class FakeNube implements NubeClient {
  /** What it holds of a number. */
  public record Asiento(EstadoNumero estado, String id, String huella, String hash, String xml) {}

  private final FakeLedger ledger;
  private final String estacion;
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private final Set<TipoCfe> sinCae = new ConcurrentSkipListSet<>();
  private Clock clock = Clock.systemUTC();
  private Optional<Empresa> empresa = Optional.of(Documents.empresa());
  private volatile List<EstadoCae> caes = List.of();

  /** A new cloud, seen by station {@code CAJA}. */
  public FakeNube() {
    this(new FakeLedger(), "CAJA");
  }

  private FakeNube(FakeLedger ledger, String estacion) {
    this.ledger = ledger;
    this.estacion = estacion;
  }

  /** The same cloud, seen by another station. */
  public FakeNube station(String name) {
    return new FakeNube(ledger, name);
  }

  /** Has this clock; else that of the machine. */
  public void clock(Clock own) {
    clock = own;
  }

  /** Refuses (422) documents whose id is this. */
  public void refuse(String id) {
    refused.add(id);
  }

  /** Takes documents of this id again. */
  public void accept(String id) {
    refused.remove(id);
  }

  /** Has no CAE for this type. */
  public void withoutCae(TipoCfe tipo) {
    sinCae.add(tipo);
  }

  /** Tells these of its CAEs. */
  public void caes(List<EstadoCae> all) {
    caes = List.copyOf(all);
  }

  /** Knows or does not know the company. */
  public synchronized void empresa(Optional<Empresa> known) {
    empresa = known;
  }

  /** Numbers and what they hold, by their text. */
  public Map<String, Asiento> numeros() {
    return ledger.numeros();
  }

  /** What no correct station says. */
  public Set<String> contradictions() {
    return ledger.contradictions();
  }

  /** Firm numbers of an id. */
  public List<String> firm(String id) {
    return ledger.firm(id);
  }

  /** Delivered CFC by their number, each correction in its order. */
  public Map<String, List<Asiento>> papers() {
    return ledger.papers();
  }

  /** All delivered numbers, in the order in which they came. */
  public List<String> delivered() {
    return ledger.delivered();
  }

  /** Remembers what there is; what is given restores it, as a new life of the database. */
  public Runnable backup() {
    return ledger.backup();
  }

  /** DGI refuses this document. */
  public void refusedByDgi(Numero numero) {
    ledger.refusedByDgi(numero);
  }

  @Override
  public Answer<Salud> salud() {
    return new Answer.Done<>(new Salud(ledger.epoca(), Ambiente.DEMO, clock.instant(), "test"));
  }

  @Override
  public synchronized Answer<Empresa> empresa() {
    return empresa
        .<Answer<Empresa>>map(Answer.Done::new)
        .orElseGet(() -> ledger.refuse(404, "SIN_EMPRESA", Optional.empty()));
  }

  @Override
  public Answer<DocumentoFirmado> firmar(String id, SolicitudFirma s) {
    return refused.contains(id) && ledger.isInBlock(s.numero())
        ? ledger.refuse(422, "DOCUMENTO_INVALIDO", Optional.of(s.numero()))
        : ledger.sign(id, s);
  }

  @Override
  public Answer<DocumentoFirmado> documento(String id) {
    return ledger.find(id);
  }

  @Override
  public Answer<AcuseEntrega> entregar(Numero n, Entrega e) {
    return ledger.deliver(n, e);
  }

  @Override
  public Answer<AcuseLote> entregar(LoteEntregas lote) {
    return new Answer.Done<>(
        new AcuseLote(
            ledger.epoca(),
            lote.entregas().stream()
                .map(e -> result(e.numero(), entregar(e.numero(), e.entrega())))
                .toList()));
  }

  private static AcuseLote.Resultado result(Numero n, Answer<AcuseEntrega> answer) {
    return answer.match(
        acuse -> new AcuseLote.Resultado(n, Optional.of(acuse), Optional.empty()),
        no -> new AcuseLote.Resultado(n, Optional.empty(), Optional.of(no.rechazo())),
        nothing -> new AcuseLote.Resultado(n, Optional.empty(), Optional.empty()));
  }

  @Override
  public Answer<Acuse> sinUso(SinUso sinUso) {
    return ledger.annul(estacion, sinUso);
  }

  @Override
  public Answer<Bloque> bloque(TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    return sinCae.contains(tipo)
        ? ledger.refuse(404, "SIN_CAE", Optional.empty())
        : ledger.lease(estacion, tipo, solicitud, pedido);
  }

  @Override
  public Answer<Acuse> declarar(Declaracion declaracion) {
    return ledger.declare(estacion, declaracion);
  }

  @Override
  public Answer<ListaCae> caes() {
    return new Answer.Done<>(new ListaCae(1, caes));
  }

  @Override
  public Answer<Contribuyente> rut(Rut rut) {
    return ledger.refuse(404, "RUT_DESCONOCIDO", Optional.empty());
  }
}
