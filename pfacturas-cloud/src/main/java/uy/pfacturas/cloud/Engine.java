package uy.pfacturas.cloud;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import uy.pfacturas.cloud.archive.Archive;
import uy.pfacturas.cloud.client.Backoff;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.contingencia.Cambio;
import uy.pfacturas.cloud.contingencia.Contingencia;
import uy.pfacturas.cloud.exchange.Declaring;
import uy.pfacturas.cloud.exchange.Delivery;
import uy.pfacturas.cloud.exchange.Epochs;
import uy.pfacturas.cloud.exchange.Fence;
import uy.pfacturas.cloud.exchange.Firmante;
import uy.pfacturas.cloud.exchange.LocalSigning;
import uy.pfacturas.cloud.exchange.Pulse;
import uy.pfacturas.cloud.exchange.Signing;
import uy.pfacturas.cloud.exchange.SigningTime;
import uy.pfacturas.cloud.exchange.Supply;
import uy.pfacturas.cloud.journal.Journal;
import uy.pfacturas.cloud.mailbox.LargeFiles;
import uy.pfacturas.cloud.mailbox.Mailbox;
import uy.pfacturas.cloud.rut.TaxpayerLookup;
import uy.pfacturas.cloud.station.BitacoraStore;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Forgotten;
import uy.pfacturas.cloud.station.Numbers;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Medium;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.input.PedidoReader;
import uy.pfacturas.core.print.Printing;

/** The parts of a synchronizer, put together; knows no loop. */
final class Engine implements AutoCloseable {
  /** Files in work at most; the others wait in their mailbox. */
  private static final int MOST_FILES = 256;

  private static final int SIGNERS = 4;
  private static final int COURIERS = 4;

  /**
   * What is not this program's own.
   *
   * @param medium opens the station's store in this file
   * @param firmante signs with the station's own key; empty where it has none
   * @param patience how long {@code runOnce} waits without any document moving
   */
  record Outside(
      Function<Path, Medium> medium,
      NubeClient nube,
      Optional<Firmante> firmante,
      Printing printing,
      Clock clock,
      StatusListener listener,
      Backoff backoff,
      RandomGenerator random,
      Duration patience) {}

  /** A document and its mailbox. */
  record Found(Buzon buzon, Documento doc) {}

  private final Foundation foundation;
  private final Map<String, Buzon> buzones;
  private final Numbers numbers;
  private final Tasks tasks;
  private final Works works;
  private final Duration patience;
  private final Slots slots;
  private final Watch watch;
  private final TaxpayerLookup registry;
  private final Companies companies;
  private final Outbox outbox;
  private final Reconciliation reconciliation;
  private final Closing closing;
  private final Issuing issuing;
  private final Requests requests;
  private final Intake intake;
  private final ContingencyDesk contingency;
  private final NumberWatch numberWatch;
  private final Unfinished unfinished;
  private final NubeClient nube;

  private Engine(
      SynchronizerConfig config,
      Foundation foundation,
      Map<String, Buzon> buzones,
      Outside outside) {
    this.foundation = foundation;
    DocumentStore store = foundation.store();
    Journal journal = foundation.journal();
    this.buzones = buzones;
    this.nube = outside.nube();
    Clock clock = outside.clock();
    patience = config.plazoEntrega().plus(outside.patience());
    numbers = new Numbers(store, clock);
    Station station = new Station(store, clock);
    Epochs epochs = new Epochs(numbers);
    Fence fence = new Fence();
    Pulse pulse = new Pulse(outside.nube(), epochs, clock);
    Troubles troubles = new Troubles(outside.listener());
    tasks = new Tasks();
    StoredTaxpayers taxpayers = new StoredTaxpayers(store, outside.nube());
    registry = new TaxpayerLookup(taxpayers, taxpayers, clock);
    companies = new Companies(config, store, outside.nube(), registry, troubles, clock);
    SigningTime time = new SigningTime(station, pulse, clock, config.desvioReloj());
    Optional<LocalSigning> local =
        outside
            .firmante()
            .map(f -> new LocalSigning(station, f, companies::certificadoDgi, time, clock));
    Contingencia contingencia =
        new Contingencia(
            config.contingencia(),
            () -> local.filter(signs -> signs.obstacle().isEmpty()).isPresent(),
            clock,
            this::turned);
    works =
        new Works(
            config,
            clock,
            station,
            new Supply(
                numbers,
                outside.nube(),
                epochs,
                new Declaring(numbers, station, outside.nube(), epochs, fence),
                fence,
                config.bloque()),
            new Signing(station, outside.nube(), epochs, config.instalacion(), clock),
            local,
            new Delivery(station, outside.nube(), epochs, config.instalacion()),
            outside.printing(),
            new CloudState(clock, outside.backoff(), outside.random(), troubles, contingencia),
            contingencia,
            troubles,
            new Guard(troubles),
            tasks.crew("firma", SIGNERS),
            tasks.crew("pedido", config.enVuelo()),
            tasks.crew("entrega", COURIERS),
            tasks.crew("papel", 1),
            new StatusBoard(tasks, outside.listener(), this::finished),
            new Answers(clock, config.ambiente().isFiscal()),
            new Backlog(),
            new Desk());
    slots = new Slots(MOST_FILES);
    watch = new Watch(buzones.values(), journal, fence, troubles);
    outbox = new Outbox(works, buzones);
    reconciliation =
        new Reconciliation(works, foundation, new Forgotten(store, clock), pulse, time, this::show);
    closing = new Closing(works, slots);
    issuing = new Issuing(works, outbox, closing);
    unfinished = new Unfinished(works, buzones, issuing, outbox);
    contingency =
        new ContingencyDesk(
            works, buzones.values(), new BitacoraStore(store, clock), outside.listener());
    requests = new Requests(works, closing, outbox, registry, contingency);
    numberWatch =
        new NumberWatch(
            numbers, troubles, config.alarmas().reserva(config.bloque()), clock, locale(buzones));
    foundation.news().ifPresent(outside.listener()::troubled);
    intake =
        new Intake(
            works,
            closing,
            new Drafting(
                works,
                companies,
                issuing,
                closing,
                new Recovery(works, outside.nube(), epochs, issuing, closing)),
            requests);
    contingency.resume();
  }

  private static Locale locale(Map<String, Buzon> buzones) {
    return buzones.values().stream()
        .findFirst()
        .map(Buzon::locale)
        .orElse(Locale.forLanguageTag("es"));
  }

  static Engine open(SynchronizerConfig config, List<BuzonConfig> configs, Outside outside) {
    List<AutoCloseable> opened = new ArrayList<>();
    try {
      Foundation foundation = Foundation.lay(config, configs, outside, opened);
      Map<String, Buzon> buzones = new LinkedHashMap<>();
      LargeFiles large = new LargeFiles();
      for (BuzonConfig c : configs) {
        Mailbox mailbox =
            Mailbox.open(
                c.mailbox(), new PedidoReader(c.mailbox().syntax()), large, outside.clock());
        opened.add(mailbox);
        if (buzones.put(
                c.nombre(),
                new Buzon(c.nombre(), mailbox, new Archive(c.mailbox().root()), c.hogar()))
            != null) {
          throw new CloudException("Dos buzones tienen el mismo nombre: " + c.nombre());
        }
      }
      return new Engine(config, foundation, buzones, outside);
    } catch (RuntimeException e) {
      closeAll(opened, e);
      throw e;
    }
  }

  private static void closeAll(List<AutoCloseable> opened, RuntimeException cause) {
    for (int i = opened.size() - 1; i >= 0; i--) {
      try {
        opened.get(i).close();
      } catch (Exception e) {
        cause.addSuppressed(e);
      }
    }
  }

  /** The contingencia began or ended. Told under its lock, so the work is left to others. */
  private void turned(Cambio cambio) {
    contingency.turned(cambio);
    if (cambio instanceof Cambio.Entra) {
      // Those that wait for the cloud wait no longer.
      works.signers().run(0, () -> works.desk().waiting().forEach(this::again));
    }
  }

  private void again(Live live) {
    issuing.later(Duration.ZERO, live, () -> issuing.resume(live.doc().id()));
  }

  /** Tells the ERP of a document that was finished before. */
  private void show(Documento doc) {
    Buzon buzon = buzones.get(doc.buzon());
    if (buzon != null) {
      works
          .board()
          .post(
              new StatusBoard.Post(
                  buzon,
                  doc.base(),
                  requests.shown(buzon, doc),
                  doc.secuencia(),
                  Optional.of(doc.id()),
                  List.of()));
    }
  }

  private void finished(List<String> ids) {
    works.station().terminar(ids);
    works.desk().forget(ids);
  }

  /** Takes up the documents that an earlier run left. */
  void resume() {
    unfinished.resume();
    outbox.state();
  }

  /** A document by the ERP's id, or by its id at the cloud. */
  Optional<Found> find(String id) {
    for (Buzon buzon : buzones.values()) {
      Optional<Documento> doc =
          works
              .station()
              .find(buzon.id(works.config().grupo(), id))
              .or(() -> works.station().find(id));
      if (doc.isPresent()) {
        return Optional.of(new Found(buzones.getOrDefault(doc.get().buzon(), buzon), doc.get()));
      }
    }
    return Optional.empty();
  }

  SynchronizerStatus status() {
    Optional<Documento> oldest = unfinished.oldestUndelivered();
    List<String> avisos = new ArrayList<>(contingency.alarms());
    for (Buzon buzon : buzones.values()) {
      FaultText text = FaultText.of(buzon.locale());
      buzon.mailbox().troubles().forEach(f -> avisos.add(text.explanation(f)));
      buzon
          .mailbox()
          .waiting()
          .forEach(w -> avisos.add(w.fileName() + ": " + text.explanation(w.why())));
    }
    avisos.addAll(reconciliation.notices());
    return new SynchronizerStatus(
        works.station().cuentas(),
        slots.used(),
        works.backlog().size(),
        oldest.map(Documento::idErp),
        oldest.map(Documento::desde),
        numbers.stock(),
        numbers.sinUso().stream().mapToInt(r -> r.hasta() - r.desde() + 1).sum(),
        contingency.estado(),
        works.cloud().away(),
        works.troubles().pause(),
        foundation.journal().trouble(),
        works.guard().lastError(),
        avisos);
  }

  Works works() {
    return works;
  }

  Duration patience() {
    return patience;
  }

  Map<String, Buzon> buzones() {
    return buzones;
  }

  Tasks tasks() {
    return tasks;
  }

  Slots slots() {
    return slots;
  }

  Watch watch() {
    return watch;
  }

  Companies companies() {
    return companies;
  }

  Intake intake() {
    return intake;
  }

  Issuing issuing() {
    return issuing;
  }

  /** Looks whether the cloud was restored, and tells it all that it forgot. */
  void reconcile() {
    reconciliation.run();
    outbox.state();
  }

  Outbox outbox() {
    return outbox;
  }

  Closing closing() {
    return closing;
  }

  Requests requests() {
    return requests;
  }

  TaxpayerLookup registry() {
    return registry;
  }

  ContingencyDesk contingency() {
    return contingency;
  }

  NumberWatch numberWatch() {
    return numberWatch;
  }

  /** Asks the cloud what is left of the CAEs, for the alarm. */
  void askForCaes() {
    nube.caes().value().ifPresent(list -> numberWatch.told(list.cae()));
  }

  Replay replay() {
    return new Replay(works, buzones, issuing, outbox);
  }

  @Override
  public void close() {
    tasks.close();
    contingency.end();
    works.board().close();
    foundation.store().close();
    foundation.journal().close();
    buzones.values().forEach(buzon -> buzon.mailbox().close());
  }
}
