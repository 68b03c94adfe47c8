package uy.pfacturas.cli.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.cloud.control.ControlClient;
import uy.pfacturas.core.json.Json;

/**
 * A folder with a mailbox, and the two programs that serve it: {@code run} and its cloud; where the
 * station has a key of its own, with a line between them, which is up.
 */
public final class Arena implements AutoCloseable {
  /** Name of the installation. */
  static final String STATION = "CAJA1";

  private static final String KEY =
      """
      [firma]
      certificado = "nube/claves/estacion.p12"
      clave_archivo = "nube/claves/contrasena"
      [contingencia]
      %s
      """;

  private static final long PATIENCE = 120_000;
  private static final long LOOK = 20;

  private final Path folder;
  private final int port;
  private final Program nube;
  private final Program run;
  private final Optional<Line> line;

  /** Without a key of the station. */
  public Arena(Path folder, List<String> start, int block, boolean pdf) {
    this(folder, start, block, pdf, Optional.empty());
  }

  /**
   * @param start how {@code pfacturas} is started; see {@link Program}
   * @param block numbers that the station asks for at once
   * @param pdf whether it prints
   * @param patience with the cloud, as it stands in {@code [contingencia]}, of a station that can
   *     sign; empty for one that cannot
   */
  public Arena(Path folder, List<String> start, int block, boolean pdf, Optional<String> patience) {
    this.folder = folder;
    this.port = freePort();
    this.line = patience.map(p -> new Line(port));
    line.ifPresent(l -> l.set(Line.State.UP));
    nube =
        new Program(
            folder.resolve("nube.txt"),
            start,
            "nube",
            "--demo",
            "--datos",
            cloud().toString(),
            "--puerto",
            Integer.toString(port));
    configure(block, pdf, patience);
    run = new Program(folder.resolve("run.txt"), start, "run", "--config", config().toString());
  }

  /** Writes its configuration anew, for the next start of {@code run}; see the constructor. */
  public void configure(int block, boolean pdf, Optional<String> patience) {
    write(
        config(),
        """
        ambiente = "demo"
        instalacion = "%s"
        datos = "datos"
        segunda_copia = "copia"
        [nube]
        url = "http://127.0.0.1:%d/"
        ruc = "219999830019"
        clave_archivo = "nube/estacion.clave"
        bloque = %d
        plazo = "%s"
        [[buzon]]
        carpeta = "buzon"
        [impresion]
        pdf = %b
        """
                .formatted(
                    STATION,
                    line.map(Line::port).orElse(port),
                    block,
                    patience.isPresent() ? "3s" : "10s",
                    pdf)
            + patience.map(KEY::formatted).orElse(""));
  }

  Path config() {
    return folder.resolve("pfacturas.toml");
  }

  /** The cloud's data. */
  Path cloud() {
    return folder.resolve("nube");
  }

  /** The station's data. */
  Path station() {
    return folder.resolve("datos");
  }

  public Path mailbox() {
    return folder.resolve("buzon");
  }

  public Program nube() {
    return nube;
  }

  public Program run() {
    return run;
  }

  /** The line between them. */
  public Line line() {
    return line.orElseThrow();
  }

  /** Port of the cloud itself. */
  public int port() {
    return port;
  }

  /** Whether {@code run} signs because the cloud does not, or does not say yet. */
  public boolean isInContingencia() {
    return ControlClient.find(station()).map(Arena::isInContingencia).orElse(true);
  }

  private static boolean isInContingencia(ControlClient run) {
    return status(run).required("contingencia").required("enContingencia").asBoolean();
  }

  /** Signed documents that the cloud does not have; {@code run} must live. */
  public int undelivered() {
    return status(ControlClient.find(station()).orElseThrow()).required("sinEntregar").asInt();
  }

  private static JsonNode status(ControlClient run) {
    try {
      return Json.MAPPER.readTree(run.ask(Orders.ESTADO, "{}", progress -> {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts both, the cloud first: at its first start it makes the station's key. */
  public void start() throws InterruptedException {
    nube.start();
    await(cloud().resolve("estacion.clave"), nube);
    run.start();
    await(mailbox().resolve("entrada"), run);
  }

  private void await(Path file, Program program) throws InterruptedException {
    for (long waited = 0; !Files.exists(file); waited += LOOK) {
      if (waited > PATIENCE || program.endsWithin(LOOK)) {
        throw new IllegalStateException("did not appear: " + file + "\n" + output());
      }
    }
  }

  /** Starts the cloud again and waits until it takes calls. */
  public void startCloud() throws InterruptedException {
    nube.start();
    for (long waited = 0; !isListening(); waited += LOOK) {
      if (waited > PATIENCE || nube.endsWithin(LOOK)) {
        throw new IllegalStateException("does not listen\n" + output());
      }
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** The end of what both said. */
  public String output() {
    return tail("nube.txt") + tail("run.txt");
  }

  private String tail(String name) {
    Path file = folder.resolve(name);
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      int from = Math.max(0, lines.size() - 60);
      return name + ":\n" + String.join("\n", lines.subList(from, lines.size())) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    run.close();
    nube.close();
    line.ifPresent(Line::close);
  }
}
