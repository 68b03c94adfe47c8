package uy.pfacturas.cli.mishap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uy.pfacturas.cli.command.Application;
import uy.pfacturas.cli.console.Console;
import uy.pfacturas.cli.testing.Calls;

/**
 * A shop in which {@code pfacturas run} works, with a person at its console. The program runs in a
 * thread; to interrupt it is to stop it.
 */
final class Shop implements AutoCloseable {
  private final Path folder;
  private final PassingClock clock = new PassingClock();
  private StringWriter said = new StringWriter();
  private Optional<Thread> running = Optional.empty();

  Shop(Path folder) {
    this.folder = folder;
  }

  /** Writes its configuration for the demo; everything lies in its folder. */
  Shop configured(URI cloud, String key) {
    return configured("demo", cloud, key);
  }

  /** The same for this ambiente. */
  Shop configured(String ambiente, URI cloud, String key) {
    try {
      Files.createDirectories(folder);
      Path secret = Files.writeString(folder.resolve("clave"), key + "\n");
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
      Files.writeString(
          config(),
          """
          ambiente = "%s"
          instalacion = "CAJA1"
          datos = "datos"
          segunda_copia = "copia"
          [nube]
          url = "%s"
          ruc = "219999830019"
          clave_archivo = "clave"
          plazo = "500ms"
          bloque = 20
          [[buzon]]
          carpeta = "buzon"
          quieto = "150ms"
          """
              .formatted(ambiente, cloud));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the installation another name. */
  Shop named(String name) {
    return edited("CAJA1", name);
  }

  /** Changes a text in the configuration. */
  Shop edited(String from, String to) {
    try {
      Files.writeString(config(), Files.readString(config()).replace(from, to));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets so much time pass for the program, and has it look at its clock. */
  void pass(Duration time) {
    clock.pass(time);
    till().nudge();
  }

  Path config() {
    return folder.resolve("pfacturas.toml");
  }

  Path mailbox() {
    return folder.resolve("buzon");
  }

  Till till() {
    return new Till(mailbox());
  }

  /** Starts {@code run}, and waits until it says that it is ready. */
  Shop run() {
    begin();
    return awaitSaid("Listo.");
  }

  /** Starts {@code run}, which may refuse. */
  void begin() {
    said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    Console console = new Console(out, out, new BufferedReader(new StringReader("")), true);
    Application application = new Application(console, Map.of(), folder, clock);
    Thread thread = new Thread(() -> application.run("run", "--config", "pfacturas.toml"), "run");
    thread.start();
    running = Optional.of(thread);
  }

  /** Another command, called beside the running one; what it answers. */
  String command(String... line) {
    String[] args =
        Stream.concat(Stream.of(line), Stream.of("--config", "pfacturas.toml"))
            .toArray(String[]::new);
    Calls.Result result = new Calls(folder, clock).call(args);
    return result.out() + result.err();
  }

  /** What the console shows. */
  String said() {
    return said.toString();
  }

  /** What the log holds. */
  String log() {
    try {
      return Files.readString(folder.resolve("datos/registro/pfacturas.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the console shows this. */
  Shop awaitSaid(String text) {
    return Deadline.await(
        () -> said().contains(text) ? Optional.of(this) : Optional.empty(),
        () -> "console does not say \"" + text + "\":\n" + said());
  }

  /** Stops the program in order; it can be run again. */
  void stop() {
    running.ifPresent(Shop::stop);
    running = Optional.empty();
  }

  @Override
  public void close() {
    stop();
  }

  private static void stop(Thread thread) {
    try {
      thread.interrupt();
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
