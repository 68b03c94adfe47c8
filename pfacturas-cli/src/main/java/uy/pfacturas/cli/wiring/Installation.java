package uy.pfacturas.cli.wiring;

import java.nio.file.Path;
import java.util.Optional;
import uy.pfacturas.cloud.Synchronizer;
import uy.pfacturas.cloud.client.HttpNubeClient;
import uy.pfacturas.cloud.control.ControlHandler;
import uy.pfacturas.cloud.control.ControlServer;
import uy.pfacturas.nube.Nube;

/** An installation that is open in this process. Close it to give everything back. */
public final class Installation implements AutoCloseable {
  private final Synchronizer synchronizer;
  private final StationOrders orders;
  private final HttpNubeClient client;
  private final Optional<Nube> embedded;
  private final Path data;
  private Optional<ControlServer> control = Optional.empty();

  Installation(
      Synchronizer synchronizer,
      StationOrders orders,
      HttpNubeClient client,
      Optional<Nube> embedded,
      Path data) {
    this.synchronizer = synchronizer;
    this.orders = orders;
    this.client = client;
    this.embedded = embedded;
    this.data = data;
  }

  /** Starts to work, and listens for commands. */
  public void serve() {
    control = Optional.of(ControlServer.start(data, orders));
    synchronizer.start();
  }

  /** Its synchronizer. */
  public Synchronizer synchronizer() {
    return synchronizer;
  }

  /** What it does when a command asks. */
  public ControlHandler orders() {
    return orders;
  }

  /** Finishes the steps under way; the cloud last, since they may need it. */
  @Override
  public void close() {
    control.ifPresent(ControlServer::close);
    synchronizer.close();
    client.close();
    embedded.ifPresent(Nube::close);
  }
}
