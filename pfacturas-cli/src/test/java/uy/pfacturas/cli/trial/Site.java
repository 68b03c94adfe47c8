package uy.pfacturas.cli.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.cli.wiring.Installation;
import uy.pfacturas.cli.wiring.Wiring;
import uy.pfacturas.cloud.StatusListener;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.nube.Nube;
import uy.pfacturas.nube.demo.DemoNube;

/** A shop: its mailbox, its station and its cloud, both in this process, and the line between. */
final class Site implements AutoCloseable {
  static final Clock CLOCK = Clock.system(ZoneId.of("America/Montevideo"));

  static final String KEY = "CLAVE_NUBE";

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Path folder;
  private final DemoNube demo;
  private final Wire wire;
  private final List<String> pauses = new CopyOnWriteArrayList<>();
  private Nube nube;

  /** With everything prepared and the cloud running, but no station yet. */
  Site(Path folder) {
    this.folder = folder;
    this.demo = DemoNube.prepare(folder.resolve("nube"), CLOCK);
    this.nube = Nube.start(demo.config(), CLOCK);
    this.wire = new Wire(nube.port());
    write(
        config(),
        """
        ambiente = "demo"
        instalacion = "CAJA1"
        datos = "datos"
        segunda_copia = "copia"
        [nube]
        url = "http://127.0.0.1:%d/"
        ruc = "%s"
        clave_entorno = "%s"
        plazo = "1s"
        bloque = 50
        [[buzon]]
        carpeta = "buzon"
        quieto = "300ms"
        incompleto = "900ms"
        [impresion]
        pdf = false
        """
            .formatted(wire.port(), demo.ruc(), KEY));
  }

  /** The station's key, found in the variable {@link #KEY}. */
  String key() {
    return demo.apiKey().reveal();
  }

  Path config() {
    return folder.resolve("pfacturas.toml");
  }

  Path mailbox() {
    return folder.resolve("buzon");
  }

  Wire wire() {
    return wire;
  }

  /** What was said of pauses: their reasons, and an empty text where one ended. */
  List<String> pauses() {
    return pauses;
  }

  /** A station that works until it is closed. */
  Installation start() {
    Wiring wiring = new Wiring(Map.of(KEY, key()), CLOCK, Locale.forLanguageTag("es-UY"));
    Installation station =
        wiring.open(
            ConfigFile.read(config()),
            new StatusListener() {
              @Override
              public void changed(String base, StatusFile status) {}

              @Override
              public void paused(java.util.Optional<String> reason) {
                pauses.add(reason.orElse(""));
              }
            });
    station.serve();
    return station;
  }

  /** Changes the cloud's database while the cloud is stopped, and starts it again. */
  void edit(String... statements) {
    nube.close();
    try (Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("nube/nube.db"));
        Statement sql = db.createStatement()) {
      for (String statement : statements) {
        sql.executeUpdate(statement);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    nube = Nube.start(demo.config(), CLOCK);
    wire.lead(nube.port());
  }

  /** An e-Ticket that has nothing wrong. */
  static String good(String id) {
    return ticket(id, "101", "");
  }

  /** An e-Ticket or another type, with further lines in its identification. */
  static String ticket(String id, String type, String more) {
    return """
        [Pedido]
        Formato=1
        Id=%s
        [IdDoc]
        TipoCFE=%s
        FmaPago=1
        %s
        [Item]
        IndFact=3
        NomItem=Detergente 750 ml
        Cantidad=2
        UniMed=un
        PrecioUnitario=50.00
        [Fin]
        """
        .formatted(id, type, more);
  }

  /** Writes aside and renames in, as an ERP should. */
  void put(String name, byte[] content) {
    try {
      Path in = Files.createDirectories(mailbox().resolve("entrada"));
      Path aside = Files.createTempFile(folder, "erp", ".aside");
      Files.write(aside, content);
      Files.move(aside, in.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void put(String name, String text) {
    put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The status file of this base name once its state is this. */
  JsonNode await(String base, String state) {
    until(base + " is " + state, () -> status(base).path("Estado").asText().equals(state));
    return status(base);
  }

  /** The status file as it is now; empty if there is none. */
  JsonNode status(String base) {
    return read(mailbox().resolve("salida/" + base + ".estado.json"));
  }

  private static JsonNode read(Path file) {
    try {
      return Files.exists(file)
          ? Json.MAPPER.readTree(Files.readAllBytes(file))
          : Json.MAPPER.createObjectNode();
    } catch (IOException e) {
      // It is being replaced.
      return Json.MAPPER.createObjectNode();
    }
  }

  /** The files of this name anywhere in a folder of the mailbox. */
  List<Path> kept(String under, String name) {
    try (Stream<Path> all = Files.walk(mailbox().resolve(under))) {
      return all.filter(f -> String.valueOf(f.getFileName()).equals(name)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until this holds; fails, saying what, when it does not in a long time. */
  void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come: " + what + "; pauses " + pauses + tree());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private String tree() {
    try (Stream<Path> all = Files.walk(mailbox())) {
      StringBuilder text = new StringBuilder();
      all.filter(Files::isRegularFile).forEach(f -> text.append('\n').append(f));
      return text.toString();
    } catch (IOException e) {
      return e.toString();
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    wire.close();
    nube.close();
  }
}
