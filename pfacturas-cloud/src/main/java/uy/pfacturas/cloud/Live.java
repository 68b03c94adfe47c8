package uy.pfacturas.cloud;

import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.cloud.mailbox.StatusFileBuilder;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.core.cfe.Cfe;

/**
 * A document that is not finished, as its steps see it. Steps run in several threads and report
 * here; what the ERP is told never goes back to an older record.
 */
final class Live {
  private final Buzon buzon;
  private final StatusBoard board;
  private final Answers answers;
  private Documento doc;
  private Optional<Cfe> cfe;
  private Optional<Motivo> told = Optional.empty();
  private boolean archived;

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

  /** A step changed the record; tells the ERP, a signed document once it is kept. */
  synchronized void show(Documento newer, List<Runnable> after) {
    if (newer.version() >= doc.version()) {
      doc = newer;
    }
    post(after);
  }

  /** The document was signed. */
  synchronized void signed(Documento newer, Cfe signed) {
    cfe = Optional.of(signed);
    if (newer.version() >= doc.version()) {
      doc = newer;
    }
  }

  /** The signed document is kept in the archive, so that the ERP may be told where. */
  synchronized void archived(List<Runnable> after) {
    archived = true;
    post(after);
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
    Optional<String> finished = doc.isOpen() ? Optional.empty() : Optional.of(doc.id());
    board.post(
        new StatusBoard.Post(
            buzon, doc.base(), answers.of(buzon, doc, cfe), doc.secuencia(), finished, after));
  }
}
