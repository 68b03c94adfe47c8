package uy.pfacturas.cloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import uy.pfacturas.cloud.exchange.Delivery;
import uy.pfacturas.cloud.exchange.Step;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.core.cfe.Numero;

/**
 * Delivers what is signed, the oldest first and a note never before its document, several in one
 * message. Goes by the store and not by what is in memory, so that a long backlog costs no more
 * than a short one.
 */
final class Drain {
  private static final int MOST_DOCUMENTS = 50;
  private static final int MOST_CHARS = 512 << 10;
  private static final int PAGE = 100;
  private static final Duration STUCK_WAIT = Duration.ofSeconds(60);
  private static final Duration REFERENCE_WAIT = Duration.ofMillis(50);
  private static final Duration BOARD_WAIT = Duration.ofMillis(20);

  private final Works works;
  private final Consumer<Documento> delivered;

  // Of the pass under way; one task at a time.
  private long cursor;
  private Duration again = Duration.ZERO;
  private long left = Long.MAX_VALUE;

  private long from = Long.MAX_VALUE;
  private boolean isRunning;

  /**
   * @param delivered is told of each document that the cloud took, or that DGI refused
   */
  Drain(Works works, Consumer<Documento> delivered) {
    this.works = works;
    this.delivered = delivered;
  }

  /** This document is to be delivered soon. Repeatable. */
  void add(Documento doc) {
    works.owe(doc);
    from(doc.secuencia());
  }

  private synchronized void from(long secuencia) {
    from = Math.min(from, secuencia);
    if (!isRunning) {
      isRunning = true;
      run(Duration.ZERO);
    }
  }

  private void run(Duration wait) {
    works
        .couriers()
        .runAfter(
            wait, 0, works.guard().step(works.couriers(), 0, this::pass, what -> run(STUCK_WAIT)));
  }

  private void pass() {
    Duration wait = works.board().isFull() ? BOARD_WAIT : works.cloud().untilServed();
    if (!wait.isZero()) {
      run(wait);
      return;
    }
    synchronized (this) {
      cursor = Math.min(cursor, from - 1);
      from = Long.MAX_VALUE;
    }
    List<Delivery.Pending> batch = collect();
    if (batch.isEmpty()) {
      end();
    } else {
      deliver(batch);
    }
  }

  /** Nothing more is to be delivered now: what was left waits a while, what is new does not. */
  private synchronized void end() {
    if (from != Long.MAX_VALUE) {
      run(Duration.ZERO);
    } else if (left != Long.MAX_VALUE) {
      from = left;
      left = Long.MAX_VALUE;
      run(again);
      again = Duration.ZERO;
    } else {
      isRunning = false;
    }
  }

  private List<Delivery.Pending> collect() {
    List<Delivery.Pending> batch = new ArrayList<>();
    Set<Numero> earlier = new HashSet<>();
    int chars = 0;
    List<Documento> page = works.station().abiertos(cursor, PAGE);
    while (!page.isEmpty()) {
      for (Documento doc : page) {
        if (batch.size() == MOST_DOCUMENTS || chars > MOST_CHARS) {
          return batch;
        }
        cursor = doc.secuencia();
        Optional<Contenido> content = isDue(doc, earlier) ? content(doc) : Optional.empty();
        if (content.isPresent()) {
          batch.add(new Delivery.Pending(doc, content.get()));
          earlier.add(doc.numero().orElseThrow());
          chars += content.get().xml().length();
        }
      }
      page = works.station().abiertos(cursor, PAGE);
    }
    return batch;
  }

  private Optional<Contenido> content(Documento doc) {
    return works.station().findContenido(doc.id());
  }

  private boolean isDue(Documento doc, Set<Numero> earlier) {
    if (!doc.isUndelivered() || works.desk().isUrgent(doc.id())) {
      return false;
    }
    boolean isAfterItsDocument =
        doc.referencias().stream().anyMatch(n -> isAhead(n) && !earlier.contains(n));
    if (isAfterItsDocument) {
      leave(doc, REFERENCE_WAIT);
    }
    return !isAfterItsDocument;
  }

  private boolean isAhead(Numero numero) {
    return works.backlog().contains(numero) || works.desk().isAsked(numero);
  }

  /** The next message begins with this one again. */
  private synchronized void repeat(Documento doc) {
    from = Math.min(from, doc.secuencia());
  }

  private void leave(Documento doc, Duration wait) {
    left = Math.min(left, doc.secuencia());
    again = again.isZero() || wait.compareTo(again) < 0 ? wait : again;
  }

  private void deliver(List<Delivery.Pending> batch) {
    List<Step> steps = works.delivery().deliver(batch);
    Duration wait = Duration.ZERO;
    boolean isServed = false;
    for (int i = 0; i < batch.size(); i++) {
      Documento doc = batch.get(i).documento();
      if (steps.get(i) instanceof Step.Moved moved) {
        isServed = true;
        delivered.accept(moved.documento());
      } else if (steps.get(i) instanceof Step.Later late) {
        if (wait.isZero()) {
          wait = works.cloud().notServed(late.cause(), late.reason(), late.retryAfter());
        }
        repeat(doc);
      } else if (steps.get(i) instanceof Step.Stuck stuck) {
        isServed = true;
        works.guard().wrong(doc.idErp() + ": " + stuck.motivo().mensaje());
        var unused = works.station().explicar(doc.id(), doc.situacion(), stuck.motivo());
        leave(doc, STUCK_WAIT);
      }
    }
    if (isServed) {
      works.cloud().served();
    }
    run(wait);
  }
}
