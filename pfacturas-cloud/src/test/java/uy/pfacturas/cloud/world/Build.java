package uy.pfacturas.cloud.world;

import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.store.Medium;
import uy.pfacturas.cloud.testing.CrashDisk;

/** How a world is put together. This one is right; a planted bug overrides one method. */
class Build {
  /** What goes wrong; where a bug needs much of one trouble, there is much of it. */
  Weather weather(Chance chance) {
    return Weather.of(chance);
  }

  CrashDisk disk() {
    return new CrashDisk();
  }

  Medium medium(Machine machine) {
    return machine.disk();
  }

  Copy copy(Runnable moment) {
    return new Copy(moment);
  }

  /** What a start believes to be the last entry of the copy. */
  long copied(Copy copy) {
    return copy.copied();
  }

  /** Whether a store is also lost as a whole; otherwise only set back. */
  boolean losesAll() {
    return true;
  }

  /** How a lost store is made anew. */
  Recovery recovery(Machine machine) {
    return new Recovery(machine);
  }

  NubeClient client(Machine machine, NubeClient line) {
    return line;
  }

  Till till(Machine machine, Parts parts) {
    return new Till(machine, parts);
  }

  Cloud cloud(Time time) {
    return new Cloud(time);
  }

  Courier courier(Cloud cloud, Dgi dgi, Chance chance) {
    return new Courier(cloud, dgi, chance);
  }
}
