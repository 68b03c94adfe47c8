package uy.pfacturas.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.cloud.archive.Archive;
import uy.pfacturas.cloud.journal.Journal;
import uy.pfacturas.cloud.station.Opening;
import uy.pfacturas.cloud.station.Rebuild;
import uy.pfacturas.cloud.station.Telling;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Medium;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.cloud.store.StoreException;

/**
 * What a station stands on: its store and the second copy. A store that is lost, damaged or older
 * than its copy is kept aside and made anew from the copy, as a new life (protocol §8.1); where
 * neither says what was issued, nothing is issued until a person has decided (§11 U2).
 *
 * @param journal the second copy
 * @param store opened, stamped, not older than the copy
 * @param clock says when
 * @param news what happened to the store at this start, for a person; empty where nothing did
 */
record Foundation(Journal journal, DocumentStore store, Clock clock, Optional<String> news) {
  private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  /** The file as it was found. */
  private record Found(Optional<DocumentStore> store, String reason) {}

  /** What is needed to look at files. */
  private record Site(
      Path file, Function<Path, Medium> medium, Opening opening, Journal journal, Clock clock) {}

  /**
   * @param opened is given what is to be closed if a later step of the start fails
   * @throws CloudException if nothing may be issued on what is there; its message says what to do
   */
  static Foundation lay(
      SynchronizerConfig config,
      List<BuzonConfig> mailboxes,
      Engine.Outside outside,
      List<AutoCloseable> opened) {
    return lay(config, mailboxes, outside.medium(), outside.clock(), opened);
  }

  static Foundation lay(
      SynchronizerConfig config,
      List<BuzonConfig> mailboxes,
      Function<Path, Medium> medium,
      Clock clock,
      List<AutoCloseable> opened) {
    Path copia = config.copia().orElse(config.data().resolve("segunda-copia"));
    Journal journal = Journal.open(copia);
    opened.add(journal);
    long copied = copied(journal);
    Site site =
        new Site(
            config.data().resolve("almacen.db"),
            medium,
            new Opening(config.ambiente(), config.instalacion(), config.ruc()),
            journal,
            clock);
    Found found = look(site, copied);
    Optional<String> news = Optional.empty();
    if (found.store().isEmpty()) {
      if (copied > 0) {
        news = Optional.of(rebuild(site, found.reason()));
      } else {
        refuseLost(site, found.reason(), mailboxes);
      }
    }
    DocumentStore store =
        found
            .store()
            .orElseGet(() -> DocumentStore.open(site.medium().apply(site.file()), journal));
    opened.add(store);
    site.opening().check(store, copied, UUID.randomUUID().toString(), site.clock());
    return new Foundation(journal, store, site.clock(), news);
  }

  /** Neither store nor copy says what was issued. */
  static final class LostException extends CloudException {
    private static final long serialVersionUID = 1L;

    LostException(String message) {
      super(message);
    }
  }

  private static long copied(Journal journal) {
    try {
      return Telling.copied(journal);
    } catch (IOException e) {
      throw new CloudException(
          "La segunda copia no se puede leer: " + e.getMessage() + ". Revise ese disco.", e);
    }
  }

  /** Opens the file; without a store where it is not to be used, and then says why. */
  private static Found look(Site site, long copied) {
    if (!Files.exists(site.file())) {
      return new Found(Optional.empty(), "El almacén no estaba en " + site.file() + ".");
    }
    Optional<DocumentStore> opened = Optional.empty();
    try {
      DocumentStore store = DocumentStore.open(site.medium().apply(site.file()), site.journal());
      opened = Optional.of(store);
      Opening.Fitness fitness = site.opening().fitness(store, copied);
      if (fitness == Opening.Fitness.GOOD) {
        return new Found(opened, "");
      }
      store.close();
      return new Found(
          Optional.empty(),
          fitness == Opening.Fitness.OLD
              ? "El almacén era más viejo que su segunda copia: usarlo habría repetido números."
              : "El almacén estaba vacío.");
    } catch (StoreException e) {
      opened.ifPresent(DocumentStore::close);
      if (!e.isDamaged()) {
        throw e;
      }
      return new Found(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private static String rebuild(Site site, String reason) {
    LOG.error("store is not usable: {}", reason);
    Path fresh = site.file().resolveSibling("almacen.db.nuevo");
    try {
      remove(fresh);
      long documents;
      try (DocumentStore store = DocumentStore.open(site.medium().apply(fresh), SecondCopy.NONE)) {
        Rebuild.Outcome outcome =
            new Rebuild(site.opening(), store, site.clock())
                .run(site.journal()::readAll, UUID.randomUUID().toString());
        if (!(outcome instanceof Rebuild.Outcome.Done done)) {
          throw lost(
              site, reason + " A la segunda copia le faltan apuntes, y no alcanza para rehacerlo.");
        }
        documents = done.documentos();
      }
      Optional<Path> aside = aside(site);
      move(fresh, site.file());
      String told =
          reason
              + " Se rehízo desde la segunda copia con "
              + documents
              + " comprobantes; los números que quedaban no se usan y se piden otros."
              + aside.map(a -> " El anterior está en " + a + ": no lo borre.").orElse("");
      LOG.warn("{}", told);
      return told;
    } catch (IOException | UncheckedIOException e) {
      throw new CloudException(
          reason + " No se pudo rehacer desde la segunda copia: " + e + ". Revise los discos.", e);
    }
  }

  /** An unfinished file of an earlier start: all of it is in the second copy. */
  private static void remove(Path fresh) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + suffix));
    }
  }

  /** Renames what was there, with the time; never deletes. */
  private static Optional<Path> aside(Site site) throws IOException {
    if (!Files.exists(site.file())) {
      return Optional.empty();
    }
    String name =
        site.file().getFileName()
            + ".apartado-"
            + TIME.format(site.clock().instant().atZone(site.clock().getZone()));
    Path kept = site.file().resolveSibling(name);
    for (int i = 2; Files.exists(kept); i++) {
      kept = site.file().resolveSibling(name + "." + i);
    }
    for (String suffix : List.of("-wal", "-shm", "")) {
      Path part = site.file().resolveSibling(site.file().getFileName() + suffix);
      if (Files.exists(part)) {
        move(part, kept.resolveSibling(kept.getFileName() + suffix));
      }
    }
    return Optional.of(kept);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to);
    }
  }

  /** Without store and copy this may only be a new installation. */
  private static void refuseLost(Site site, String reason, List<BuzonConfig> mailboxes) {
    boolean isDamaged = Files.exists(site.file()) && size(site.file()) > 0 && !isEmpty(reason);
    List<String> signed =
        mailboxes.stream()
            .map(c -> new Archive(c.mailbox().root()))
            .flatMap(archive -> archive.newest(MOST_LISTED).stream())
            .toList();
    if (isDamaged || !signed.isEmpty()) {
      throw lost(
          site,
          reason
              + " Tampoco hay segunda copia."
              + (signed.isEmpty()
                  ? ""
                  : " Últimos comprobantes en firmados/: " + String.join(", ", signed) + "."));
    }
  }

  private static final int MOST_LISTED = 20;

  private static boolean isEmpty(String reason) {
    return reason.endsWith("vacío.");
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CloudException lost(Site site, String what) {
    return new LostException(
        what
            + " No se emite nada: lo que ya se imprimió podría emitirse otra vez. Devuelva a su"
            + " lugar el almacén ("
            + site.file()
            + ") o la segunda copia. Si los dos se perdieron, siga la guía «Instalación perdida» de"
            + " docs/estados.md: «pfacturas recomenzar», y después ver uno por uno los archivos que"
            + " quedan RETENIDO.");
  }

  /** Once the medium of the copy is back, tells it what it missed. */
  void mend() {
    long losses = journal.losses();
    if (!journal.isWhole() && journal.trouble().isEmpty()) {
      new Telling(store, clock).tell(copied(journal));
      if (journal.losses() == losses) {
        journal.mended(losses);
      }
    }
  }
}
