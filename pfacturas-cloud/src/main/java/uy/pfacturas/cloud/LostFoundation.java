package uy.pfacturas.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import uy.pfacturas.cloud.journal.Journal;
import uy.pfacturas.cloud.station.Numbers;
import uy.pfacturas.cloud.station.Opening;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.SqliteMedium;

/**
 * The begin of a station whose store and second copy are lost (protocol §11 U2): what is left of
 * them is kept aside, and the new life knows that papers of older ones may exist.
 *
 * @param buzones its mailboxes
 * @param clock says when
 */
record LostFoundation(SynchronizerConfig config, List<BuzonConfig> buzones, Clock clock) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  /**
   * @throws CloudException if nothing is lost, or the disk does not take it
   */
  void begin() {
    refuseSound();
    String suffix = ".apartado-" + TIME.format(clock.instant().atZone(clock.getZone()));
    Path store = config.data().resolve("almacen.db");
    Path copy = config.copia().orElse(config.data().resolve("segunda-copia"));
    try {
      for (String part : List.of("-wal", "-shm", "")) {
        aside(store.resolveSibling(store.getFileName() + part), suffix + part);
      }
      aside(copy, suffix);
      Files.createDirectories(copy);
    } catch (IOException e) {
      throw new CloudException(
          "No se pudo apartar lo que queda del almacén: " + e + ". Revise el disco y permisos.", e);
    }
    Opening opening = new Opening(config.ambiente(), config.instalacion(), config.ruc());
    try (Journal journal = Journal.open(copy);
        DocumentStore fresh = DocumentStore.open(SqliteMedium.open(store), journal)) {
      opening.begin(fresh, UUID.randomUUID().toString(), clock);
    }
  }

  private static void aside(Path file, String suffix) throws IOException {
    if (Files.exists(file)) {
      String name = file.getFileName().toString().replaceAll("-(wal|shm)$", "");
      Files.move(file, file.resolveSibling(name + suffix));
    }
  }

  /** A store that serves knows what was issued: nothing but itself may say so. */
  private void refuseSound() {
    try (Foundation.Trial trial = Foundation.tryOut(config, buzones, clock)) {
      if (trial.foundation().isPresent() && isUsed(trial.foundation().get().store())) {
        throw new CloudException(
            "El almacén de "
                + config.data()
                + " está y sirve, o se pudo rehacer desde su segunda copia: no hay nada perdido."
                + " Arranque con pfacturas run.");
      }
    }
  }

  private boolean isUsed(DocumentStore store) {
    return !new Station(store, clock).cuentas().isEmpty()
        || !new Numbers(store, clock).stock().isEmpty();
  }
}
