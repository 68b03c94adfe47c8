package uy.pfacturas.cloud.contingencia;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whether documents are signed here because the cloud does not serve. Enters and leaves by itself,
 * with hysteresis: failures in a row or a share of them open it; only health that lasts closes it,
 * and the longer, the sooner it failed again before. Or by hand, and then a person ends it.
 * Thread-safe; turns are told while the lock is held, so in their order.
 */
public final class Contingencia {
  private static final int WINDOW = 20;
  private static final int MOST_DOUBLINGS = 4;

  /**
   * A stay.
   *
   * @param desde since when
   * @param causa why, for a person
   * @param aMano whether a person asked for it
   */
  public record Estadia(Instant desde, String causa, boolean aMano) {}

  private final ContingenciaConfig config;
  private final BooleanSupplier able;
  private final Clock clock;
  private final Consumer<Cambio> told;
  private final Deque<Boolean> answers = new ArrayDeque<>();
  private int failures;
  private int relapses;
  private Optional<Estadia> stay = Optional.empty();
  private Optional<Instant> healthySince = Optional.empty();
  private Optional<Instant> left = Optional.empty();

  /**
   * Closed.
   *
   * @param able whether documents can be signed here now; otherwise it is not entered
   * @param told is told of every turn
   */
  public Contingencia(
      ContingenciaConfig config, BooleanSupplier able, Clock clock, Consumer<Cambio> told) {
    this.config = config;
    this.able = able;
    this.clock = clock;
    this.told = told;
  }

  /** How long a document waits for the cloud before it is signed here. */
  public Duration plazo() {
    return config.plazoNube();
  }

  /** Whether documents are signed here, without asking the cloud. */
  public synchronized boolean isOpen() {
    return stay.isPresent();
  }

  /** Whether documents can be signed here. */
  public boolean isAble() {
    return able.getAsBoolean();
  }

  /** The stay under way; empty while the cloud signs. */
  public synchronized Optional<Estadia> estadia() {
    return stay;
  }

  /** Goes on with a stay that an earlier run began; tells nobody. */
  public synchronized void resume(Estadia earlier) {
    stay = Optional.of(earlier);
  }

  /** The cloud served. */
  public synchronized void served() {
    failures = 0;
    remember(true);
    if (stay.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Instant since = healthySince.filter(s -> !s.isAfter(now)).orElse(now);
    healthySince = Optional.of(since);
    if (!stay.get().aMano() && !now.isBefore(since.plus(probation()))) {
      leave(now, false);
    }
  }

  /**
   * The cloud did not serve, or a document waited longer than it may.
   *
   * @param why for a person
   */
  public synchronized void failed(String why) {
    failures++;
    healthySince = Optional.empty();
    remember(false);
    if (failures >= config.fallas() || isShareReached()) {
      enter(why, false);
    }
  }

  /**
   * Enters by hand; from then on only {@link #leave()} ends it. Repeatable.
   *
   * @return false if documents cannot be signed here
   */
  public synchronized boolean enter(String why) {
    if (stay.filter(s -> !s.aMano()).isPresent()) {
      stay = stay.map(s -> new Estadia(s.desde(), s.causa(), true));
      told.accept(new Cambio.Confirma(clock.instant(), why));
    } else {
      enter(why, true);
    }
    return stay.isPresent();
  }

  /**
   * Leaves by hand, whatever the cloud does; it is entered again when the cloud goes on failing.
   *
   * @return false if there was no stay
   */
  public synchronized boolean leave() {
    boolean was = stay.isPresent();
    if (was) {
      leave(clock.instant(), true);
    }
    return was;
  }

  private void enter(String why, boolean byHand) {
    if (stay.isPresent() || !isAble()) {
      return;
    }
    Instant now = clock.instant();
    boolean isRelapse =
        left.filter(at -> now.isBefore(at.plus(probation().multipliedBy(2)))).isPresent();
    relapses = isRelapse ? Math.min(relapses + 1, MOST_DOUBLINGS) : 0;
    healthySince = Optional.empty();
    stay = Optional.of(new Estadia(now, why, byHand));
    told.accept(new Cambio.Entra(now, why, byHand));
  }

  private void leave(Instant now, boolean byHand) {
    stay = Optional.empty();
    left = byHand ? Optional.empty() : Optional.of(now);
    failures = 0;
    answers.clear();
    told.accept(new Cambio.Sale(now, byHand));
  }

  private Duration probation() {
    return config.sana().multipliedBy(1L << relapses);
  }

  private void remember(boolean served) {
    answers.addLast(served);
    if (answers.size() > WINDOW) {
      answers.removeFirst();
    }
  }

  private boolean isShareReached() {
    long failed = answers.stream().filter(served -> !served).count();
    return answers.size() == WINDOW && failed * 100 >= (long) config.porcentaje() * WINDOW;
  }
}
