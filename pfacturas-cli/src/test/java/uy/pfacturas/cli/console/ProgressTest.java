package uy.pfacturas.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

  private Progress progress(boolean terminal) {
    Console console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            new BufferedReader(Reader.nullReader()),
            terminal);
    return new Progress(console, Messages.of(Languages.SPANISH), "progreso", nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void at_onATerminal_drawsABarAndClosingTakesItAway() {
    try (Progress progress = progress(true)) {
      pass(Duration.ofSeconds(1));
      progress.at(5, 20);
    }
    String bar = "[#######-----------------------]  25 % 5 de 20";
    assertThat(err).hasToString("\r" + bar + "\r" + " ".repeat(bar.length()) + "\r");
    assertThat(out).hasToString("");
  }

  @Test
  void at_oftenOnATerminal_drawsTenTimesASecond() {
    try (Progress progress = progress(true)) {
      for (int done = 1; done <= 1300; done++) {
        pass(Duration.ofMillis(1));
        progress.at(done, 1300);
      }
    }
    assertThat(err.toString().split("\r\\[")).hasSize(1 + 11);
  }

  @Test
  void at_workThatIsSoonDone_showsNothing() {
    try (Progress progress = progress(true)) {
      pass(Duration.ofMillis(200));
      progress.at(50, 50);
    }
    assertThat(err).hasToString("");
  }

  @Test
  void at_oneThing_showsNothing() {
    try (Progress progress = progress(true)) {
      pass(Duration.ofMinutes(1));
      progress.at(0, 1);
    }
    assertThat(err).hasToString("");
  }

  @Test
  void at_whereNobodyWatches_writesALineEveryTenSeconds() {
    try (Progress progress = progress(false)) {
      for (int done = 1; done <= 25; done++) {
        pass(Duration.ofSeconds(1));
        progress.at(done, 25);
      }
    }
    assertThat(err.toString().lines()).containsExactly("10 de 25", "20 de 25");
  }

  @Test
  void aside_linesStandAboveTheBar() {
    Progress progress = progress(true);
    pass(Duration.ofSeconds(1));
    progress.at(20, 20);
    String bar = err.toString();
    progress.aside(() -> assertThat(err.toString()).endsWith(" \r"));

    assertThat(err.toString()).endsWith(bar).contains("] 100 % 20 de 20");
  }
}
