package uy.pfacturas.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private static final Logger LOG = LoggerFactory.getLogger(LostFoundation.class);
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
    try (Trial trial = tryOut()) {
      if (trial.foundation().isPresent() && isUsed(trial.foundation().get().store())) {
        throw new CloudException(
            "El almacén de "
                + config.data()
                + " está y sirve, o se pudo rehacer desde su segunda copia: no hay nada perdido."
                + " Arranque con pfacturas run.");
      }
    }
  }

  /**
   * A look at what is there.
   *
   * @param foundation empty where store and copy are lost
   * @param opened what is to be closed
   */
  private record Trial(Optional<Foundation> foundation, List<AutoCloseable> opened)
      implements AutoCloseable {
    @Override
    public void close() {
      for (int i = opened.size() - 1; i >= 0; i--) {
        try {
          opened.get(i).close();
        } catch (Exception e) {
          LOG.warn("not closed: {}", e.toString());
        }
      }
    }
  }

  /** Lays it, unless store and copy are lost. */
  private Trial tryOut() {
    List<AutoCloseable> opened = new ArrayList<>();
    try {
      return new Trial(
          Optional.of(Foundation.lay(config, buzones, SqliteMedium::open, clock, opened)), opened);
    } catch (Foundation.LostException e) {
      return new Trial(Optional.empty(), opened);
    } catch (RuntimeException e) {
      new Trial(Optional.empty(), opened).close();
      throw e;
    }
  }

  private boolean isUsed(DocumentStore store) {
    return !new Station(store, clock).cuentas().isEmpty()
        || !new Numbers(store, clock).stock().isEmpty();
  }
}
