package uy.pfacturas.cli.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import uy.pfacturas.cli.Pfacturas;

/** The program in a process of its own, which can be killed and started again. */
final class Program implements AutoCloseable {
  private final List<String> command;
  private final Path log;
  private Optional<Process> process = Optional.empty();

  Program(Path log, String... args) {
    this.log = log;
    this.command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Pfacturas.class.getName());
    command.addAll(List.of(args));
  }

  void start() {
    try {
      process =
          Optional.of(
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                  .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits; true if it ended by itself meanwhile. */
  boolean endsWithin(long millis) throws InterruptedException {
    return process.orElseThrow().waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** {@code kill -9}: no hook runs, nothing is flushed. */
  void kill() throws InterruptedException {
    process.orElseThrow().destroyForcibly().waitFor();
  }

  /** Asks it to stop, as a service does, and waits for its end. */
  boolean stop(long millis) throws InterruptedException {
    process.orElseThrow().destroy();
    return endsWithin(millis);
  }

  boolean isAlive() {
    return process.map(Process::isAlive).orElse(false);
  }

  @Override
  public void close() {
    process.ifPresent(Process::destroyForcibly);
  }
}
