package uy.pfacturas.cloud;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Bounds how many files are in work, so that the rest waits in the mailbox. Thread-safe. */
final class Slots {
  private final int most;
  private int used;

  Slots(int most) {
    this.most = most;
  }

  /** Room for so many more, once half of all is free or nothing is in work. */
  synchronized int room() {
    int room = most - used;
    return room * 2 >= most ? room : 0;
  }

  synchronized void take(int files) {
    used += files;
  }

  synchronized void free() {
    used--;
    notifyAll();
  }

  /** Waits until there is room. */
  synchronized void await(Duration max) throws InterruptedException {
    if (room() == 0) {
      TimeUnit.NANOSECONDS.timedWait(this, max.toNanos());
    }
  }

  synchronized int used() {
    return used;
  }
}
