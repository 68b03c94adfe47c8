package uy.pfacturas.cli.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uy.pfacturas.cloud.BuzonConfig;
import uy.pfacturas.cloud.Synchronizer;
import uy.pfacturas.cloud.SynchronizerConfig;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.mailbox.Identity;
import uy.pfacturas.cloud.mailbox.MailboxConfig;
import uy.pfacturas.core.input.Syntax;
import uy.pfacturas.nube.Inside;
import uy.pfacturas.nube.client.ClientDesk;
import uy.pfacturas.print.PdfPrinting;
import uy.pfacturas.print.Representacion;

/**
 * The stations that live in a cloud, one for each company whose programs talk to it: blocks,
 * states, unused list and journal of their own, by the rules of every station. Opened when a
 * company is first asked for, and left open.
 */
public final class CloudStations implements ClientDesk {
  /** Name of the station of each company. */
  static final String NAME = "NUBE";

  private static final Duration QUIET = Duration.ofMillis(50);

  private final Inside nube;
  private final Path data;
  private final Path copia;
  private final Clock clock;
  private final Map<String, ClientStation> stations = new ConcurrentHashMap<>();

  /**
   * None open yet.
   *
   * @param data folder of their stores and mailboxes
   * @param copia folder of their second copies, outside the cloud's data and its backup
   * @param clock in Uruguay's zone
   */
  public CloudStations(Inside nube, Path data, Path copia, Clock clock) {
    this.nube = nube;
    this.data = data;
    this.copia = copia;
    this.clock = clock;
  }

  @Override
  public Optional<Shown> put(String ruc, String id, byte[] file) {
    return Optional.of(station(ruc).put(id, file));
  }

  @Override
  public Optional<Shown> find(String ruc, String id) {
    return station(ruc).find(id);
  }

  private ClientStation station(String ruc) {
    return stations.computeIfAbsent(ruc, this::open);
  }

  private ClientStation open(String ruc) {
    Path folder = data.resolve(ruc);
    ClientStation station = new ClientStation(folder.resolve("buzon"));
    NubeClient client = new DirectNubeClient(nube, ruc, NAME);
    station.works(
        Synchronizer.open(
            SynchronizerConfig.of(
                NAME, ruc, nube.ambiente(), folder, Optional.of(copia.resolve(ruc))),
            List.of(BuzonConfig.of(mailbox(folder.resolve("buzon")))),
            client,
            Optional.empty(),
            new PdfPrinting(new Representacion(), Locale.forLanguageTag("es")),
            clock,
            station.listener()));
    return station;
  }

  private static MailboxConfig mailbox(Path root) {
    MailboxConfig usual =
        MailboxConfig.of(root, Identity.NOMBRE, Syntax.DEFAULT, Locale.forLanguageTag("es"));
    return new MailboxConfig(
        usual.root(),
        usual.identity(),
        usual.syntax(),
        QUIET,
        usual.incompleteAfter(),
        usual.keepStatus(),
        usual.renameRetry(),
        usual.locale());
  }

  /** Finishes the steps under way; before the cloud is closed. */
  @Override
  public void close() {
    stations.values().forEach(ClientStation::close);
  }
}
