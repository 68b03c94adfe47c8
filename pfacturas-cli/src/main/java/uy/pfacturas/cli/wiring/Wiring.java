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
import uy.pfacturas.cli.config.FirmaConfig;
import uy.pfacturas.cli.config.ReglasConfig;
import uy.pfacturas.cli.config.Secrets;
import uy.pfacturas.cli.console.Messages;
import uy.pfacturas.cloud.Hogar;
import uy.pfacturas.cloud.StatusListener;
import uy.pfacturas.cloud.Synchronizer;
import uy.pfacturas.cloud.SynchronizerConfig;
import uy.pfacturas.cloud.SynchronizerConfigBuilder;
import uy.pfacturas.cloud.client.ApiKey;
import uy.pfacturas.cloud.client.HttpNubeClient;
import uy.pfacturas.cloud.client.NubeConfig;
import uy.pfacturas.cloud.exchange.Firmante;
import uy.pfacturas.cloud.exchange.KeyFirmante;
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
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.failure.SigningException;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.provider.Cryptography;
import uy.pfacturas.signing.provider.Providers;

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
      Synchronizer synchronizer =
          Synchronizer.open(
              station(config, cloud),
              mailboxes(config),
              client,
              firmante(config, cloud),
              printing(config),
              clock,
              listener);
      CloudLink link = new CloudLink(cloud.client().base(), cloud.key(), cloud.client().ruc());
      StationOrders orders = new StationOrders(synchronizer, client, link, config, clock);
      return new Installation(synchronizer, orders, client, cloud.embedded(), config.datos());
    } catch (RuntimeException e) {
      client.close();
      cloud.embedded().ifPresent(Nube::close);
      throw e;
    }
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

  /** Signs with the station's own key; one that cannot be used says so when it is needed. */
  private Optional<Firmante> firmante(Config config, Cloud cloud) {
    SignatureAlgorithm algorithm = config.firma().algoritmo();
    try {
      return config
          .firma()
          .certificado()
          .map(file -> SigningKey.readPkcs12(file, password(config.firma())))
          .or(cloud::demoKey)
          .map(key -> key.by(cryptography(config.firma())))
          .map(key -> firmante(key, algorithm, cloud.client().ruc()));
    } catch (SigningException e) {
      return Optional.of(Firmante.unable(e.sentence(locale) + " " + e.remedy(locale)));
    }
  }

  private Firmante firmante(SigningKey key, SignatureAlgorithm algorithm, String ruc) {
    return key.ruc().equals(Optional.of(ruc))
        ? new KeyFirmante(key, algorithm, clock.getZone())
        : Firmante.unable(Messages.of(locale).get("firma_de_otro", key.ruc().orElse(""), ruc));
  }

  /** Chosen only where something is signed here: a native library costs time and memory. */
  private static Cryptography cryptography(FirmaConfig firma) {
    Cryptography chosen = new Providers().choose(firma.proveedor(), LOG::warn);
    LOG.info("Firma con {}", chosen.name());
    return chosen;
  }

  private KeyPassword password(FirmaConfig firma) {
    return KeyPassword.of(secrets.get(firma.clave().orElseThrow()).toCharArray());
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
        new Syntax(b.codificacion(), b.comaDecimal(), b.maxBytes()),
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
