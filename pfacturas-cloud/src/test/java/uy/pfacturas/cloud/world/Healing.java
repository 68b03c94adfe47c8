package uy.pfacturas.cloud.world;

import java.time.Duration;

/**
 * The end of a world: nothing fails any more, the ERP corrects what is wrong, everybody goes on
 * until all is done. Then all old messages arrive once more, and still nothing may change.
 */
record Healing(World world) {
  private static final int MOST_ROUNDS = 60;
  private static final int QUIET_ROUNDS = 4;

  /** Longer than any clock was wrong: the report of the last day that anybody signed on. */
  private static final Duration LONG = Duration.ofDays(60);

  void run() {
    world.trace(() -> "all is well from now on");
    world.calm();
    world.machines().forEach(Machine::heal);
    int rounds = 0;
    while (rounds < MOST_ROUNDS && !(rounds >= QUIET_ROUNDS && isDone())) {
      round();
      rounds++;
    }
    world.machines().forEach(machine -> machine.line().arriveAll());
    round();
    round();
    world.time().pass(LONG);
    world.courier().report(world.time().today());
  }

  private boolean isDone() {
    return world.sales().stream().noneMatch(Sale::hasFile)
        && world.machines().stream().allMatch(m -> m.ask(Till::isDone));
  }

  private void round() {
    world.time().pass(Duration.ofSeconds(20));
    for (Machine machine : world.machines()) {
      machine.act(Till::upkeep);
      for (Sale sale : world.sales()) {
        if (sale.isAt(machine)) {
          machine.act(till -> till.turn(sale));
        }
      }
      machine.line().arriveLate();
    }
    world.courier().step(0);
    world.sales().forEach(sale -> sale.correct(world.time()));
  }
}
