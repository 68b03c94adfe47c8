package uy.pfacturas.cli.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import uy.pfacturas.cli.proof.Arena;

/**
 * Measures {@code run} and its cloud as separate processes, started by the launcher as anybody
 * starts them, and prints one table. Started by {@code bench/run}; {@code --corto} measures little.
 */
final class Benchmark {
  private static final String RUT = "219999830019";
  private static final int BLOCK = 500;
  private static final long PATIENCE = 60_000;
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final Duration FAST = Duration.ofMillis(20);
  private static final double FLOORS = 2;
  private static final double DOCUMENTS = 400;
  private static final double HELLOS = 2;
  private static final double HELLOS_CACHED = 4;
  private static final double MEGABYTES = 90;

  private final Path folder;
  private final Path launcher;
  private final Plan plan;
  private final Report report = new Report();
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private Benchmark(Path folder, Path launcher, Plan plan) {
    this.folder = folder;
    this.launcher = launcher;
    this.plan = plan;
  }

  /** Called by {@code bench/run}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Plan plan = List.of(args).contains("--corto") ? Plan.SHORT : Plan.FULL;
    Path root = Path.of(System.getProperty("pfacturas.raiz", "."));
    Path launcher = root.resolve("pfacturas").toAbsolutePath().normalize();
    Path folder = Files.createTempDirectory("pfacturas-bench");
    new Benchmark(folder, launcher, plan).run();
    // Kept where something went wrong, to be looked at.
    delete(folder);
  }

  private void run() throws IOException, InterruptedException {
    say(Machine.facts(folder) + "; carga al empezar " + Machine.load());
    Path place = Files.createDirectories(folder.resolve("instalacion"));
    try (Arena arena = new Arena(place, List.of(launcher.toString()), BLOCK, false)) {
      try {
        arena.start();
        Sales sales = new Sales(arena.mailbox());
        latency(arena, sales);
        memory(arena, "después de esos archivos, y de %d s quieto");
        calls(arena, place);
        backlog(arena, sales);
        stop(arena.run()::stop);
        arena.run().start();
        memory(arena, "recién arrancado, a los %d s");
      } catch (IllegalStateException e) {
        throw new IllegalStateException(state(arena), e);
      }
    }
    say("carga al terminar " + Machine.load() + "\n");
    say(report.render());
  }

  private String state(Arena arena) throws InterruptedException {
    return "%s%nrun ended: %b, nube ended: %b%n%s"
        .formatted(folder, arena.run().endsWithin(1), arena.nube().endsWithin(1), arena.output());
  }

  private void latency(Arena arena, Sales sales) throws IOException, InterruptedException {
    say("piso …");
    Floor before = Floor.measure(folder, plan.floor());
    Status status = new Status(arena.mailbox().resolve("salida"));
    Latency latency = new Latency(sales, status.salida(), status::isFinal);
    say("archivos de a uno …");
    latency.measure(plan.warmUp(), FAST);
    Times slow = latency.measure(plan.slow(), SLOW);
    Times fast = latency.measure(plan.fast(), FAST);
    Floor floor = before.and(Floor.measure(folder, plan.floor()));
    floor(floor);
    report.part(2, "Del archivo completo en entrada/ a su estado ENTREGADO, sin imprimir");
    latency("1 archivo por segundo", plan.slow(), slow, floor);
    latency("50 archivos por segundo", plan.fast(), fast, floor);
  }

  private void floor(Floor floor) {
    report.part(1, "Piso de un documento (medianas, antes y después de la parte 2)");
    report.line("una firma RSA-2048 con SHA-256", "%.2f ms", floor.signature().median());
    for (String write : Floor.WRITES) {
      report.line("4 KB + fsync: " + write, "%.2f ms", floor.write().median());
    }
    report.line(
        "no se suma, va a la vez que la entrega: XML en firmados/",
        "(%.2f ms)",
        floor.write().median());
    for (int trip = 1; trip <= Floor.ROUND_TRIPS; trip++) {
      report.line("ida y vuelta HTTP local " + trip, "%.2f ms", floor.roundTrip().median());
    }
    report.line("piso", "%.2f ms", floor.total());
  }

  private void latency(String rate, int files, Times times, Floor floor) {
    report.line(rate + ": mediana de " + files, "%.2f ms", times.median());
    report.line(rate + ": p99", "%.2f ms", times.p99());
    report.atMost(rate + ": mediana / piso", times.median() / floor.total(), FLOORS, "%.2f ×");
  }

  private void memory(Arena arena, String when) throws IOException, InterruptedException {
    say("memoria …");
    report.part(5, "Memoria residente de run, quieto, con la nube en otro proceso");
    TimeUnit.NANOSECONDS.sleep(plan.idle().toNanos());
    String what = String.format(Report.SPANISH, when, plan.idle().toSeconds());
    long pid = arena.run().pid();
    Machine.memory(pid, "VmRSS")
        .ifPresentOrElse(
            megabytes -> report.atMost(what, megabytes, MEGABYTES, "%.1f MB"),
            () -> report.line(what, "no se sabe"));
    Machine.memory(pid, "RssAnon")
        .ifPresent(
            own -> report.line("  de ella, propia (sin páginas de archivos)", "%.1f MB", own));
  }

  private void calls(Arena arena, Path place) throws IOException, InterruptedException {
    say("pfacturas rut …");
    Calls calls = new Calls(Files.createDirectories(folder.resolve("vacia")));
    Calls.Command hello = calls.hello();
    Calls.Command alone =
        new Calls.Command(List.of(launcher.toString(), "rut", "--digito", RUT), hello.in());
    Calls.Command served = new Calls.Command(List.of(launcher.toString(), "rut", RUT), place);
    List<Times> first = calls.measure(plan.calls(), List.of(hello, alone, served));
    // Without its cloud, run answers from what it remembers.
    stop(arena.nube()::stop);
    List<Times> second = calls.measure(plan.calls(), List.of(hello, served));
    report.part(4, "pfacturas rut, medianas de %d llamadas por turnos".formatted(plan.calls()));
    double base = first.get(0).median();
    report.line("java Hello", "%.0f ms", base);
    report.line("sin configuración, solo el dígito", "%.0f ms", first.get(1).median());
    report.atMost("sin configuración / java Hello", first.get(1).median() / base, HELLOS, "%.2f ×");
    report.line("por run, con la nube", "%.0f ms", first.get(2).median());
    report.line("por run, de memoria (nube detenida)", "%.0f ms", second.get(1).median());
    report.atMost(
        "de memoria / java Hello",
        second.get(1).median() / second.get(0).median(),
        HELLOS_CACHED,
        "%.2f ×");
  }

  private void backlog(Arena arena, Sales sales) throws IOException, InterruptedException {
    say("archivos en espera …");
    stop(arena.run()::stop);
    arena.startCloud();
    Backlog backlog =
        Backlog.measure(sales, arena.mailbox(), arena.run(), plan.ready(), plan.backlog());
    report.part(3, "%d archivos que esperaban en entrada/, sin imprimir".formatted(plan.backlog()));
    report.atLeast(
        "en caliente, después de otros " + plan.ready(), backlog.warm(), DOCUMENTS, "%.0f doc/s");
    report.line("en frío, desde el arranque del proceso", "%.0f doc/s", backlog.cold());
  }

  @FunctionalInterface
  private interface Stop {
    boolean within(long millis) throws InterruptedException;
  }

  private static void stop(Stop stop) throws InterruptedException {
    if (!stop.within(PATIENCE)) {
      throw new IllegalStateException("did not stop when asked");
    }
  }

  private void say(String text) {
    out.println(text);
  }

  /** Removes a folder and all that is in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
