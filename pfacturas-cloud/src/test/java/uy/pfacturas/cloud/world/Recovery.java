package uy.pfacturas.cloud.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import uy.pfacturas.cloud.station.Opening;
import uy.pfacturas.cloud.station.Rebuild;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.cloud.testing.CrashDisk;

/** The start of a machine whose store is lost, or older than its second copy (§8.1). */
class Recovery {
  final Machine machine;

  Recovery(Machine machine) {
    this.machine = machine;
  }

  /** Makes the store anew, beside the old one, and then puts it in its place. */
  void run(Opening opening, String life) {
    CrashDisk fresh = new CrashDisk();
    fresh.at(machine::moment);
    Rebuild rebuild =
        new Rebuild(opening, DocumentStore.direct(fresh, SecondCopy.NONE), machine.watch());
    try {
      if (!(rebuild.run(machine.copy()::readAll, life) instanceof Rebuild.Outcome.Done)) {
        throw new IllegalStateException("the second copy is not whole");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    machine.moment();
    machine.disk().become(fresh.image());
  }
}
