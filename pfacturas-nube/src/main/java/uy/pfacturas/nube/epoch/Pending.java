package uy.pfacturas.nube.epoch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Tables {@code restauracion} and {@code por_declarar}: who must still say what it holds since the
 * restore, and what follows when nobody is left.
 */
public final class Pending {
  /** A station that has not declared. */
  public record Station(String ruc, String estacion) {}

  /** A CAE and the last number that was given of it. */
  private record Counter(long n, long caeId, int last) {}

  private Pending() {}

  /** Whether a station must declare before it is served. */
  public static boolean waits(Handle handle, String ruc, String estacion) {
    return handle
        .createQuery("SELECT 1 FROM por_declarar WHERE ruc = :ruc AND estacion = :estacion")
        .bind("ruc", ruc)
        .bind("estacion", estacion)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Whether numbers of a company are in doubt. */
  public static boolean isOpen(Handle handle, String ruc) {
    return handle
        .createQuery("SELECT 1 FROM restauracion WHERE ruc = :ruc")
        .bind("ruc", ruc)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Whether no new number may be given, since nobody knows yet which ones are free. */
  public static boolean isCounting(Handle handle, String ruc) {
    return margin(handle, ruc).isPresent();
  }

  private static Optional<Integer> margin(Handle handle, String ruc) {
    return handle
        .createQuery("SELECT margen FROM restauracion WHERE ruc = :ruc AND margen IS NOT NULL")
        .bind("ruc", ruc)
        .mapTo(Integer.class)
        .findOne();
  }

  /** Whether anybody is waited for. */
  static boolean isAny(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM restauracion LIMIT 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Who is waited for, by company and name. */
  public static List<Station> all(Handle handle) {
    return handle
        .createQuery("SELECT ruc, estacion FROM por_declarar ORDER BY ruc, estacion")
        .map((row, context) -> new Station(row.getString(1), row.getString(2)))
        .list();
  }

  /** A company's numbers are in doubt until its stations have declared. */
  static void begin(Handle handle, String ruc, Optional<Integer> margin) {
    handle
        .createUpdate(
            "INSERT INTO restauracion (ruc, margen) VALUES (:ruc, :margen)"
                + " ON CONFLICT (ruc) DO UPDATE SET margen = COALESCE(excluded.margen, margen)")
        .bind("ruc", ruc)
        .bind("margen", margin)
        .execute();
  }

  static void await(Handle handle, String ruc, String estacion) {
    handle
        .createUpdate(
            "INSERT INTO por_declarar (ruc, estacion) VALUES (:ruc, :estacion)"
                + " ON CONFLICT DO NOTHING")
        .bind("ruc", ruc)
        .bind("estacion", estacion)
        .execute();
  }

  /**
   * A station has declared, or is given up. After the last one of its company what nobody declared
   * is annulled.
   *
   * @return whether it was waited for
   */
  public static boolean done(Handle handle, Mark mark, String ruc, String estacion, Instant now) {
    int removed =
        handle
            .createUpdate("DELETE FROM por_declarar WHERE ruc = :ruc AND estacion = :estacion")
            .bind("ruc", ruc)
            .bind("estacion", estacion)
            .execute();
    settle(handle, mark, ruc, now);
    return removed > 0;
  }

  /** Annuls the gap of a company, unless somebody may still declare of it. */
  public static void settle(Handle handle, Mark mark, String ruc, Instant now) {
    boolean isWaiting = all(handle).stream().anyMatch(station -> station.ruc().equals(ruc));
    if (isWaiting) {
      return;
    }
    margin(handle, ruc).ifPresent(margin -> passOver(handle, mark, ruc, margin, now));
    Gap.annul(handle, ruc, now);
    handle.createUpdate("DELETE FROM restauracion WHERE ruc = :ruc").bind("ruc", ruc).execute();
  }

  private static void passOver(Handle handle, Mark mark, String ruc, int margin, Instant now) {
    List<Counter> counters =
        handle
            .createQuery("SELECT n, cae_id, siguiente - 1 FROM cae WHERE ruc = :ruc ORDER BY n")
            .bind("ruc", ruc)
            .map((row, context) -> new Counter(row.getLong(1), row.getLong(2), row.getInt(3)))
            .list();
    for (Counter counter : counters) {
      mark.reserve(ruc, counter.caeId(), counter.last() + margin);
      Gap.open(handle, counter.n(), counter.last() + margin, now);
    }
  }
}
