package uy.pfacturas.cloud.contingencia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uy.pfacturas.cloud.testing.TestClock;

class ContingenciaTest {
  private static final Duration SANA = Duration.ofMinutes(1);
  private static final ContingenciaConfig CONFIG =
      new ContingenciaConfig(Duration.ofSeconds(5), 3, 50, SANA);

  private final TestClock clock = new TestClock(Instant.parse("2026-11-24T12:00:00Z"));
  private final List<Cambio> turns = new ArrayList<>();
  private final Contingencia contingencia = new Contingencia(CONFIG, () -> true, clock, turns::add);

  @Test
  void failed_fewerInARow_staysClosed() {
    fail(2);
    contingencia.served();
    fail(2);
    assertThat(contingencia.isOpen()).isFalse();
    assertThat(turns).isEmpty();
  }

  @Test
  void failed_asManyInARow_opensOnceAndSaysWhy() {
    fail(5);
    assertThat(contingencia.isOpen()).isTrue();
    assertThat(turns).containsExactly(new Cambio.Entra(clock.instant(), "no contesta", false));
  }

  @Test
  void failed_everySecondQuestion_opensByShare() {
    for (int i = 0; i < 9; i++) {
      contingencia.served();
      fail(1);
    }
    assertThat(contingencia.isOpen()).isFalse();
    contingencia.served();
    fail(1);
    assertThat(contingencia.isOpen()).isTrue();
  }

  @Test
  void served_onceOrForAWhile_doesNotCloseYet() {
    fail(3);
    contingencia.served();
    clock.pass(SANA.minusMillis(1));
    contingencia.served();
    assertThat(contingencia.isOpen()).isTrue();
  }

  @Test
  void served_throughTheWholeProbation_closes() {
    fail(3);
    contingencia.served();
    clock.pass(SANA);
    contingencia.served();
    assertThat(contingencia.isOpen()).isFalse();
    assertThat(turns.get(1)).isEqualTo(new Cambio.Sale(clock.instant(), false));
  }

  @Test
  void served_oneFailureInTheProbation_startsItAgain() {
    fail(3);
    contingencia.served();
    clock.pass(SANA.minusSeconds(1));
    fail(1);
    contingencia.served();
    clock.pass(Duration.ofSeconds(2));
    contingencia.served();
    assertThat(contingencia.isOpen()).isTrue();
  }

  @Test
  void failed_soonAfterLeaving_probationDoublesUpToSixteenTimes() {
    Duration needed = SANA;
    for (int relapse = 0; relapse < 6; relapse++) {
      fail(3);
      contingencia.served();
      clock.pass(needed.minusMillis(1));
      contingencia.served();
      assertThat(contingencia.isOpen()).as("relapse %d", relapse).isTrue();
      clock.pass(Duration.ofMillis(1));
      contingencia.served();
      assertThat(contingencia.isOpen()).as("relapse %d", relapse).isFalse();
      needed = relapse < 4 ? needed.multipliedBy(2) : needed;
    }
    clock.pass(needed.multipliedBy(3));
    fail(3);
    contingencia.served();
    clock.pass(SANA);
    contingencia.served();
    assertThat(contingencia.isOpen()).as("after a calm time").isFalse();
  }

  @Test
  void run_lineThatComesAndGoesEveryFewSeconds_turnsFewTimes() {
    for (int second = 0; second < 3600; second++) {
      if (second % 10 < 6) {
        contingencia.served();
      } else {
        fail(1);
      }
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(turns).hasSize(1);
  }

  @Test
  void enter_byHand_onlyAPersonEndsIt() {
    assertThat(contingencia.enter("a mano")).isTrue();
    contingencia.served();
    clock.pass(SANA.multipliedBy(100));
    contingencia.served();
    assertThat(contingencia.isOpen()).isTrue();
    assertThat(contingencia.leave()).isTrue();
    assertThat(contingencia.isOpen()).isFalse();
    assertThat(contingencia.leave()).isFalse();
    assertThat(turns).hasSize(2);
  }

  @Test
  void enter_byHandDuringAStay_keepsIt() {
    fail(3);
    Instant entered = clock.instant();
    contingencia.enter("a mano");
    contingencia.enter("otra vez");
    contingencia.served();
    clock.pass(SANA);
    contingencia.served();
    assertThat(contingencia.estadia().orElseThrow().aMano()).isTrue();
    assertThat(turns).last().isEqualTo(new Cambio.Confirma(entered, "a mano"));
  }

  @Test
  void leave_byHandWhileTheCloudFails_opensAgainAfterAsManyFailures() {
    fail(3);
    contingencia.leave();
    fail(2);
    assertThat(contingencia.isOpen()).isFalse();
    fail(1);
    assertThat(contingencia.isOpen()).isTrue();
  }

  @Test
  void failed_nothingCanBeSignedHere_neverOpens() {
    Contingencia unable = new Contingencia(CONFIG, () -> false, clock, turns::add);
    for (int i = 0; i < 100; i++) {
      unable.failed("no contesta");
    }
    assertThat(unable.enter("a mano")).isFalse();
    assertThat(unable.isOpen()).isFalse();
    assertThat(turns).isEmpty();
  }

  @Test
  void resume_stayOfAnEarlierRun_goesOnAndTellsNobody() {
    contingencia.resume(new Contingencia.Estadia(clock.instant(), "no contesta", false));
    assertThat(contingencia.isOpen()).isTrue();
    assertThat(turns).isEmpty();
  }

  @Test
  void config_outOfRange_isRefused() {
    assertThatThrownBy(() -> new ContingenciaConfig(Duration.ZERO, 3, 50, SANA))
        .hasMessageContaining("plazoNube");
    assertThatThrownBy(() -> new ContingenciaConfig(SANA, 0, 50, SANA))
        .hasMessageContaining("fallas");
    assertThatThrownBy(() -> new ContingenciaConfig(SANA, 3, 101, SANA))
        .hasMessageContaining("porcentaje");
    assertThatThrownBy(() -> new ContingenciaConfig(SANA, 3, 50, Duration.ZERO))
        .hasMessageContaining("sana");
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      contingencia.failed("no contesta");
    }
  }
}
