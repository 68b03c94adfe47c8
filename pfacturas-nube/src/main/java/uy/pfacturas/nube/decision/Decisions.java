package uy.pfacturas.nube.decision;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.nube.epoch.Pending;
import uy.pfacturas.nube.epoch.Restored;
import uy.pfacturas.nube.store.Store;

/** Decisions about a whole database, while no cloud runs on it. Close it before one starts. */
public final class Decisions implements AutoCloseable {
  private final Store store;
  private final Person person;

  private Decisions(Store store, Person person) {
    this.store = store;
    this.person = person;
  }

  /**
   * Opens a data folder.
   *
   * @param mark the mark of its database
   * @throws NubeException if the folder is of another world or in use
   */
  public static Decisions open(Path folder, Path mark, Ambiente ambiente, Person person) {
    return new Decisions(Store.open(folder, mark, ambiente, person.clock()), person);
  }

  /**
   * Begins a new epoch on a database that was put back from a backup.
   *
   * @throws NubeException as above, or if the mark is lost and that was not said
   */
  public static Decisions restored(
      Path folder, Path mark, Ambiente ambiente, Person person, Restored restored) {
    Store store = Store.restored(folder, mark, ambiente, person.clock(), restored);
    store.write(
        h -> {
          person.decides(h, "restaurada", "época " + store.epoca());
          return true;
        });
    return new Decisions(store, person);
  }

  /** Life of the database. */
  public long epoca() {
    return store.epoca();
  }

  /** Stations that must declare before they are served. */
  public List<Pending.Station> pending() {
    return store.read(Pending::all);
  }

  /**
   * Gives a station up (protocol §11 U3): nobody waits for its declaration any more, and what is
   * open of it is in doubt. What it delivers if it returns is taken where the number is still its
   * own, else quarantined.
   *
   * @return its numbers that are in doubt now
   * @throws NubeException if no station of this name is known
   */
  public List<Doubt> abandon(String ruc, String estacion) {
    return store.write(h -> abandon(h, ruc, estacion));
  }

  private List<Doubt> abandon(Handle handle, String ruc, String estacion) {
    List<Doubt> open = Doubt.open(handle, ruc, estacion);
    boolean isAwaited =
        Pending.done(handle, store.epoch().mark(), ruc, estacion, person.clock().instant());
    if (!isAwaited && open.isEmpty()) {
      throw new NubeException(
          "La nube no espera nada de la instalación "
              + estacion
              + " de "
              + ruc
              + ", ni tiene números abiertos de ella. Revise el nombre con pfacturas nube estacion"
              + " listar.");
    }
    handle
        .createUpdate(
            "UPDATE numero SET estado = 'EN_DUDA', cambio = :now WHERE ruc = :ruc AND estacion ="
                + " :estacion AND estado IN ('EN_BLOQUE', 'SIN_CONFIRMAR')")
        .bind("now", person.clock().instant().toString())
        .bind("ruc", ruc)
        .bind("estacion", estacion)
        .execute();
    person.decides(
        handle, "estacion/" + ruc + "/" + estacion, "abandonada; en duda: " + open.size());
    return open;
  }

  @Override
  public void close() {
    store.close();
  }
}
