package uy.pfacturas.cli.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cli.proof.Arena;

/**
 * Measures what a stay in contingencia costs, on {@code run} and its cloud as separate processes:
 * documents signed at the station, then delivered while new ones come in, beside what the machine
 * cannot do without. Started by {@code bench/contingencia}; {@code --corto} measures little, {@code
 * --largo} also a hundred thousand documents.
 */
final class Contingency {
  private static final List<Integer> FULL = List.of(1_000, 10_000);
  private static final List<Integer> SHORT = List.of(100, 500);
  private static final int LONG = 100_000;
  private static final int BLOCK = 10_000;
  private static final String PATIENCE = "fallas = 2\nsana = \"1s\"\n";
  private static final Duration PERIOD = Duration.ofMillis(50);
  private static final int CHUNK = 10;
  private static final int WRITES = 5;
  private static final int BATCH = 50;
  private static final int ROUNDS = 300;
  private static final double SECOND = 1e9;
  private static final double MILLIS = 1e3;
  private static final double OF_FLOOR = 0.7;
  private static final double OF_NORMAL = 2;
  private static final double OF_SMALL = 1.1;

  private final Path folder;
  private final Path launcher;
  private final List<Integer> stays;
  private final Report report = new Report();
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private Contingency(Path folder, Path launcher, List<Integer> stays) {
    this.folder = folder;
    this.launcher = launcher;
    this.stays = stays;
  }

  /** Called by {@code bench/contingencia}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> asked = Arrays.asList(args);
    List<Integer> stays = new ArrayList<>(asked.contains("--corto") ? SHORT : FULL);
    if (asked.contains("--largo")) {
      stays.add(LONG);
    }
    Path root = Path.of(System.getProperty("pfacturas.raiz", "."));
    Path folder = Files.createTempDirectory("pfacturas-bench");
    new Contingency(folder, root.resolve("pfacturas").toAbsolutePath().normalize(), stays).run();
    // Kept where something went wrong, to be looked at.
    Benchmark.delete(folder);
  }

  private void run() throws IOException, InterruptedException {
    out.println(Machine.facts(folder) + "; carga al empezar " + Machine.load());
    Path place = Files.createDirectories(folder.resolve("instalacion"));
    try (Arena arena =
            new Arena(place, List.of(launcher.toString()), BLOCK, false, Optional.of(PATIENCE));
        Half half = new Half(arena.port())) {
      try {
        arena.start();
        measure(arena, half);
      } catch (IllegalStateException e) {
        throw new IllegalStateException(folder + "\n" + arena.output(), e);
      }
    }
    out.println("carga al terminar " + Machine.load() + "\n");
    out.println(report.render());
  }

  private void measure(Arena arena, Half half) throws IOException, InterruptedException {
    out.println("piso …");
    Floor before = Floor.measure(folder, ROUNDS);
    Sales sales = new Sales(arena.mailbox());
    Status status = new Status(arena.mailbox().resolve("salida"));
    Latency latency = new Latency(sales, status.salida(), status::isSigned);
    out.println("archivos de a uno …");
    latency.measure(4 * ROUNDS, PERIOD.dividedBy(3));
    Times normal = latency.measure(ROUNDS, PERIOD);
    List<Stay> all = new ArrayList<>();
    for (int documents : stays) {
      out.println(documents + " en contingencia …");
      all.add(stay(arena, half, sales, status, documents));
    }
    Floor floor = before.and(Floor.measure(folder, ROUNDS));
    report(floor, normal, all);
    memory(arena.run().pid());
  }

  private Stay stay(Arena arena, Half half, Sales sales, Status status, int documents)
      throws IOException, InterruptedException {
    arena.line().lead(half.port());
    // The first of them find out that the cloud does not sign.
    Stay.sign(sales, status::isSigned, BATCH);
    long pid = arena.run().pid();
    double start = Machine.processor(pid).orElse(0);
    long nanos = Stay.sign(sales, status::isSigned, documents);
    double signed = Machine.processor(pid).orElse(0);
    Stay.Delivery delivery = new Stay.Delivery(arena::undelivered);
    arena.line().lead(arena.port());
    Latency latency = new Latency(sales, status.salida(), status::isSigned);
    List<Times> meanwhile = new ArrayList<>();
    while (delivery.isUnderWay()) {
      meanwhile.add(latency.measure(CHUNK, PERIOD));
    }
    double delivered = Machine.processor(pid).orElse(0);
    return new Stay(
        documents,
        documents / (nanos / SECOND),
        (signed - start) / documents,
        delivery.rate(),
        (delivered - signed) / documents,
        Stay.times(meanwhile));
  }

  private void report(Floor floor, Times normal, List<Stay> all) {
    double signing = floor.signature().median() + WRITES * floor.write().median();
    double delivery = (floor.roundTrip().median() + 2 * floor.write().median()) / BATCH;
    report.part(1, "Piso de un comprobante, de una parte tras otra (medianas)");
    report.line("una firma RSA-2048 con SHA-256", "%.2f ms", floor.signature().median());
    report.line("4 KB + fsync", "%.2f ms", floor.write().median());
    report.line("firma y %d escrituras".formatted(WRITES), "%.2f ms", signing);
    report.line("entrega, de a %d: 1 pedido y 2 escrituras".formatted(BATCH), "%.3f ms", delivery);
    report.line("una factura con la nube, hasta su firma: mediana", "%.1f ms", normal.median());
    report.line("la más larga de %d".formatted(ROUNDS), "%.1f ms", normal.longest());
    Stay small = all.get(0);
    for (Stay stay : all) {
      report.part(2, "Firmados en la instalación, con la nube que no firma ni recibe");
      report.line(stay.documents() + " comprobantes", "%.0f doc/s", stay.signed());
      report.line("  procesador de run, cada uno", "%.2f ms", stay.signing());
      report.atLeast("  respecto del piso", stay.signed() * signing / MILLIS, OF_FLOOR, "%.2f ×");
      report.part(
          3, "Entregados después, con facturas nuevas cada %d ms".formatted(PERIOD.toMillis()));
      report.line(stay.documents() + " comprobantes", "%.0f doc/s", stay.delivered());
      report.line("  respecto del piso", "%.2f ×", stay.delivered() * delivery / MILLIS);
      report.line("  procesador de run, cada uno", "%.2f ms", stay.delivering());
      report.line("  espera de una nueva: mediana", "%.1f ms", stay.meanwhile().median());
      report.atMost(
          "  respecto de lo normal",
          stay.meanwhile().median() / normal.median(),
          OF_NORMAL,
          "%.1f ×");
      report.line("  la más larga", "%.1f ms", stay.meanwhile().longest());
      if (stay.documents() != small.documents()) {
        report.part(4, "Lo que cuesta cada uno, respecto de cuando son " + small.documents());
        report.atMost(
            stay.documents() + ": firma", stay.signing() / small.signing(), OF_SMALL, "%.2f ×");
        report.atMost(
            stay.documents() + ": entrega",
            stay.delivering() / small.delivering(),
            OF_SMALL,
            "%.2f ×");
      }
    }
  }

  private void memory(long pid) throws IOException {
    report.part(5, "Memoria de run, con -Xmx64m, que alcanzó");
    for (String key : new String[] {"VmHWM", "VmRSS", "RssAnon"}) {
      Machine.memory(pid, key).ifPresent(megabytes -> report.line(key, "%.1f MB", megabytes));
    }
  }
}
