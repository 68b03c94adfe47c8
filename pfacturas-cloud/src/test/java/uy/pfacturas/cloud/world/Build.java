package uy.pfacturas.cloud.world;

import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.store.Medium;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.cloud.testing.CrashDisk;

/** How a world is put together. This one is right; a planted bug overrides one method. */
class Build {
  CrashDisk disk() {
    return new CrashDisk();
  }

  Medium medium(Machine machine) {
    return machine.disk();
  }

  SecondCopy copy(Machine machine) {
    return machine.copy();
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
