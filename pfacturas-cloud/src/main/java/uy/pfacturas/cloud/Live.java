package uy.pfacturas.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.cloud.mailbox.StatusFileBuilder;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.core.cfe.Cfe;

/**
 * A document that is not finished, as its steps see it. Steps run in several threads and report
 * here; what the ERP is told never goes back to an older record.
 */
final class Live {
  /** A document of an earlier time, kept and answered, whose delivery or answer goes on. */
  static Live kept(Buzon buzon, Works works, Documento doc, Cfe cfe) {
    Live live = new Live(buzon, works.board(), works.answers(), doc, Optional.of(cfe));
    live.archived = true;
    return live;
  }

  private final Buzon buzon;
  private final StatusBoard board;
  private final Answers answers;
  private Documento doc;
  private Optional<Cfe> cfe;
  private Optional<Motivo> told = Optional.empty();
  private boolean archived;
  private Optional<Runnable> deadline = Optional.empty();
  private final List<Repeat> repeats = new ArrayList<>();

  /**
   * A further file with the same content, which gets the same answers.
   *
   * @param base base name of its status files
   * @param after what follows its last answer
   */
  record Repeat(String base, Runnable after) {}

  Live(Buzon buzon, StatusBoard board, Answers answers, Documento doc, Optional<Cfe> cfe) {
    this.buzon = buzon;
    this.board = board;
    this.answers = answers;
    this.doc = doc;
    this.cfe = cfe;
  }

  Buzon buzon() {
    return buzon;
  }

  /** The newest record. */
  synchronized Documento doc() {
    return doc;
  }

  /**
   * Starts the clock of a document that waits for the cloud, unless it runs.
   *
   * @param clock starts it, and gives what stops it
   */
  synchronized void awaits(Supplier<Runnable> clock) {
    if (deadline.isEmpty() && doc.situacion() == Situacion.ENVIANDO) {
      deadline = Optional.of(clock.get());
    }
  }

  private void moved(Documento newer) {
    if (newer.version() >= doc.version()) {
      doc = newer;
    }
    if (doc.situacion() != Situacion.ENVIANDO) {
      deadline.ifPresent(Runnable::run);
      deadline = Optional.empty();
    }
  }

  /** A step changed the record; tells the ERP, a signed document once it is kept. */
  synchronized void show(Documento newer, List<Runnable> after) {
    moved(newer);
    post(after);
  }

  /**
   * Answers a further file as this document is answered, to its end; false if that is reached, and
   * then nothing was done.
   */
  synchronized boolean answer(Repeat repeat) {
    if (!doc.isOpen()) {
      return false;
    }
    repeats.add(repeat);
    post(List.of());
    return true;
  }

  /** The document was signed. */
  synchronized void signed(Documento newer, Cfe signed) {
    cfe = Optional.of(signed);
    moved(newer);
  }

  /** The signed document is kept in the archive, so that the ERP may be told where. */
  synchronized void archived(List<Runnable> after) {
    archived = true;
    post(after);
  }

  /** Whether all that is left to do for it is its delivery. */
  synchronized boolean isOnlyUndelivered() {
    return archived && doc.isUndelivered() && !doc.isUnprinted() && repeats.isEmpty();
  }

  synchronized boolean isArchived() {
    return archived;
  }

  /** Tells the ERP why it waits, without a change of the record. */
  synchronized void waits(uy.pfacturas.cloud.mailbox.Estado estado, Motivo motivo) {
    boolean isNews = !told.equals(Optional.of(motivo));
    if (isNews && !doc.situacion().isSigned() && !doc.situacion().isClosed()) {
      told = Optional.of(motivo);
      StatusFile status =
          StatusFileBuilder.builder(answers.of(buzon, doc, cfe))
              .estado(estado)
              .codigo(Optional.of(motivo.codigo()))
              .mensaje(Optional.of(motivo.mensaje()))
              .queHacer(Optional.of(motivo.queHacer()))
              .build();
      board.post(
          new StatusBoard.Post(
              buzon, doc.base(), status, doc.secuencia(), Optional.empty(), List.of()));
    }
  }

  /** What the ERP is told now. */
  synchronized StatusFile status() {
    return answers.of(buzon, doc, cfe);
  }

  private void post(List<Runnable> after) {
    if (doc.situacion().isSigned() && !archived) {
      return;
    }
    StatusFile status = answers.of(buzon, doc, cfe);
    Optional<String> finished = doc.isOpen() ? Optional.empty() : Optional.of(doc.id());
    for (Repeat repeat : repeats) {
      List<Runnable> last = doc.isOpen() ? List.of() : List.of(repeat.after());
      board.post(new StatusBoard.Post(buzon, repeat.base(), status, 0, Optional.empty(), last));
    }
    if (!doc.isOpen()) {
      repeats.clear();
    }
    board.post(new StatusBoard.Post(buzon, doc.base(), status, doc.secuencia(), finished, after));
  }
}
