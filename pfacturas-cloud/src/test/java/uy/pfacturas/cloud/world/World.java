package uy.pfacturas.cloud.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private boolean wild = true;
  private boolean nested;

  private World(long seed, Build build, boolean traced) {
    this.chance = new Chance(seed);
    this.build = build;
    this.weather = Weather.of(chance);
    this.cloud = build.cloud(time);
    this.courier = build.courier(cloud, dgi, chance);
    this.said = traced ? new ArrayList<>() : List.of();
    this.judge = new Judge(this);
    machines.add(new Machine("CAJA", this, build, new CloudDesk(cloud, courier, "CAJA", weather)));
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
      violations = List.of("the station does not go on: " + e);
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

  List<Sale> sales() {
    return sales;
  }

  Judge judge() {
    return judge;
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
          step();
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
        sales.forEach(sale -> machine.act(till -> till.turn(sale)));
      }
      machine.act(till -> judge.closing(machine, till));
    }
  }

  private void step() {
    Machine machine = chance.pick(machines);
    time.pass(Duration.ofMillis(chance.below(3_000)));
    trouble(machine);
    int what = chance.below(100);
    if (sales.size() < SALES && what < 12) {
      sell();
    } else if (what < 75 && !sales.isEmpty()) {
      Sale sale = chance.pick(sales);
      machine.act(till -> till.turn(sale));
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

  private void sell() {
    TipoCfe tipo = chance.percent(weather.invoices()) ? TipoCfe.E_FACTURA : TipoCfe.E_TICKET;
    boolean wrong = chance.percent(weather.refusals());
    sales.add(new Sale("CAJA/" + (sales.size() + 1), tipo, time, wrong));
  }

  private void erp(Sale sale) {
    if (chance.percent(50)) {
      sale.writeAgain();
    } else {
      sale.correct(time);
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
    if (chance.percent(weather.jumps())) {
      Duration by = Duration.ofSeconds(chance.below(240) - 120L);
      trace(() -> machine.name() + " clock jumps " + by);
      machine.jump(by);
    }
    if (chance.percent(weather.days())) {
      time.pass(Duration.ofMinutes(chance.below(3_000)));
    }
    if (chance.percent(weather.withdrawals()) && !sales.isEmpty()) {
      Sale sale = chance.pick(sales);
      sale.withdraw();
      machine.act(till -> till.withdraw(sale));
    }
  }
}
