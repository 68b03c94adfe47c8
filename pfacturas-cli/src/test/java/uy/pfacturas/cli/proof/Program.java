package uy.pfacturas.cli.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import uy.pfacturas.cli.Pfacturas;

/** The command line in a process of its own, which can be killed and started again. */
public final class Program implements AutoCloseable {
  private final List<String> command = new ArrayList<>();
  private final Path log;
  private Optional<Process> process = Optional.empty();

  /**
   * @param log file to which what it says is added
   * @param start how {@code pfacturas} is started: this command, before its arguments
   * @param args arguments of {@code pfacturas}
   */
  public Program(Path log, List<String> start, String... args) {
    this.log = log;
    command.addAll(start);
    command.addAll(List.of(args));
  }

  /** Starts the classes of this virtual machine, with these options. */
  public static List<String> java(List<String> jvm) {
    List<String> start = new ArrayList<>();
    start.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    start.addAll(jvm);
    start.addAll(List.of("-Duser.language=es", "-Duser.country=UY"));
    start.addAll(List.of("-cp", System.getProperty("java.class.path")));
    start.add(Pfacturas.class.getName());
    return start;
  }

  /** Starts it; it may have been killed before. */
  public void start() {
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

  /** Waits so long; true if it ended by itself meanwhile. */
  public boolean endsWithin(long millis) throws InterruptedException {
    return process.orElseThrow().waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** {@code kill -9}: no hook runs, nothing is flushed. */
  void kill() throws InterruptedException {
    process.orElseThrow().destroyForcibly().waitFor();
  }

  /** Asks it to stop, as a service does; whether it ended in time. */
  public boolean stop(long millis) throws InterruptedException {
    process.orElseThrow().destroy();
    return endsWithin(millis);
  }

  /** Its process, while it lives. */
  public long pid() {
    return process.orElseThrow().pid();
  }

  @Override
  public void close() {
    process.ifPresent(Process::destroyForcibly);
  }
}
