package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.archive.Archive;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.mailbox.Identity;
import uy.pfacturas.cloud.mailbox.LargeFiles;
import uy.pfacturas.cloud.mailbox.Mailbox;
import uy.pfacturas.cloud.mailbox.MailboxConfig;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.cloud.mailbox.StatusFileBuilder;
import uy.pfacturas.cloud.testing.TestClock;
import uy.pfacturas.core.input.PedidoReader;
import uy.pfacturas.core.input.Syntax;

@Timeout(60)
class StatusBoardTest {
  private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
  private static final int MANY = 100;

  @TempDir private Path folder;

  @Test
  void post_firstAnswerBehindManyOthers_isWrittenLongBeforeTheirEnd() throws Exception {
    List<Integer> writtenBefore = new ArrayList<>();

    queue(
        (board, buzon) -> {
          for (int i = 0; i < MANY; i++) {
            board.post(post(buzon, "entregado-" + i, List.of()));
          }
          assertThat(board.isFull()).isFalse();
          board.post(post(buzon, "nueva", List.of(() -> writtenBefore.add(delivered()))));
        });

    assertThat(writtenBefore).singleElement().satisfies(n -> assertThat(n).isLessThan(16));
    assertThat(delivered()).isEqualTo(MANY);
  }

  @Test
  void post_firstAnswersWithoutEnd_leaveRoomForOthers() throws Exception {
    List<Integer> writtenBefore = new ArrayList<>();

    queue(
        (board, buzon) -> {
          for (int i = 0; i < MANY * 2; i++) {
            board.post(post(buzon, "nueva-" + i, List.of(() -> writtenBefore.add(delivered()))));
          }
          for (int i = 0; i < MANY; i++) {
            board.post(post(buzon, "entregado-" + i, List.of()));
          }
          assertThat(board.isFull()).isTrue();
        });

    assertThat(writtenBefore).hasSize(MANY * 2).startsWith(0);
    assertThat(writtenBefore.get(MANY * 2 - 1)).isGreaterThan(MANY / 4);
  }

  /** Everything is posted while the board writes something else, and is written at the end. */
  private void queue(BiConsumer<StatusBoard, Buzon> posts) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch queued = new CountDownLatch(1);
    try (Tasks tasks = new Tasks();
        Mailbox mailbox = mailbox();
        StatusBoard board = new StatusBoard(tasks, (base, status) -> {}, ids -> {})) {
      Buzon buzon = new Buzon("", mailbox, new Archive(folder), Hogar.TODOS);
      board.start();
      board.post(post(buzon, "espera", List.of(begun::countDown, () -> await(queued))));
      begun.await();
      posts.accept(board, buzon);
      queued.countDown();
    }
  }

  private int delivered() {
    try (Stream<Path> files = Files.list(folder.resolve("buzon/salida"))) {
      return (int)
          files.filter(f -> f.getFileName().toString().matches("entregado-.*\\.json")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StatusBoard.Post post(Buzon buzon, String base, List<Runnable> after) {
    StatusFile status =
        StatusFileBuilder.builder()
            .estado(Estado.ENTREGADO)
            .desde(OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC))
            .id(Optional.of(base))
            .build();
    return new StatusBoard.Post(buzon, base, status, 0, Optional.empty(), after);
  }

  private Mailbox mailbox() {
    MailboxConfig config =
        new MailboxConfig(
            folder.resolve("buzon"),
            Identity.FILE_ID,
            Syntax.DEFAULT,
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            Duration.ofDays(30),
            Duration.ofSeconds(10),
            Locale.ROOT);
    return Mailbox.open(
        config, new PedidoReader(Syntax.DEFAULT), new LargeFiles(), new TestClock(NOW));
  }
}
