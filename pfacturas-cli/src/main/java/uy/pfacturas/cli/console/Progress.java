package uy.pfacturas.cli.console;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how far work of many parts is: a bar where a person watches, else a line now and then; both
 * beside the answer. Work that is soon done shows nothing. Thread-safe.
 */
public final class Progress implements AutoCloseable {
  private static final long SOON = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long FRAME = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LINE = TimeUnit.SECONDS.toNanos(10);
  private static final int WIDTH = 30;
  private static final int PERCENT = 100;

  private final PrintWriter err;
  private final boolean isBar;
  private final Messages messages;
  private final String key;
  private final LongSupplier nanos;
  private long next;
  private String drawn = "";

  Progress(Console console, Messages messages, String key, LongSupplier nanos) {
    this.err = console.err();
    this.isBar = console.terminal();
    this.messages = messages;
    this.key = key;
    this.nanos = nanos;
    this.next = nanos.getAsLong() + (isBar ? SOON : LINE);
  }

  /**
   * Of work that begins now.
   *
   * @param key of the sentence that says how much is done, and of how much
   */
  public static Progress begin(Console console, Messages messages, String key) {
    return new Progress(console, messages, key, System::nanoTime);
  }

  /**
   * So much is done.
   *
   * @param total of how much, as far as is known by now; nothing is shown below two
   */
  public synchronized void at(long done, long total) {
    long now = nanos.getAsLong();
    if (total < 2 || now - next < 0) {
      return;
    }
    next = now + (isBar ? FRAME : LINE);
    String text = messages.get(key, done, total);
    if (isBar) {
      draw(bar(done, total) + " " + text);
    } else {
      err.println(text);
    }
  }

  /** Writes lines that belong to the work, above the bar. */
  public synchronized void aside(Runnable lines) {
    String bar = drawn;
    wipe();
    lines.run();
    draw(bar);
  }

  private static String bar(long done, long total) {
    long part = Math.min(done, total) * PERCENT / total;
    int full = (int) (part * WIDTH / PERCENT);
    String percent = " ".repeat(part < 10 ? 2 : part < PERCENT ? 1 : 0) + part + " %";
    return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + percent;
  }

  private void draw(String bar) {
    String rest = " ".repeat(Math.max(drawn.length() - bar.length(), 0));
    if (!bar.isEmpty()) {
      err.print("\r" + bar + rest);
      err.flush();
    }
    drawn = bar;
  }

  private void wipe() {
    if (!drawn.isEmpty()) {
      err.print("\r" + " ".repeat(drawn.length()) + "\r");
      err.flush();
      drawn = "";
    }
  }

  /** Takes the bar away. */
  @Override
  public synchronized void close() {
    wipe();
  }
}
