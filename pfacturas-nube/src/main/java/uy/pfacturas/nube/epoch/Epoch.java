package uy.pfacturas.nube.epoch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.nube.NubeException;

/**
 * The life of a database, in it and in its mark. A database that is older than its mark was put
 * back from a backup: a new epoch begins, in which no number is given that may have been given.
 * Thread-safe.
 */
public final class Epoch {
  /**
   * Epochs that are passed over where the mark is lost, so that no station has seen the new one.
   */
  private static final long UNSEEN = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Epoch.class);

  private final long epoca;
  private final long cambios;
  private final Mark mark;
  private volatile boolean isSettling;

  private Epoch(Life life, Mark mark, boolean isSettling) {
    this.epoca = life.epoca();
    this.cambios = life.cambios();
    this.mark = mark;
    this.isSettling = isSettling;
  }

  /** What the database says of itself. */
  private record Life(String libro, long epoca, long cambios) {}

  /**
   * The epoch of a database, stamped now if it is new. Its first commit is made here.
   *
   * @param file the mark; where no backup of the database holds it
   * @param restored what a person said of it
   * @throws NubeException if it is of another world, not the one that was in use here, or the mark
   *     is lost and nobody said so
   */
  public static Epoch settle(
      Handle handle, Path folder, Path file, Ambiente ambiente, Restored restored, Instant now)
      throws IOException {
    Optional<Remembered> found = Mark.read(file);
    Life life = stamp(handle, folder, file, found, ambiente);
    Remembered known = judge(handle, folder, file, life, found, restored);
    boolean isOlder =
        restored.isSaid() || life.epoca() < known.epoca() || life.cambios() < known.cambios();
    long cambios = Math.max(life.cambios(), known.cambios()) + 1;
    long epoca = isOlder ? Math.max(life.epoca(), known.epoca()) + 1 : life.epoca();
    long next = isOlder && restored.isMarkLost() ? epoca + UNSEEN : epoca;
    Mark mark = Mark.write(file, known.withLife(next, isOlder ? known.cambios() : cambios - 1));
    handle.useTransaction(
        h -> {
          put(h, "epoca", Long.toString(next));
          put(h, "cambios", Long.toString(cambios));
          if (isOlder) {
            new Restore(mark, restored).begin(h, known.estaciones(), now);
          }
        });
    mark.opened(cambios);
    if (isOlder) {
      LOG.warn(
          "ALARMA: la base de datos de {} es una copia anterior a lo último que se hizo. Empieza la"
              + " época {}: cada instalación debe declarar lo que tiene antes de ser atendida",
          folder,
          next);
    }
    return new Epoch(new Life(life.libro(), next, cambios), mark, Pending.isAny(handle));
  }

  /** The mark that counts, with what the database knows itself. */
  private static Remembered judge(
      Handle handle,
      Path folder,
      Path file,
      Life life,
      Optional<Remembered> found,
      Restored restored) {
    boolean isLost = found.filter(mark -> !isBehind(mark, life)).isEmpty();
    if (isLost && hasNumbers(handle) && !restored.isMarkLost()) {
      throw new NubeException(
          "Falta la marca "
              + file
              + " de la base de datos de "
              + folder
              + ", que ya dio números, o es más vieja que ella. Sin la marca no se sabe hasta qué"
              + " número se dio. Reponga ese archivo; si se perdió, ejecute pfacturas nube"
              + " restaurada --sin-marca.");
    }
    Remembered known =
        found.filter(mark -> !isLost).orElseGet(() -> Remembered.fresh(life.libro(), life.epoca()));
    if (!known.libro().equals(life.libro()) || known.epoca() < 0) {
      throw new NubeException(
          "La base de datos de "
              + folder
              + " no es la que estaba en uso (la marca "
              + file
              + " es de otra). Reponga la base original.");
    }
    return completed(handle, known);
  }

  private static boolean isBehind(Remembered mark, Life life) {
    return mark.libro().equals(life.libro()) && mark.epoca() >= 0 && mark.epoca() < life.epoca();
  }

  /** The first programs wrote neither numbers nor stations. */
  private static Remembered completed(Handle handle, Remembered known) {
    Remembered more = known;
    for (Given given : Given.all(handle)) {
      if (more.highest(given.ruc(), given.cae()) < given.last()) {
        more = more.withNumero(given.ruc(), given.cae(), given.last());
      }
    }
    for (Pending.Station station : stations(handle)) {
      more = more.withEstacion(station.ruc(), station.estacion());
    }
    return more;
  }

  /** The last number that the database has given of a CAE. */
  private record Given(String ruc, long cae, int last) {
    static List<Given> all(Handle handle) {
      return handle
          .createQuery("SELECT ruc, cae_id, siguiente - 1 FROM cae WHERE siguiente > desde")
          .map((row, context) -> new Given(row.getString(1), row.getLong(2), row.getInt(3)))
          .list();
    }
  }

  private static List<Pending.Station> stations(Handle handle) {
    return handle
        .createQuery("SELECT DISTINCT ruc, estacion FROM vida")
        .map((row, context) -> new Pending.Station(row.getString(1), row.getString(2)))
        .list();
  }

  private static Life stamp(
      Handle handle, Path folder, Path file, Optional<Remembered> found, Ambiente ambiente) {
    String world = meta(handle, "ambiente").orElse("");
    if (world.isEmpty()) {
      if (found.isPresent()) {
        throw new NubeException(
            "Falta la base de datos en "
                + folder
                + ", donde ya hubo una que pudo dar números. Repóngala; o, si nunca se emitió con"
                + " ella, borre el archivo "
                + file
                + ".");
      }
      handle.useTransaction(
          h -> {
            put(h, "ambiente", ambiente.palabra());
            put(h, "libro", UUID.randomUUID().toString());
            put(h, "epoca", "1");
          });
    } else if (Ambiente.of(world) != ambiente) {
      throw new NubeException(
          "La carpeta "
              + folder
              + " es del ambiente "
              + world
              + ", y se pidió "
              + ambiente.palabra()
              + ". Los ambientes no se mezclan: use otra carpeta de datos.");
    }
    return new Life(
        meta(handle, "libro").orElseThrow(),
        Long.parseLong(meta(handle, "epoca").orElseThrow()),
        meta(handle, "cambios").map(Long::parseLong).orElse(0L));
  }

  private static boolean hasNumbers(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM bloque LIMIT 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static Optional<String> meta(Handle handle, String key) {
    return handle
        .createQuery("SELECT valor FROM meta WHERE clave = :clave")
        .bind("clave", key)
        .mapTo(String.class)
        .findOne();
  }

  private static void put(Handle handle, String key, String value) {
    handle
        .createUpdate(
            "INSERT INTO meta (clave, valor) VALUES (:clave, :valor)"
                + " ON CONFLICT (clave) DO UPDATE SET valor = excluded.valor")
        .bind("clave", key)
        .bind("valor", value)
        .execute();
  }

  /** 1 for a new database; grows at every restore. */
  public long epoca() {
    return epoca;
  }

  /** Commits that the database had when it was opened. */
  public long cambios() {
    return cambios;
  }

  /** What is kept outside of the database. */
  public Mark mark() {
    return mark;
  }

  /** Whether a station must still say what it holds since the last restore. */
  public boolean isSettling() {
    return isSettling;
  }

  /** Looks again, after a declaration. */
  public boolean look(Handle handle) {
    isSettling = Pending.isAny(handle);
    return isSettling;
  }
}
