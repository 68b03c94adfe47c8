package uy.pfacturas.nube;

import java.net.URI;
import java.time.Clock;
import uy.pfacturas.nube.company.Companies;

/** A running cloud. Thread-safe. */
public final class Nube implements AutoCloseable {
  private Nube() {}

  /**
   * Opens the data folder and serves until closed. Numbers that were given before are kept; nothing
   * is given twice, whatever ended the last run.
   *
   * @param clock time of signing and of the CAEs' dates; its zone is not looked at
   * @throws NubeException if the folder belongs to another world, is open elsewhere or damaged, or
   *     the port is taken
   */
  public static Nube start(NubeConfig config, Clock clock) {
    throw new UnsupportedOperationException("start " + config + clock);
  }

  /** The port that it listens on. */
  public int port() {
    throw new UnsupportedOperationException();
  }

  /** Where clients find it, such as {@code http://127.0.0.1:8080/}; without {@code /v1}. */
  public URI address() {
    throw new UnsupportedOperationException();
  }

  /** Its companies, to administer them while it runs. */
  public Companies companies() {
    throw new UnsupportedOperationException();
  }

  /** Answers what is being served, refuses the rest, and closes the folder. Repeatable. */
  @Override
  public void close() {}
}
