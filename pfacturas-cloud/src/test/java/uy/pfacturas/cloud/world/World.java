package uy.pfacturas.cloud.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * A shop for some days: sales, stations that are stopped at any instant, a network that fails, a
 * cloud that is restored, and paper that cannot be taken back. Everything follows from the seed.
 */
final class World {
  private static final int STEPS = 140;
  private static final int SALES = 5;

  private final Chance chance;
  private final Build build;
  private final Time time = new Time();
  private final Weather weather;
  private final Dgi dgi = new Dgi();
  private final Cloud cloud;
  private final Courier courier;
  private final List<Machine> machines = new ArrayList<>();
  private final List<Sale> sales = new ArrayList<>();
  private final List<String> said;
  private final Judge judge;
  private Ledger backup = new Ledger();
  private boolean wild = true;
  private boolean nested;
  private Runnable turning = () -> {};
  private boolean restored;

  private World(long seed, Build build, boolean traced) {
    this.chance = new Chance(seed);
    this.build = build;
    this.weather = build.weather(chance);
    this.cloud = build.cloud(time);
    this.courier = build.courier(cloud, dgi, chance);
    this.said = traced ? new ArrayList<>() : List.of();
    this.judge = new Judge(this);
    for (String name : weather.pair() ? List.of("CAJA", "OTRA") : List.of("CAJA")) {
      machines.add(new Machine(name, this, build, new CloudDesk(cloud, courier, name, weather)));
    }
  }

  /** What one seed came to. */
  record Verdict(long seed, List<String> violations, List<String> trace) {
    boolean isGood() {
      return violations.isEmpty();
    }
  }

  /** Runs the world of a seed; where something is wrong, once more with its trace. */
  static Verdict run(long seed, Build build) {
    Verdict verdict = new World(seed, build, false).run(seed);
    return verdict.isGood() ? verdict : new World(seed, build, true).run(seed);
  }

  /** Whether nothing is wrong in the world of a seed. */
  static boolean isGood(long seed, Build build) {
    return new World(seed, build, false).run(seed).isGood();
  }

  private Verdict run(long seed) {
    List<String> violations;
    trace(() -> weather.toString());
    try {
      for (int i = 0; i < STEPS; i++) {
        step();
      }
      if (!weather.keyless() && chance.percent(30)) {
        lastCustomers();
      }
      new Healing(this).run();
      violations = judge.violations();
    } catch (RuntimeException e) {
      violations = List.of("the station does not go on: " + e + " " + List.of(e.getStackTrace()));
    }
    return new Verdict(seed, violations, said);
  }

  Chance chance() {
    return chance;
  }

  Build build() {
    return build;
  }

  Time time() {
    return time;
  }

  Weather weather() {
    return wild ? weather : Weather.FAIR;
  }

  Dgi dgi() {
    return dgi;
  }

  Cloud cloud() {
    return cloud;
  }

  Courier courier() {
    return courier;
  }

  List<Machine> machines() {
    return machines;
  }

  Optional<Machine> machine(String estacion) {
    return machines.stream().filter(machine -> machine.name().equals(estacion)).findFirst();
  }

  List<Sale> sales() {
    return sales;
  }

  Judge judge() {
    return judge;
  }

  /** Whether the cloud was ever restored. */
  boolean isRestored() {
    return restored;
  }

  void calm() {
    wild = false;
  }

  void trace(Supplier<String> what) {
    if (said instanceof ArrayList) {
      said.add(time.now() + " " + what.get());
    }
  }

  /** What happens while a station waits for an answer. */
  void meanwhile() {
    if (wild && !nested && chance.percent(weather.hang())) {
      nested = true;
      try {
        for (int i = chance.below(4); i >= 0; i--) {
          time.pass(Duration.ofSeconds(chance.below(6)));
          trace(() -> "meanwhile");
          if (chance.percent(30)) {
            // The clock of the invoice that waits, most of all.
            turning.run();
          } else {
            step();
          }
        }
      } finally {
        nested = false;
      }
    }
  }

  /** The line is down until the shop closes; nobody waits for it. */
  private void lastCustomers() {
    trace(() -> "the line is down until the shop closes");
    calm();
    for (Machine machine : machines) {
      machine.mend();
      machine.line().down(true);
      for (int round = 0; round < 6; round++) {
        time.pass(Duration.ofSeconds(15));
        sales.stream()
            .filter(sale -> sale.isAt(machine))
            .forEach(sale -> machine.act(till -> till.turn(sale)));
      }
      machine.act(till -> judge.closing(machine, till));
    }
  }

  private void step() {
    Machine machine = chance.pick(machines);
    time.pass(Duration.ofMillis(chance.below(3_000)));
    trouble(machine);
    int what = chance.below(100);
    List<Sale> own = sales.stream().filter(sale -> sale.isAt(machine)).toList();
    if (sales.size() < SALES && what < 12) {
      sell(machine);
    } else if (what < 75 && !own.isEmpty()) {
      Sale sale = chance.pick(own);
      turning = () -> machine.act(till -> till.turn(sale));
      turning.run();
    } else if (what < 82) {
      if (!nested) {
        machine.act(Till::upkeep);
      }
    } else if (what < 90) {
      trace(() -> "an old message arrives");
      machine.line().arriveLate();
    } else if (what < 94) {
      courier.step(weather.dgi());
    } else if (what < 97 && !sales.isEmpty()) {
      erp(chance.pick(sales));
    } else {
      courier.report(time.today());
    }
  }

  private void sell(Machine machine) {
    TipoCfe tipo = chance.percent(weather.invoices()) ? TipoCfe.E_FACTURA : TipoCfe.E_TICKET;
    boolean wrong = chance.percent(weather.refusals());
    String id = machine.name() + "/" + (sales.size() + 1);
    boolean shared = chance.percent(weather.shared());
    for (Machine at : shared ? machines : List.of(machine)) {
      sales.add(new Sale(at.name(), id, tipo, time, wrong));
    }
  }

  /** A person brings an invoice of another station here, and says so. */
  private void takeOver(Machine machine) {
    List<Sale> others = sales.stream().filter(sale -> !sale.isAt(machine)).toList();
    if (!others.isEmpty()) {
      Sale other = chance.pick(others);
      Optional<Sale> known =
          sales.stream().filter(s -> s.isAt(machine) && s.id().equals(other.id())).findFirst();
      machine.act(
          till -> {
            if (till.take(other.id(), known.isEmpty())) {
              known.ifPresentOrElse(Sale::takeOver, () -> sales.add(other.takenTo(machine, time)));
            }
          });
    }
  }

  private void erp(Sale sale) {
    if (chance.percent(50)) {
      sale.writeAgain();
    } else {
      sale.correct(time);
    }
  }

  /** Stores are lost or rolled back, and the cloud's database too. */
  private void damage(Machine machine) {
    if (chance.percent(weather.losses())) {
      if (chance.percent(50)) {
        machine.keepImage();
      } else {
        machine.lose(chance.percent(50) || !build.losesAll());
      }
    }
    if (chance.percent(weather.restores())) {
      if (chance.percent(50)) {
        backup = cloud.ledger().copy();
      } else {
        trace(() -> "THE CLOUD IS RESTORED");
        cloud.restore(backup);
        restored = true;
      }
    }
  }

  private void trouble(Machine machine) {
    if (chance.percent(weather.outages())) {
      machine.line().down(!machine.line().isDown());
      trace(() -> machine.name() + (machine.line().isDown() ? " line down" : " line up"));
    }
    if (chance.percent(weather.deaths())) {
      machine.stopIn(chance.below(20));
    }
    if (chance.percent(weather.fullDisk())) {
      machine.full(!machine.isFull());
    }
    if (chance.percent(weather.fullCopy())) {
      machine.copy().full(!machine.copy().isFull());
    }
    if (!nested) {
      damage(machine);
    }
    if (chance.percent(weather.jumps())) {
      Duration by = Duration.ofMinutes(chance.below(6_000) - 3_000L);
      trace(() -> machine.name() + " clock jumps " + by);
      machine.jump(by);
    }
    if (chance.percent(weather.days())) {
      time.pass(Duration.ofMinutes(chance.below(3_000)));
    }
    if (chance.percent(weather.takeovers())) {
      takeOver(machine);
    }
    if (chance.percent(weather.withdrawals()) && !sales.isEmpty()) {
      Sale sale = chance.pick(sales);
      sale.withdraw();
      machines.stream().filter(sale::isAt).forEach(at -> at.act(till -> till.withdraw(sale)));
    }
  }
}
