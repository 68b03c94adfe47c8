package uy.pfacturas.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.cloud.mailbox.Claim;
import uy.pfacturas.cloud.mailbox.MailboxException;
import uy.pfacturas.cloud.mailbox.MailboxFault;

/** The loops: one thread looks after each mailbox, one step of upkeep now and then. */
final class Runner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration PAUSED_LOOK = Duration.ofMillis(500);
  private static final Duration UPKEEP = Duration.ofSeconds(30);
  private static final Duration WATCH = Duration.ofSeconds(1);
  private static final Duration CAES = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration IDLE = Duration.ofMillis(20);

  /** A step may be long; one that is tried again and again is not waited for without end. */
  private static final int MOST_PATIENCE = 5;

  private static final Duration STEP = Duration.ofMillis(100);

  private final Engine engine;
  private final List<Thread> threads = new ArrayList<>();
  private LocalDate tidied = LocalDate.EPOCH;
  private Instant caesAsked = Instant.EPOCH;
  private boolean begun;
  private volatile boolean stopping;

  Runner(Engine engine) {
    this.engine = engine;
  }

  private synchronized void begin() {
    if (!begun) {
      begun = true;
      engine.works().board().start();
      engine.resume();
      engine.works().couriers().run(0, this::upkeep);
      engine.works().signers().run(0, this::watch);
    }
  }

  void start() {
    begin();
    for (Buzon buzon : engine.buzones().values()) {
      Thread thread = new Thread(() -> look(buzon), "buzon" + buzon.nombre());
      threads.add(thread);
      thread.start();
    }
  }

  boolean runOnce() throws InterruptedException {
    begin();
    long patience = engine.patience().toNanos();
    long seen = engine.works().guard().progress();
    long moved = System.nanoTime();
    long busy = moved;
    while (System.nanoTime() - busy < patience
        && System.nanoTime() - moved < MOST_PATIENCE * patience) {
      boolean looked = !isPaused();
      int claimed = claimAll();
      boolean idle = engine.tasks().awaitAtMost(0, STEP);
      long now = engine.works().guard().progress();
      if (claimed > 0 || now != seen) {
        seen = now;
        moved = System.nanoTime();
        busy = moved;
      } else if (!idle) {
        busy = System.nanoTime();
      } else if (looked && isDone()) {
        return true;
      } else {
        await(IDLE);
      }
    }
    return false;
  }

  /** Nothing of what was seen is left to do; a pause may still end. */
  private boolean isDone() {
    return engine.tasks().isAtRest(upkeeps()) && !isArriving() && !isPaused();
  }

  /** Whether files are to be left alone: in trouble, or before the company is known. */
  private boolean isPaused() {
    return engine.works().troubles().isPaused() || engine.companies().current().isEmpty();
  }

  /** The tasks that always wait for their time. */
  private static int upkeeps() {
    return 2;
  }

  private int claimAll() {
    int claimed = 0;
    for (Buzon buzon : engine.buzones().values()) {
      try {
        claimed += claim(buzon);
      } catch (MailboxException e) {
        unread(buzon, e);
      }
    }
    return claimed;
  }

  private void unread(Buzon buzon, MailboxException e) {
    String why = String.valueOf(e.getMessage());
    engine.works().guard().wrong(why);
    engine.watch().unread(buzon, why);
    engine.watch().look();
  }

  /** Whether a file is still coming in, so that it is worth a moment. */
  private boolean isArriving() {
    return engine.buzones().values().stream()
        .flatMap(buzon -> buzon.mailbox().waiting().stream())
        .anyMatch(
            w -> w.why().code() == MailboxFault.MOVING || w.why().code() == MailboxFault.NAME_BUSY);
  }

  private void look(Buzon buzon) {
    boolean failed = false;
    while (!stopping) {
      try {
        if (failed) {
          failed = false;
          await(PAUSED_LOOK);
        } else if (isPaused()) {
          buzon.mailbox().retry();
          engine.watch().look();
          buzon.mailbox().awaitChange(PAUSED_LOOK);
        } else if (engine.slots().room() == 0) {
          engine.slots().await(PAUSED_LOOK);
        } else if (claim(buzon) == 0) {
          buzon.mailbox().awaitChange(LOOK);
        }
      } catch (InterruptedException e) {
        stopping = true;
      } catch (MailboxException e) {
        failed = true;
        unread(buzon, e);
      } catch (RuntimeException | OutOfMemoryError e) {
        failed = true;
        LOG.error("look at the mailbox failed", e);
        engine.works().guard().wrong(String.valueOf(e.getMessage()));
      }
    }
  }

  private int claim(Buzon buzon) {
    int room = engine.slots().room();
    if (room == 0 || isPaused()) {
      return 0;
    }
    List<Claim> claims = buzon.mailbox().claim(room);
    engine.watch().read(buzon);
    engine.watch().look();
    engine.slots().take(claims.size());
    claims.forEach(claim -> engine.intake().arrive(buzon, claim));
    return claims.size();
  }

  /** The company's record, statements and old status files; again and again. */
  private void upkeep() {
    Duration next = UPKEEP;
    try {
      engine.works().cloud().looked(engine.companies().refresh());
      if (engine.companies().current().isEmpty()
          || engine.works().cloud().isAway()
          || engine.works().contingencia().isOpen()) {
        Duration wait = engine.works().cloud().untilServed();
        next = wait.compareTo(SOON) > 0 ? wait : SOON;
      }
      engine
          .works()
          .local()
          .ifPresent(local -> engine.works().troubles().set(Trouble.FIRMA, local.obstacle()));
      engine.reconcile();
      engine.issuing().keepStock();
      askForCaes();
      tidy();
    } catch (RuntimeException e) {
      LOG.warn("upkeep failed: {}", e.toString());
      engine.works().guard().wrong(String.valueOf(e.getMessage()));
    }
    if (!stopping) {
      engine.works().couriers().runAfter(next, 0, this::upkeep);
    }
  }

  /** Tells people how it stands; needs no network. */
  private void watch() {
    try {
      engine.contingency().look();
      engine
          .numberWatch()
          .look(!engine.works().cloud().isAway() && !engine.works().contingencia().isOpen());
    } catch (RuntimeException e) {
      LOG.warn("look at the work failed: {}", e.toString());
      engine.works().guard().wrong(String.valueOf(e.getMessage()));
    }
    if (!stopping) {
      engine.works().signers().runAfter(WATCH, 0, this::watch);
    }
  }

  private void askForCaes() {
    Instant now = engine.works().clock().instant();
    if (!engine.works().cloud().isAway() && !now.isBefore(caesAsked.plus(CAES))) {
      caesAsked = now;
      engine.askForCaes();
    }
  }

  private void tidy() {
    LocalDate today = LocalDate.ofInstant(engine.works().clock().instant(), ZoneOffset.UTC);
    if (!today.equals(tidied)) {
      tidied = today;
      engine.buzones().values().forEach(buzon -> buzon.mailbox().tidy());
    }
  }

  private synchronized void await(Duration max) throws InterruptedException {
    TimeUnit.MILLISECONDS.timedWait(this, max.toMillis());
  }

  /** Takes no more files; what is in work is finished by the engine. */
  @Override
  public void close() {
    stopping = true;
    engine.buzones().values().forEach(buzon -> buzon.mailbox().wake());
    boolean interrupted = false;
    for (Thread thread : threads) {
      try {
        thread.join(10_000);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
