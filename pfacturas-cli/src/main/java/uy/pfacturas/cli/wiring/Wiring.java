package uy.pfacturas.cli.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.cli.config.BuzonConfig;
import uy.pfacturas.cli.config.CloudConfig;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.config.ReglasConfig;
import uy.pfacturas.cli.config.Secrets;
import uy.pfacturas.cloud.Hogar;
import uy.pfacturas.cloud.StatusListener;
import uy.pfacturas.cloud.Synchronizer;
import uy.pfacturas.cloud.SynchronizerConfig;
import uy.pfacturas.cloud.SynchronizerConfigBuilder;
import uy.pfacturas.cloud.client.ApiKey;
import uy.pfacturas.cloud.client.HttpNubeClient;
import uy.pfacturas.cloud.client.NubeConfig;
import uy.pfacturas.cloud.mailbox.Identity;
import uy.pfacturas.cloud.mailbox.MailboxConfig;
import uy.pfacturas.core.input.Syntax;
import uy.pfacturas.core.ley.Ui;
import uy.pfacturas.core.print.PrintOutcome;
import uy.pfacturas.core.print.Printing;
import uy.pfacturas.nube.Nube;
import uy.pfacturas.nube.demo.DemoNube;
import uy.pfacturas.print.PdfPrinting;
import uy.pfacturas.print.Representacion;
import uy.pfacturas.signing.key.SigningKey;

/** Puts an installation together by its configuration, with plain constructors. */
public final class Wiring {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration HELD = Duration.ofSeconds(10);

  private final Secrets secrets;
  private final Clock clock;
  private final Locale locale;

  /**
   * @param environment where secrets may be
   * @param clock in Uruguay's zone
   * @param locale of messages to people
   */
  public Wiring(Map<String, String> environment, Clock clock, Locale locale) {
    this.secrets = new Secrets(environment);
    this.clock = clock;
    this.locale = locale;
  }

  /** Where the cloud is and how one is let in. */
  private record Cloud(
      NubeConfig client,
      String key,
      int block,
      Optional<Nube> embedded,
      Optional<SigningKey> demoKey) {}

  /**
   * Opens the installation in this process; it does not work yet.
   *
   * @param listener is told of every new state
   * @throws uy.pfacturas.cloud.CloudException if its store or mailboxes must not or cannot be used
   * @throws uy.pfacturas.nube.NubeException if its own cloud cannot start
   */
  public Installation open(Config config, StatusListener listener) {
    Cloud cloud = config.nube().map(c -> remote(config, c)).orElseGet(() -> embedded(config));
    HttpNubeClient client = new HttpNubeClient(cloud.client());
    try {
      StationKey own = key(config, cloud, listener);
      Synchronizer synchronizer =
          Synchronizer.open(
              station(config, cloud),
              mailboxes(config),
              client,
              own.firmante(),
              printing(config),
              clock,
              listener);
      CloudLink link = new CloudLink(cloud.client().base(), cloud.key(), cloud.client().ruc());
      StationOrders orders =
          new StationOrders(synchronizer, client, link, config, own.notice(), clock);
      return new Installation(synchronizer, orders, client, cloud.embedded(), config.datos());
    } catch (RuntimeException e) {
      client.close();
      cloud.embedded().ifPresent(Nube::close);
      throw e;
    }
  }

  /**
   * Begins an installation anew whose store and second copy are lost.
   *
   * @throws uy.pfacturas.cloud.CloudException if nothing of it is lost
   */
  public void beginWithoutCopy(Config config) {
    String ruc = config.nube().map(CloudConfig::ruc).orElse(DemoNube.RUC);
    SynchronizerConfig station =
        SynchronizerConfig.of(
            config.instalacion(), ruc, config.ambiente(), config.datos(), config.segundaCopia());
    Synchronizer.beginWithoutCopy(station, mailboxes(config), clock);
  }

  /** The station's own key; what is to be said of it is said at once, and later by the state. */
  private StationKey key(Config config, Cloud cloud, StatusListener listener) {
    CompanyKeys keys = new CompanyKeys(secrets, CompanyKeys.Prompt.NOBODY, clock);
    StationKey own =
        StationKey.open(config, keys, cloud.client().ruc(), cloud.demoKey(), clock, locale);
    own.notice()
        .apply(clock.instant())
        .ifPresent(
            notice -> {
              LOG.warn(notice);
              listener.troubled(notice);
            });
    return own;
  }

  private Cloud remote(Config config, CloudConfig c) {
    String key = secrets.get(c.clave());
    NubeConfig client =
        new NubeConfig(c.url(), new ApiKey(key), c.ruc(), config.instalacion(), CONNECT, c.plazo());
    return new Cloud(client, key, c.bloque(), Optional.empty(), Optional.empty());
  }

  /** The demo's own cloud, in this process. */
  private Cloud embedded(Config config) {
    DemoNube demo = DemoNube.prepare(demoFolder(config), clock);
    Nube nube = Nube.start(demo.config().withProveedor(config.firma().proveedor()), clock);
    String key = demo.apiKey().reveal();
    NubeConfig client =
        NubeConfig.of(nube.address(), new ApiKey(key), demo.ruc(), config.instalacion());
    return new Cloud(
        client, key, CloudConfig.BLOQUE, Optional.of(nube), Optional.of(demo.estacion()));
  }

  private static Path demoFolder(Config config) {
    return config.datos().resolve("nube");
  }

  /** Where the demo's own cloud keeps the certificate of its authority, once it was opened. */
  public static Path demoAuthority(Config config) {
    return demoFolder(config).resolve("autoridad-demo.pem");
  }

  private static SynchronizerConfig station(Config config, Cloud cloud) {
    SynchronizerConfig usual =
        SynchronizerConfig.of(
            config.instalacion(),
            cloud.client().ruc(),
            config.ambiente(),
            config.datos(),
            config.segundaCopia());
    return SynchronizerConfigBuilder.builder(usual)
        .grupo(config.grupo())
        .bloque(cloud.block())
        .desvioReloj(config.nube().map(CloudConfig::desvioReloj).orElse(CloudConfig.DESVIO))
        .contingencia(config.contingencia())
        .alarmas(config.alarmas())
        .ui(ui(config.reglas()))
        .tolerancias(config.reglas().tolerancias())
        .build();
  }

  private static Ui ui(ReglasConfig reglas) {
    Ui ui = Ui.published();
    for (var year : reglas.ui().entrySet()) {
      ui = ui.with(year.getKey(), year.getValue());
    }
    return ui;
  }

  private List<uy.pfacturas.cloud.BuzonConfig> mailboxes(Config config) {
    return config.buzones().stream()
        .map(b -> new uy.pfacturas.cloud.BuzonConfig(b.nombre(), mailbox(b), new Hogar(b.ids())))
        .toList();
  }

  private MailboxConfig mailbox(BuzonConfig b) {
    return new MailboxConfig(
        b.carpeta(),
        switch (b.identidad()) {
          case ARCHIVO -> Identity.FILE_ID;
          case NOMBRE -> Identity.NOMBRE;
          case CADA_ARCHIVO -> Identity.CADA_ARCHIVO;
        },
        new Syntax(b.codificacion(), b.comaDecimal(), b.maxBytes(), b.numeracion()),
        b.quieto(),
        b.incompleto(),
        b.conservarEstados(),
        HELD,
        locale);
  }

  private Printing printing(Config config) {
    return config.impresion().pdf()
        ? new PdfPrinting(new Representacion(), locale)
        : (cfe, sello, data, pdf) -> new PrintOutcome.Printed();
  }
}
