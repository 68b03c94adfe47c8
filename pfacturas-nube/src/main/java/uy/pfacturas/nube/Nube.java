package uy.pfacturas.nube;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Properties;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.nube.cae.CaeBook;
import uy.pfacturas.nube.client.ClientDesk;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.nube.company.SigningKeys;
import uy.pfacturas.nube.document.SigningDesk;
import uy.pfacturas.nube.http.Api;
import uy.pfacturas.nube.http.HttpServer;
import uy.pfacturas.nube.ledger.Ledger;
import uy.pfacturas.nube.rut.Taxpayers;
import uy.pfacturas.nube.store.Store;
import uy.pfacturas.signing.provider.Cryptography;
import uy.pfacturas.signing.provider.Providers;

/** A running cloud. Thread-safe. */
public final class Nube implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Nube.class);

  private final Store store;
  private final Companies companies;
  private final ClientDesk clients;
  private final HttpServer server;

  private Nube(Store store, Companies companies, ClientDesk clients, HttpServer server) {
    this.store = store;
    this.companies = companies;
    this.clients = clients;
    this.server = server;
  }

  /**
   * Opens the data folder and serves until closed. Numbers that were given before are kept; nothing
   * is given twice, whatever ended the last run.
   *
   * @param clock time of signing and of the CAEs' dates; its zone is not looked at
   * @throws NubeException if the folder belongs to another world, is open elsewhere or damaged, or
   *     the port is taken
   */
  public static Nube start(NubeConfig config, Clock clock) {
    return start(config, clock, inside -> ClientDesk.NONE);
  }

  /**
   * The same, and serves clients without a station.
   *
   * @param clients makes who serves them, before any of them asks
   */
  public static Nube start(
      NubeConfig config, Clock clock, Function<Inside, ? extends ClientDesk> clients) {
    Store store = Store.open(config.carpeta(), config.marca(), config.ambiente(), clock);
    try {
      SigningKeys keys =
          new SigningKeys(
              store, config.firma(), cryptography(config), config.confianzaFirma(), clock);
      CaeBook cae = new CaeBook(store, config.confianzaCae(), config.ambiente(), clock);
      Companies companies = new Companies(store, config.ambiente(), keys, cae, clock);
      Ledger ledger = new Ledger(store, clock);
      SigningDesk desk = new SigningDesk(ledger, keys, companies, clock);
      Taxpayers taxpayers = new Taxpayers(store, config.ambiente(), clock);
      Inside inside = new Inside(ledger, desk, companies, cae, taxpayers, config.ambiente(), clock);
      ClientDesk desks = clients.apply(inside);
      Api api =
          new Api(
              ledger, desk, companies, cae, taxpayers, desks, config.ambiente(), clock, version());
      return new Nube(store, companies, desks, HttpServer.start(config, api));
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Cryptography cryptography(NubeConfig config) {
    Cryptography chosen = new Providers().choose(config.proveedor(), LOG::warn);
    LOG.info("Firma con {}", chosen.name());
    return chosen;
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Where clients find it, such as {@code http://127.0.0.1:8080/}; without {@code /v1}. */
  public URI address() {
    return server.address();
  }

  /** Its companies, to administer them while it runs. */
  public Companies companies() {
    return companies;
  }

  /** Answers what is being served, refuses the rest, and closes the folder. Repeatable. */
  @Override
  public void close() {
    server.close();
    clients.close();
    store.close();
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = Nube.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
