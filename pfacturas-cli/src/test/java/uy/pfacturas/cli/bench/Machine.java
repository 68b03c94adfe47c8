package uy.pfacturas.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Facts of the machine. */
final class Machine {
  private static final double KIB = 1024;
  private static final double MEGABYTE = 1_000_000;
  private static final double NANOS = 1e6;

  private Machine() {}

  /** What the figures depend on, in one line. */
  static String facts(Path folder) throws IOException {
    return "%d núcleos, JDK %s, %s %s, disco %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            Runtime.version(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Files.getFileStore(folder).type());
  }

  /** Programs that wanted a processor in the last minute, on the average. */
  static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "desconocida" : String.format(Report.SPANISH, "%.2f", load);
  }

  /**
   * Memory of a process in MB; empty where the system does not tell it this way.
   *
   * @param key {@code VmRSS} for all that is resident, {@code RssAnon} for what is its own: without
   *     pages of files, such as the jar and the class archive
   */
  static OptionalDouble memory(long pid, String key) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return OptionalDouble.empty();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(key + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .mapToDouble(kib -> kib * KIB / MEGABYTE)
        .findFirst();
  }

  /** Processor time that a process has used, in ms; empty where the system does not tell it. */
  static OptionalDouble processor(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(time -> OptionalDouble.of(time.toNanos() / NANOS))
        .orElseGet(OptionalDouble::empty);
  }
}
