package uy.pfacturas.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Station and cloud as real processes, killed at random moments while files come in and the line
 * between them comes and goes, so that both sign. The seed is reported; {@code
 * -Dpfacturas.semilla=N} chooses it, which repeats the files and the moments, but not what the
 * machine makes of them. How many: {@code pfacturas.muertes}, {@code pfacturas.archivos}.
 */
class KillTest {
  private static final List<String> JVM =
      List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  private static final int BLOCK = 200;
  private static final String PATIENT =
      """
      plazo = "10min"
      fallas = 100
      porcentaje = 100
      """;
  private static final String IMPATIENT =
      """
      plazo = "800ms"
      fallas = 6
      porcentaje = 90
      sana = "1s"
      """;
  private static final int LONGEST_LIFE = 1_500;
  private static final int LONGEST_WORK = 250;
  private static final int TURN = 12;
  private static final long LOOK = 25;
  private static final long LOOK_AT_ALL = 200;
  private static final long PATIENCE = 120_000;

  @TempDir private Path folder;

  private final Set<Evidence.Told> seen = new HashSet<>();
  private final Map<String, Integer> signed = new HashMap<>();

  @Test
  void kill_atAnyMoment_leavesEachFileOneAnswerAndEachNumberOneUse(TestReporter reporter)
      throws Exception {
    prove(
        Integer.getInteger("pfacturas.muertes", 20),
        Integer.getInteger("pfacturas.archivos", 300),
        false,
        reporter);
  }

  @Test
  @Tag("soak")
  void kill_manyTimes_leavesEachFileOneAnswerAndEachNumberOneUse(TestReporter reporter)
      throws Exception {
    prove(
        Integer.getInteger("pfacturas.muertes", 200),
        Integer.getInteger("pfacturas.archivos", 2_000),
        true,
        reporter);
  }

  private void prove(int kills, int files, boolean pdf, TestReporter reporter) throws Exception {
    long seed = Long.getLong("pfacturas.semilla", System.nanoTime());
    reporter.publishEntry("pfacturas.semilla", Long.toString(seed));
    Random random = new Random(seed);
    try (Arena arena = new Arena(folder, Program.java(JVM), BLOCK, pdf, Optional.of(PATIENT))) {
      arena.start();
      Erp erp = new Erp(arena.mailbox(), random);
      stockUp(arena, erp);
      arena.configure(BLOCK, pdf, Optional.of(IMPATIENT));
      arena.run().start();
      for (int kill = 1; kill <= kills; kill++) {
        int due = (int) ((long) files * kill / kills);
        Program victim = random.nextInt(3) == 0 ? arena.nube() : arena.run();
        await(arena, erp, due, random, kill % 2 == 0);
        victim.kill();
        look(arena, erp);
        victim.start();
      }
      arena.line().set(Line.State.UP);
      awaitEnd(arena, files);
      boolean contingencia = staysInContingencia(arena);
      assertThat(arena.run().stop(PATIENCE)).as("run stops when asked").isTrue();
      assertThat(arena.nube().stop(PATIENCE)).as("nube stops when asked").isTrue();
      Evidence evidence = evidence(arena, contingencia);
      reporter.publishEntry("firmados aquí y por la nube", signers(evidence));
      assertThat(Verdict.faults(erp.sent(), evidence))
          .as("seed %d, %d kills%n%s", seed, kills, arena.output())
          .isEmpty();
    }
  }

  private static String signers(Evidence evidence) {
    List<Evidence.Recorded> all = evidence.recorded();
    long local = all.stream().filter(Evidence.Recorded::isLocal).count();
    return local + " " + (all.stream().filter(Evidence.Recorded::isSigned).count() - local);
  }

  /** Remembers what the ERP was told until now. */
  private void look(Arena arena, Erp erp) {
    for (Evidence.Told told : new MailboxEvidence(arena.mailbox()).told()) {
      seen.add(told);
      if (!told.hash().isEmpty()) {
        signed.putIfAbsent(told.numero(), erp.sent().size());
      }
    }
  }

  /** The first numbers come from the cloud, and so do the first signatures, however slow it is. */
  private static void stockUp(Arena arena, Erp erp) throws InterruptedException {
    erp.writeOneOfEach();
    awaitEnd(arena, erp.sent().size());
    assertThat(arena.run().stop(PATIENCE)).as("run stops when asked").isTrue();
  }

  /**
   * Writes files until so many are there, over the time until the next kill: any moment of a life,
   * its start included, or one in which documents are on their way.
   */
  private static void await(Arena arena, Erp erp, int due, Random random, boolean isAtWork)
      throws InterruptedException {
    int life = random.nextInt(LONGEST_LIFE);
    int files = due - erp.sent().size();
    for (int file = 0; file < files; file++) {
      erp.write();
      turn(arena.line(), random);
      letLive(arena, life / Math.max(1, files));
    }
    if (isAtWork) {
      awaitProgress(arena, due);
      letLive(arena, random.nextInt(LONGEST_WORK));
    }
  }

  /** The line comes and goes, and is there more often than not. */
  private static void turn(Line line, Random random) {
    if (random.nextInt(TURN) == 0) {
      Line.State[] states = Line.State.values();
      boolean isUp = random.nextInt(5) < 3;
      line.set(isUp ? Line.State.UP : states[1 + random.nextInt(states.length - 1)]);
    }
  }

  private static void letLive(Arena arena, long millis) throws InterruptedException {
    boolean ended = arena.run().endsWithin(millis);
    assertThat(ended).as("run ended by itself%n%s", arena.output()).isFalse();
  }

  /** Waits until a file was put away, unless all are. */
  private static void awaitProgress(Arena arena, int sent) throws InterruptedException {
    MailboxEvidence mailbox = new MailboxEvidence(arena.mailbox());
    long before = mailbox.filedAway();
    long now = before;
    for (long waited = 0; waited < PATIENCE && now == before && now < sent; waited += LOOK) {
      letLive(arena, LOOK);
      now = mailbox.filedAway();
    }
  }

  /** Waits until each file has its last answer and its place, or nothing moved for too long. */
  private static void awaitEnd(Arena arena, int sent) throws InterruptedException {
    MailboxEvidence mailbox = new MailboxEvidence(arena.mailbox());
    long before = -1;
    for (long idle = 0; before < 2L * sent && idle < PATIENCE; idle += LOOK_AT_ALL) {
      letLive(arena, LOOK_AT_ALL);
      long now =
          mailbox.filedAway()
              + mailbox.told().stream()
                  .filter(t -> t.estado().equals("ENTREGADO") || t.estado().equals("RECHAZADO"))
                  .count();
      idle = now == before ? idle : 0;
      before = now;
    }
  }

  /** Waits until the station leaves the contingencia by itself; whether it does not. */
  private static boolean staysInContingencia(Arena arena) throws InterruptedException {
    boolean in = arena.isInContingencia();
    for (long waited = 0; in && waited < PATIENCE; waited += LOOK_AT_ALL) {
      letLive(arena, LOOK_AT_ALL);
      in = arena.isInContingencia();
    }
    return in;
  }

  private Evidence evidence(Arena arena, boolean contingencia) {
    MailboxEvidence mailbox = new MailboxEvidence(arena.mailbox());
    try (StationEvidence station = new StationEvidence(arena.station());
        LedgerEvidence ledger = new LedgerEvidence(arena.cloud())) {
      return new Evidence(
          mailbox.told(),
          List.copyOf(seen),
          signed,
          mailbox.toldById(),
          mailbox.kept(),
          station.recorded(),
          ledger.leased(),
          station.stock(),
          mailbox.filed(),
          ledger.quarantined(),
          contingencia);
    }
  }
}
