package uy.pfacturas.cloud.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.exchange.Delivery;
import uy.pfacturas.cloud.exchange.Step;
import uy.pfacturas.cloud.exchange.Supply;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Retiro;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.station.Toma;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * What a station does with its parts, one step at a time: the order of steps that the synchronizer
 * has in its threads. Holds nothing that a stop would lose.
 */
class Till {
  /** How long a cashier waits for a level (plazo_entrega). */
  static final Duration PLAZO_ENTREGA = Duration.ofSeconds(20);

  final Machine machine;
  final Parts parts;

  Till(Machine machine, Parts parts) {
    this.machine = machine;
    this.parts = parts;
  }

  /** The next step of one invoice, whatever it is. */
  void turn(Sale sale) {
    if (machine.rests(sale)) {
      return;
    }
    Optional<Documento> stored = parts.station().find(sale.id());
    boolean free = isFree(stored) || (isElsewhere(stored) && isPermitted(sale.id()));
    if (sale.hasFile() && free) {
      number(sale);
    } else if (stored.isPresent()) {
      step(sale, stored.get());
    }
  }

  private static boolean isFree(Optional<Documento> stored) {
    return stored
        .map(Documento::situacion)
        .filter(s -> s != Situacion.RECIBIDO && s != Situacion.RECHAZADO)
        .isEmpty();
  }

  private static boolean isElsewhere(Optional<Documento> stored) {
    return stored.filter(d -> d.situacion() == Situacion.EN_OTRA_ESTACION).isPresent();
  }

  private boolean isPermitted(String id) {
    return parts.station().tomas().isPermitida(id);
  }

  /**
   * A person takes an id over from another station, as {@code replay --tomar} does it.
   *
   * @param strange whether it never was at this station
   * @return whether it is so
   */
  boolean take(String id, boolean strange) {
    boolean taken = strange || isElsewhere(parts.station().find(id));
    if (taken) {
      parts.station().tomas().permitir(id);
      machine.world().trace(() -> machine.name() + " TAKES " + id + " OVER");
      machine.moment();
    }
    return taken;
  }

  private void step(Sale sale, Documento doc) {
    if (doc.situacion() == Situacion.ENVIANDO) {
      decide(sale, doc);
    } else {
      machine.moment();
      if (sale.hasFile() && !doc.situacion().equals(Situacion.RECIBIDO)) {
        sale.answered();
      }
      if (doc.situacion().isSigned()) {
        finish(sale, doc);
      }
      if (!doc.isOpen()) {
        machine.rest(sale);
      }
    }
  }

  void number(Sale sale) {
    if (parts.station().tomar(sale.record(), sale.contenido()) instanceof Toma.SinNumero) {
      machine.moment();
      supply(sale.tipo());
    }
  }

  private void supply(TipoCfe tipo) {
    if (parts.supply().ensure(tipo) instanceof Supply.Outcome.Later late) {
      parts.contingencia().failed(late.reason());
    }
  }

  /** One of the two signs: the cloud, or this station. */
  void decide(Sale sale, Documento doc) {
    boolean overdue = isOver(doc, Parts.PATIENCE.plazoNube());
    if (parts.contingencia().isAble() && (parts.contingencia().isOpen() || overdue)) {
      signHere(sale, doc);
    } else {
      ask(sale, doc);
    }
  }

  private boolean isOver(Documento doc, Duration plazo) {
    // A clock that was put back must not make anybody wait for it.
    return Duration.between(doc.desde(), machine.watch().instant()).abs().compareTo(plazo) > 0;
  }

  void ask(Sale sale, Documento doc) {
    Contenido contenido = parts.station().findContenido(doc.id()).orElseThrow();
    after(sale, parts.signing().ask(doc, sale.cfe(), contenido));
  }

  void signHere(Sale sale, Documento doc) {
    Contenido contenido = parts.station().findContenido(doc.id()).orElseThrow();
    Step step = parts.local().sign(doc, sale.cfe(), contenido);
    after(sale, step);
    if (step instanceof Step.Later) {
      ask(sale, doc);
    }
  }

  private void after(Sale sale, Step step) {
    machine
        .world()
        .trace(() -> machine.name() + " " + sale + " " + step.getClass().getSimpleName());
    if (step instanceof Step.Later late) {
      parts.contingencia().failed(late.reason());
    } else {
      parts.contingencia().served();
    }
    if (step instanceof Step.Moved moved && moved.documento().situacion() == Situacion.RECHAZADO) {
      machine.moment();
      sale.refused(moved.documento().huella());
    }
  }

  /** Delivery beside the decision; paper when the law lets it be handed over. */
  void finish(Sale sale, Documento doc) {
    if (doc.isUnprinted() && isReleased(doc)) {
      if (!sale.isSentFirst() || doc.nivel() > 1) {
        print(doc);
      } else if (isTooLate(doc)) {
        printBeforeDgi(doc);
      }
    }
    if (doc.isUndelivered() || (doc.isUnprinted() && sale.isSentFirst())) {
      deliver(sale, doc);
    }
  }

  /** Whether no other station can have it, too. */
  boolean isReleased(Documento doc) {
    return doc.isReleased();
  }

  /** The customer goes; that DGI did not have it is noted first (I6). */
  void printBeforeDgi(Documento doc) {
    parts.station().anotarAntesDeDgi(doc.id()).ifPresent(this::print);
  }

  /** The cashier does not wait longer (I7). */
  boolean isTooLate(Documento doc) {
    return isOver(doc, PLAZO_ENTREGA);
  }

  void print(Documento doc) {
    machine.moment();
    machine
        .world()
        .judge()
        .printed(machine, doc.id(), doc.numero().orElseThrow(), doc.hash().orElseThrow());
    machine.moment();
    parts.station().impreso(doc.id());
  }

  private void deliver(Sale sale, Documento doc) {
    Contenido stored = parts.station().findContenido(doc.id()).orElseThrow();
    boolean waits = doc.isUnprinted() && sale.isSentFirst();
    if (waits || machine.world().chance().percent(50)) {
      after(sale, parts.delivery().deliver(doc, stored, waits));
    } else {
      deliverAll();
    }
  }

  /** All that is open in one message. */
  private void deliverAll() {
    List<Delivery.Pending> pending = new ArrayList<>();
    for (Documento doc : parts.station().abiertos(0, 50)) {
      if (doc.isUndelivered()) {
        pending.add(
            new Delivery.Pending(doc, parts.station().findContenido(doc.id()).orElseThrow()));
      }
    }
    if (!pending.isEmpty()) {
      var steps = parts.delivery().deliver(pending);
      machine.world().trace(() -> machine.name() + " delivered " + steps.size());
    }
  }

  /** What a station does beside its invoices. */
  void upkeep() {
    parts.supply().low().forEach(this::supply);
    machine.mendCopy(parts.store());
    var look = parts.pulse().look();
    machine.world().trace(() -> machine.name() + " " + look.getClass().getSimpleName());
    redeliver();
    Optional<Answer.NotServed<Boolean>> failed = parts.supply().state();
    failed.ifPresent(
        why -> machine.world().trace(() -> machine.name() + " states: " + why.reason()));
    List<String> done =
        parts.station().abiertos(0, 50).stream()
            .filter(doc -> !doc.isOpen())
            .map(Documento::id)
            .toList();
    if (!done.isEmpty()) {
      parts.station().terminar(done);
    }
  }

  /** What a restored cloud may have forgotten is delivered again. */
  void redeliver() {
    if (parts.forgotten().isAny() && !parts.forgotten().look()) {
      parts.forgotten().next(0, 50).forEach(this::deliverAgain);
    }
  }

  private void deliverAgain(Documento doc) {
    Contenido stored = parts.station().findContenido(doc.id()).orElseThrow();
    var unused = parts.delivery().deliver(doc, stored, false);
  }

  /** Whether nothing is left to be done. */
  boolean isDone() {
    return !parts.forgotten().isAny()
        && !parts.numbers().vida().porDeclarar()
        && parts.station().abiertos(0, 1).isEmpty()
        && parts.numbers().sinUso().isEmpty();
  }

  void withdraw(Sale sale) {
    if (parts.station().retirar(sale.id()) instanceof Retiro.Retirado) {
      machine.world().trace(() -> machine.name() + " withdrew " + sale);
    }
  }
}
