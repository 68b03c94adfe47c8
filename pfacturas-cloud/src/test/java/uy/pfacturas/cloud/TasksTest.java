package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TasksTest {
  @Test
  void isAtRest_taskThatComesAgainAndAgain_isNeverMissed() throws Exception {
    CountDownLatch left = new CountDownLatch(500);
    long missed = 0;
    try (Tasks tasks = new Tasks()) {
      again(tasks.crew("prueba", 1), left);
      while (left.getCount() > 0) {
        missed += tasks.isAtRest(0) && left.getCount() > 0 ? 1 : 0;
      }
      assertThat(left.await(1, TimeUnit.SECONDS)).isTrue();
      assertThat(tasks.awaitAtMost(0, Duration.ofSeconds(5))).isTrue();
      assertThat(tasks.isAtRest(0)).isTrue();
    }
    assertThat(missed).as("times at rest while a task was to come").isZero();
  }

  @Test
  void runAfter_takenBackAsItsTimeComes_isCountedOnce() throws Exception {
    try (Tasks tasks = new Tasks()) {
      Tasks.Crew crew = tasks.crew("prueba", 1);
      for (int i = 0; i < 3_000; i++) {
        Runnable takeBack = crew.runAfter(Duration.ofMillis(1), 0, () -> {});
        long due = System.nanoTime() + 900_000 + i % 100 * 4_000L;
        while (System.nanoTime() - due < 0) {
          Thread.onSpinWait();
        }
        takeBack.run();
      }
      while (!tasks.isAtRest(0)) {
        Thread.onSpinWait();
      }
      assertThat(tasks.isAtRest(-1)).as("more were taken back than waited").isFalse();
    }
  }

  private static void again(Tasks.Crew crew, CountDownLatch left) {
    crew.runAfter(
        Duration.ofMillis(1),
        0,
        () -> {
          if (left.getCount() > 1) {
            again(crew, left);
          }
          left.countDown();
        });
  }
}
