package uy.pfacturas.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import uy.pfacturas.cloud.client.Backoff;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.contingencia.ContingenciaConfig;
import uy.pfacturas.cloud.exchange.Firmante;
import uy.pfacturas.cloud.mailbox.Identity;
import uy.pfacturas.cloud.mailbox.MailboxConfig;
import uy.pfacturas.cloud.store.Medium;
import uy.pfacturas.cloud.store.SqliteMedium;
import uy.pfacturas.cloud.testing.MovedClock;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Sello;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.input.Numeracion;
import uy.pfacturas.core.input.Syntax;
import uy.pfacturas.core.print.PrintData;
import uy.pfacturas.core.print.PrintOutcome;
import uy.pfacturas.core.print.Printing;
import uy.pfacturas.core.testing.Documents;

/** A folder in which an ERP works with a synchronizer, and a printer that writes little. */
final class Shop {
  private static final Printing PAPER =
      new Printing() {
        @Override
        public PrintOutcome print(Cfe cfe, Sello sello, PrintData data, Path pdf) {
          try {
            Files.writeString(pdf, sello.hash());
            return new PrintOutcome.Printed();
          } catch (IOException e) {
            return new PrintOutcome.NotPrinted(e.toString());
          }
        }
      };

  private final Path root;
  private String instalacion = "CAJA";
  private Hogar hogar = Hogar.TODOS;
  private final Identity identity;
  private final MovedClock clock = new MovedClock();
  private Syntax syntax = Syntax.DEFAULT;
  private int bloque = 500;

  Shop(Path root) {
    this(root, Identity.FILE_ID);
  }

  Shop(Path root, Identity identity) {
    this.root = root;
    this.identity = identity;
  }

  /** Its clock, to be moved. */
  MovedClock clock() {
    return clock;
  }

  /** Asks for so many numbers at once from the next opening on. */
  void askFor(int numbers) {
    bloque = numbers;
  }

  /** Its system numbers its documents itself. */
  Shop numbersItself() {
    Syntax usual = Syntax.DEFAULT;
    syntax = new Syntax(usual.charset(), usual.decimalComma(), usual.maxBytes(), Numeracion.ERP);
    return this;
  }

  Synchronizer open(NubeClient nube) {
    return open(nube, StatusListener.NONE, PAPER);
  }

  /** Another station of the same system, where only ids of this pattern are at home. */
  Shop station(String name, String... ids) {
    instalacion = name;
    hogar = new Hogar(List.of(ids));
    return this;
  }

  Synchronizer open(NubeClient nube, StatusListener listener, Printing printing) {
    return open(SqliteMedium::open, nube, listener, printing);
  }

  Synchronizer open(Function<Path, Medium> medium, NubeClient nube) {
    return open(medium, nube, StatusListener.NONE, PAPER);
  }

  /** The same, and tells of it. */
  Synchronizer open(NubeClient nube, Firmante firmante, StatusListener listener) {
    return open(SqliteMedium::open, nube, Optional.of(firmante), listener, PAPER);
  }

  /** One that signs here when the cloud does not answer within 200 ms. */
  Synchronizer open(NubeClient nube, Firmante firmante) {
    return open(SqliteMedium::open, nube, Optional.of(firmante), StatusListener.NONE, PAPER);
  }

  private Synchronizer open(
      Function<Path, Medium> medium, NubeClient nube, StatusListener listener, Printing printing) {
    return open(medium, nube, Optional.empty(), listener, printing);
  }

  /** A person begins it anew without store and copy. */
  void beginWithoutCopy() {
    Synchronizer.beginWithoutCopy(config(), List.of(new BuzonConfig("", mailbox(), hogar)), clock);
  }

  private Synchronizer open(
      Function<Path, Medium> medium,
      NubeClient nube,
      Optional<Firmante> firmante,
      StatusListener listener,
      Printing printing) {
    return Synchronizer.open(
        config(),
        List.of(new BuzonConfig("", mailbox(), hogar)),
        new Engine.Outside(
            medium,
            nube,
            firmante,
            printing,
            clock,
            listener,
            new Backoff(Duration.ofMillis(5), Duration.ofMillis(40)),
            new Random(1),
            Duration.ofSeconds(2)));
  }

  private MailboxConfig mailbox() {
    return new MailboxConfig(
        root.resolve("buzon"),
        identity,
        syntax,
        Duration.ofMillis(50),
        Duration.ofMinutes(10),
        Duration.ofDays(30),
        Duration.ofSeconds(10),
        Locale.forLanguageTag("es"));
  }

  private SynchronizerConfig config() {
    return SynchronizerConfigBuilder.builder(
            SynchronizerConfig.of(
                instalacion, Documents.RUC, Ambiente.DEMO, root.resolve("datos"), Optional.empty()))
        .grupo("CAJA")
        .bloque(bloque)
        .plazoEntrega(Duration.ofMillis(300))
        .contingencia(new ContingenciaConfig(Duration.ofMillis(200), 3, 50, Duration.ofSeconds(1)))
        .build();
  }

  /** An e-Ticket as an ERP writes it. */
  static String eTicket(String id, String price) {
    return """
        [Pedido]
        Formato=1
        Id=%s
        Puesto=CAJA1
        [IdDoc]
        TipoCFE=101
        FmaPago=1
        [Item]
        IndFact=3
        NomItem=Detergente 750 ml
        Cantidad=1
        UniMed=un
        PrecioUnitario=%s
        [Fin]
        """
        .formatted(id, price);
  }

  /** Writes aside and renames in. */
  void put(String name, String text) {
    try {
      Path in = Files.createDirectories(root.resolve("buzon/entrada"));
      Path aside = in.resolve(name + ".tmp");
      Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
      Files.move(aside, in.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A status file's text; empty if there is none. */
  String status(String base) {
    return text(root.resolve("buzon/salida/" + base + ".estado.txt"));
  }

  /** What the mailbox says of the contingencia, txt or json; empty if it says nothing. */
  String contingency(String format) {
    return text(root.resolve("buzon/salida/contingencia." + format));
  }

  String statusById(String id) {
    return text(root.resolve("buzon/salida/por-id/" + id + ".estado.txt"));
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of all files under a folder of the mailbox, at any depth. */
  List<String> files(String folder) {
    Path under = root.resolve("buzon").resolve(folder);
    if (!Files.isDirectory(under)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(under)) {
      return all.filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
