package uy.pfacturas.cloud.control;

import java.nio.file.Path;

/** Listens for commands on a port of loopback, for those who can read the data folder. */
public final class ControlServer implements AutoCloseable {
  private ControlServer() {}

  /**
   * Listens, and writes port and token to {@code control.txt} of the data folder, readable by this
   * user only.
   *
   * @throws ControlException if it cannot listen or write
   */
  public static ControlServer start(Path dataFolder, ControlHandler handler) {
    throw new UnsupportedOperationException("start " + dataFolder + handler);
  }

  /** Stops listening after the orders in work, for at most two seconds, and removes its file. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
