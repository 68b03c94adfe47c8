package uy.pfacturas.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Station and cloud as real processes, killed at random moments while files come in. How many kills
 * and files: properties {@code pfacturas.muertes} and {@code pfacturas.archivos}; which moments:
 * {@code pfacturas.semilla}.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("pfacturas.muertes", 20);
  private static final int FILES = Integer.getInteger("pfacturas.archivos", 500);
  private static final int LONGEST_LIFE_MILLIS = 1_500;
  private static final long LOOK_MILLIS = 100;
  private static final long PATIENCE_MILLIS = 60_000;

  @TempDir private Path folder;

  @Test
  void kill_atAnyMoment_leavesEveryFileOneAnswerAndEveryNumberOneUse() throws Exception {
    long seed = Long.getLong("pfacturas.semilla", System.nanoTime());
    Random random = new Random(seed);
    try (Arena arena = new Arena(folder)) {
      arena.start();
      int dropped = 0;
      for (int kill = 1; kill <= KILLS; kill++) {
        for (; dropped < (long) FILES * kill / KILLS; dropped++) {
          arena.drop("F" + dropped);
        }
        Program victim = random.nextInt(3) == 0 ? arena.nube() : arena.run();
        boolean ended = victim.endsWithin(random.nextInt(LONGEST_LIFE_MILLIS));
        assertThat(ended).as("ended by itself%n%s", arena.output()).isFalse();
        victim.kill();
        victim.start();
      }
      awaitEnd(arena, seed);
      assertThat(arena.run().stop(PATIENCE_MILLIS)).as("run stops when asked").isTrue();
      assertThat(arena.nube().stop(PATIENCE_MILLIS)).as("nube stops when asked").isTrue();
      check(arena, seed);
    }
  }

  private void awaitEnd(Arena arena, long seed) throws InterruptedException {
    long delivered = -1;
    long idle = 0;
    while (delivered < FILES && idle < PATIENCE_MILLIS) {
      long now = Outcomes.delivered(arena.mailbox());
      idle = now == delivered ? idle + LOOK_MILLIS : 0;
      delivered = now;
      boolean ended = arena.run().endsWithin(LOOK_MILLIS);
      assertThat(ended).as("run ended by itself, seed %d%n%s", seed, arena.output()).isFalse();
    }
  }

  private static void check(Arena arena, long seed) {
    Map<String, String> answers = Outcomes.answers(arena.mailbox());
    assertThat(answers).as("an answer for each file, seed %d", seed).hasSize(FILES);
    assertThat(answers.values())
        .as("all delivered, seed %d%n%s", seed, arena.output())
        .allMatch(answer -> answer.startsWith("ENTREGADO "))
        .doesNotHaveDuplicates();

    List<Outcomes.Leased> ledger = Outcomes.ledger(arena.cloud());
    Map<String, String> firm =
        ledger.stream()
            .filter(n -> n.estado().equals("FIRME"))
            .collect(
                Collectors.toMap(
                    n -> n.id().substring(n.id().indexOf('/') + 1),
                    n -> "ENTREGADO " + n.texto(),
                    (a, b) -> a + " and " + b,
                    TreeMap::new));
    assertThat(firm).as("the cloud holds what the ERP was told, seed %d", seed).isEqualTo(answers);
    assertThat(Outcomes.quarantined(arena.cloud())).as("contradictions, seed %d", seed).isZero();
    checkNumbers(ledger, seed);
  }

  /** Leased without a gap; what is not used is annulled, or stock in front of the last block. */
  private static void checkNumbers(List<Outcomes.Leased> ledger, long seed) {
    Set<String> states = new HashSet<>();
    int previous = 0;
    boolean stock = false;
    for (Outcomes.Leased number : ledger) {
      assertThat(number.nro()).as("no number is skipped, seed %d", seed).isEqualTo(previous + 1);
      previous = number.nro();
      states.add(number.estado());
      stock |= number.estado().equals("EN_BLOQUE");
      assertThat(stock && !number.estado().equals("EN_BLOQUE"))
          .as("a number after %s is used and one before it is not, seed %d", number.texto(), seed)
          .isFalse();
    }
    assertThat(states).as("states, seed %d", seed).isSubsetOf("FIRME", "ANULADO", "EN_BLOQUE");
  }
}
