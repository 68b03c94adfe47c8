package uy.pfacturas.cloud;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import uy.pfacturas.cloud.exchange.Delivery;
import uy.pfacturas.cloud.exchange.Step;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Forgotten;

/**
 * Delivers again, one after the other and the oldest first, what a restored cloud has forgotten;
 * new documents go before it.
 */
final class Redelivery {
  private static final int PAGE = 50;
  private static final int LOOK = 500;
  private static final Duration STUCK_WAIT = Duration.ofSeconds(60);

  private final Works works;
  private final Forgotten forgotten;
  private final Consumer<Documento> teller;
  private final AtomicBoolean running = new AtomicBoolean();

  /**
   * @param teller tells the ERP of a document that DGI has refused meanwhile
   */
  Redelivery(Works works, Forgotten forgotten, Consumer<Documento> teller) {
    this.works = works;
    this.forgotten = forgotten;
    this.teller = teller;
  }

  /** Begins, where there is something to do and it is not being done. */
  void run() {
    if (forgotten.isAny() && running.compareAndSet(false, true)) {
      next(Duration.ZERO, 0);
    }
  }

  private void next(Duration wait, long after) {
    works
        .couriers()
        .runAfter(
            wait,
            Long.MAX_VALUE,
            works
                .guard()
                .step(
                    works.couriers(),
                    Long.MAX_VALUE,
                    () -> step(after),
                    what -> next(STUCK_WAIT, after)));
  }

  private void step(long after) {
    Duration away = works.cloud().untilServed();
    if (!away.isZero()) {
      next(away, after);
    } else if (forgotten.look()) {
      next(Duration.ZERO, after);
    } else {
      List<Documento> page = forgotten.next(after, PAGE);
      if (after == 0) {
        announce();
      }
      if (!page.isEmpty()) {
        deliver(page, after);
      } else if (after > 0 && forgotten.isAny()) {
        // What is left is what only a person can settle; it is tried again, seldom.
        next(STUCK_WAIT, 0);
      } else {
        running.set(false);
      }
    }
  }

  /** A note must not overtake its document, also when both were delivered once. */
  private void announce() {
    long after = 0;
    List<Documento> page = forgotten.next(after, LOOK);
    while (!page.isEmpty()) {
      page.forEach(doc -> works.backlog().add(doc.numero().orElseThrow()));
      after = page.get(page.size() - 1).secuencia();
      page = forgotten.next(after, LOOK);
    }
  }

  private void deliver(List<Documento> page, long after) {
    List<Step> steps =
        works
            .delivery()
            .deliver(
                page.stream()
                    .map(
                        doc ->
                            new Delivery.Pending(
                                doc, works.station().findContenido(doc.id()).orElseThrow()))
                    .toList());
    Optional<Step.Later> late = Optional.empty();
    for (int i = 0; i < page.size(); i++) {
      if (steps.get(i) instanceof Step.Later later) {
        late = Optional.of(later);
      } else {
        settled(page.get(i), steps.get(i));
      }
    }
    if (late.isPresent()) {
      Step.Later why = late.get();
      next(works.cloud().notServed(why.cause(), why.reason(), why.retryAfter()), after);
    } else {
      works.cloud().served();
      next(Duration.ZERO, page.get(page.size() - 1).secuencia());
    }
  }

  private void settled(Documento doc, Step step) {
    if (step instanceof Step.Stuck stuck) {
      works.guard().wrong(doc.idErp() + ": " + stuck.motivo().mensaje());
      return;
    }
    works.backlog().remove(doc.numero().orElseThrow());
    if (step instanceof Step.Moved moved && moved.documento().situacion().isClosed()) {
      teller.accept(moved.documento());
    }
  }
}
