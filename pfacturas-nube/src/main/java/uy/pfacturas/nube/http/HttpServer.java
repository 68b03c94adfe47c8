package uy.pfacturas.nube.http;

import java.net.URI;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import uy.pfacturas.nube.NubeConfig;
import uy.pfacturas.nube.NubeException;

/** The server on its port, with limits on everything that comes from outside. */
public final class HttpServer implements AutoCloseable {
  private static final int MAX_BODY = 2 << 20;
  private static final int MAX_HEADERS = 16 << 10;
  private static final int MAX_CONNECTIONS = 256;
  private static final long IDLE_MS = 60_000;
  private static final long STOP_MS = 10_000;

  /** How long a stop waits on connections on which nothing is asked. */
  private static final long SHUTDOWN_IDLE_MS = 50;

  private final Server server;
  private final ServerConnector connector;
  private final boolean tls;

  private HttpServer(Server server, ServerConnector connector, boolean tls) {
    this.server = server;
    this.connector = connector;
    this.tls = tls;
  }

  /**
   * Serves the routes until closed.
   *
   * @throws NubeException if the port is taken, or the server's key cannot be used
   */
  public static HttpServer start(NubeConfig config, Api api) {
    QueuedThreadPool threads = new QueuedThreadPool(config.hilos(), Math.min(2, config.hilos()));
    threads.setName("nube");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = connector(server, config);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    long epoca = api.ledger().epoca();
    Gate gate = new Gate(new Router(api.endpoints()), api.companies(), MAX_BODY);
    server.setHandler(new GracefulHandler(new ApiHandler(gate, epoca, MAX_BODY)));
    server.setErrorHandler(new JsonErrors(epoca));
    server.setStopTimeout(STOP_MS);
    HttpServer started = new HttpServer(server, connector, config.tls().isPresent());
    try {
      server.start();
    } catch (Exception e) {
      started.close();
      throw new NubeException(
          "La nube no puede escuchar en "
              + config.host()
              + ":"
              + config.port()
              + ". Libere el puerto o elija otro; con TLS, revise el certificado del servidor.",
          e);
    }
    return started;
  }

  private static ServerConnector connector(Server server, NubeConfig config) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MAX_HEADERS);
    // Ids hold anything, slashes and dots too; routes are matched on the path as it was sent.
    http.setUriCompliance(UriCompliance.UNSAFE);
    Optional<SslContextFactory.Server> ssl = config.tls().map(TlsKey::factory);
    if (ssl.isPresent()) {
      http.addCustomizer(new SecureRequestCustomizer(false));
    }
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    ServerConnector connector =
        ssl.map(
                s ->
                    new ServerConnector(
                        server,
                        null,
                        null,
                        null,
                        0,
                        1,
                        new SslConnectionFactory(s, plain.getProtocol()),
                        plain))
            .orElseGet(() -> new ServerConnector(server, null, null, null, 0, 1, plain));
    connector.setHost(config.host());
    connector.setPort(config.port());
    connector.setIdleTimeout(IDLE_MS);
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MS);
    return connector;
  }

  /** The port that it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Where clients find it. */
  public URI address() {
    String host = connector.getHost();
    return URI.create((tls ? "https://" : "http://") + host + ":" + port() + "/");
  }

  /** Answers what is being served and stops. Repeatable. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new NubeException("La nube no terminó en orden; sus datos están a salvo.", e);
    }
  }
}
