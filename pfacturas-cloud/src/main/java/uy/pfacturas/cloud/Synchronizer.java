package uy.pfacturas.cloud;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import uy.pfacturas.cloud.client.Backoff;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.contingencia.Bitacora;
import uy.pfacturas.cloud.exchange.Firmante;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.cloud.rut.TaxpayerAnswer;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Retiro;
import uy.pfacturas.cloud.station.Suelto;
import uy.pfacturas.cloud.store.SqliteMedium;
import uy.pfacturas.core.print.PrintOutcome;
import uy.pfacturas.core.print.Printing;

/**
 * The synchronizer of one installation: takes the ERP's files, has them signed, delivers, prints
 * and answers, exactly once whatever fails. Either {@link #start} and leave it running, or {@link
 * #runOnce}. Thread-safe.
 */
public final class Synchronizer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Engine engine;
  private final Runner runner;

  private Synchronizer(Engine engine) {
    this.engine = engine;
    this.runner = new Runner(engine);
  }

  /**
   * Opens store, second copy and mailboxes, and takes up what an earlier run left.
   *
   * @param firmante signs with the station's own key while the cloud is away; empty where it has
   *     none, and then documents wait for the cloud
   * @param clock in Uruguay's zone
   * @param listener is told of every new state
   * @throws CloudException if one of them must not or cannot be used; its message says what to do
   */
  public static Synchronizer open(
      SynchronizerConfig config,
      List<BuzonConfig> buzones,
      NubeClient nube,
      Optional<Firmante> firmante,
      Printing printing,
      Clock clock,
      StatusListener listener) {
    return new Synchronizer(
        Engine.open(
            config,
            buzones,
            new Engine.Outside(
                SqliteMedium::open,
                nube,
                firmante,
                printing,
                clock,
                listener,
                Backoff.DEFAULT,
                RandomGenerator.getDefault(),
                PATIENCE)));
  }

  /** The same, with what tests choose. */
  static Synchronizer open(
      SynchronizerConfig config, List<BuzonConfig> buzones, Engine.Outside outside) {
    return new Synchronizer(Engine.open(config, buzones, outside));
  }

  /**
   * Works off what is there until every document is final or waits for something outside; waits a
   * few seconds for what is under way.
   *
   * @return whether nothing is left to do
   * @throws InterruptedException if interrupted; what was begun is taken up by the next run
   */
  public boolean runOnce() throws InterruptedException {
    return runner.runOnce();
  }

  /** Starts to work and returns. */
  public void start() {
    runner.start();
  }

  /** Finishes the steps under way and gives everything back. */
  @Override
  public void close() {
    runner.close();
    engine.close();
  }

  /** How it does now. */
  public SynchronizerStatus status() {
    return engine.status();
  }

  /**
   * What the ERP is told of this id now, over all mailboxes; empty if there is no such document.
   */
  public Optional<StatusFile> find(String id) {
    return engine.find(id).map(f -> engine.requests().shown(f.buzon(), f.doc()));
  }

  /**
   * The last answer, JSON text of its status file, to a request of this id that became no document:
   * one that was refused unread, or that issues nothing. Empty if there is none.
   */
  public Optional<String> findAnswer(String id) {
    return engine.buzones().values().stream()
        .flatMap(buzon -> buzon.mailbox().findStatus(id).stream())
        .findFirst();
  }

  /**
   * Sends again what failed.
   *
   * @param dryRun only says what would be done
   */
  public List<ReplayStep> replay(Selection selection, boolean dryRun) {
    return engine.replay().run(selection, dryRun);
  }

  /**
   * Takes an id over from another station, because a person says so (protocol §9): what is here of
   * it is issued here, unless the other station delivers first. Empty if nothing of it is here.
   *
   * @param dryRun only says what would be done
   */
  public List<ReplayStep> take(String id, boolean dryRun) {
    return engine.replay().take(id, dryRun);
  }

  /**
   * A person says what became of the paper of a file that is older than the loss of this station
   * (protocol §11 U2). Empty if no file of this id is held.
   *
   * @param dryRun only says what would be done
   */
  public List<ReplayStep> release(String id, Suelto said, boolean dryRun) {
    return engine.replay().release(id, said, dryRun);
  }

  /**
   * Begins a station anew whose store and second copy are lost, because a person says so: what is
   * left of both is kept aside. The cloud is told, files older than now are held.
   *
   * @throws CloudException if the store or its copy serve, so that nothing is lost
   */
  public static void beginWithoutCopy(
      SynchronizerConfig config, List<BuzonConfig> buzones, Clock clock) {
    new LostFoundation(config, buzones, clock).begin();
  }

  /** Prints a signed document again; empty if there is none of this id, or it is not signed. */
  public Optional<PrintOutcome> print(String id) {
    return engine
        .find(id)
        .filter(f -> f.doc().situacion().isSigned())
        .map(f -> engine.outbox().print(f.buzon(), f.doc()));
  }

  /** What is known of a taxpayer, as a person wrote its RUT. */
  public TaxpayerAnswer rut(String text) {
    return engine.registry().lookUp(text);
  }

  /**
   * Enters the contingencia by hand: documents are signed here until {@link #leaveContingency}.
   * Repeatable.
   *
   * @param why for the journal
   * @return false if the station has no key of the company
   */
  public boolean enterContingency(String why) {
    return engine.contingency().enter(why);
  }

  /**
   * Leaves the contingencia; it is entered again by itself when the cloud goes on failing.
   *
   * @return false if there was none
   */
  public boolean leaveContingency() {
    return engine.contingency().leave();
  }

  /** The journal of contingencia, read whole and verified. */
  public Bitacora contingencyJournal() {
    return engine.contingency().journal();
  }

  /** Withdraws a document that nobody signed; repeatable. */
  public Retiro withdraw(String id) {
    Optional<Engine.Found> found = engine.find(id);
    Retiro retiro =
        found
            .map(f -> engine.works().station().retirar(f.doc().id()))
            .orElseGet(() -> new Retiro.Desconocido(id));
    if (retiro instanceof Retiro.Retirado done) {
      Documento doc = done.documento();
      engine.works().desk().find(doc.id()).ifPresent(live -> engine.closing().show(live, doc));
      engine.outbox().state();
    }
    return retiro;
  }
}
