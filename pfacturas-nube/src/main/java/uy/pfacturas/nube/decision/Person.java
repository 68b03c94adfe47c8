package uy.pfacturas.nube.decision;

import java.time.Clock;
import org.jdbi.v3.core.Handle;

/**
 * Who decides.
 *
 * @param nombre as the system knows him; kept with every decision
 * @param clock says when
 */
public record Person(String nombre, Clock clock) {
  /** Keeps what was decided. */
  void decides(Handle handle, String asunto, String que) {
    handle
        .createUpdate(
            "INSERT INTO decision (cuando, quien, asunto, que)"
                + " VALUES (:cuando, :quien, :asunto, :que)")
        .bind("cuando", clock.instant().toString())
        .bind("quien", nombre)
        .bind("asunto", asunto)
        .bind("que", que)
        .execute();
  }
}
