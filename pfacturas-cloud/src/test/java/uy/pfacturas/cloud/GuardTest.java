package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.cloud.store.StoreException;

class GuardTest {
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Troubles troubles =
      new Troubles(
          new StatusListener() {
            @Override
            public void changed(String base, StatusFile status) {}

            @Override
            public void troubled(String what) {
              told.add(what);
            }

            @Override
            public void over(Trouble trouble) {
              told.add("over " + trouble);
            }
          });
  private final Guard guard = new Guard(troubles);

  @Test
  void step_diskRefusesOneWhileOthersPass_isOverWhenThatOnePasses() throws Exception {
    AtomicBoolean isFull = new AtomicBoolean(true);
    CountDownLatch done = new CountDownLatch(1);
    try (Tasks tasks = new Tasks()) {
      Tasks.Crew crew = tasks.crew("prueba", 1);
      guard.step(crew, 1, () -> writes(isFull, done), what -> {}).run();
      guard.step(crew, 2, () -> {}, what -> {}).run();
      assertThat(told).containsExactly("lleno");
      assertThat(troubles.pause()).contains("lleno");

      isFull.set(false);
      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(told).containsExactly("lleno", "over DISCO");
    assertThat(troubles.isPaused()).isFalse();
  }

  private static void writes(AtomicBoolean isFull, CountDownLatch done) {
    if (isFull.get()) {
      throw new StoreException("lleno");
    }
    done.countDown();
  }
}
