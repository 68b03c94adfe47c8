package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * The folder {@code proceso/} and the names that are in work. Where each arrival is a request of
 * its own, each lies in a folder named after its arrival, so that its id survives a crash.
 */
final class InWork {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path proceso;
  private final Identity identity;
  private final Clock clock;
  private final RandomGenerator random;
  private final Map<String, Claim> busy = new ConcurrentHashMap<>();

  InWork(Path proceso, Identity identity, Clock clock, RandomGenerator random) {
    this.proceso = proceso;
    this.identity = identity;
    this.clock = clock;
    this.random = random;
  }

  /** What an earlier run left, oldest first. */
  List<Sighting> leftOvers() throws IOException {
    List<Sighting> left = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(proceso)) {
      for (Path path : entries) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          addArrival(path, left);
        } else {
          add(path, left);
        }
      }
    }
    left.sort(Comparator.comparing(Sighting::written).thenComparing(Sighting::name));
    return left;
  }

  /** Whether a request of this name is in work; upper and lower case are the same. */
  boolean isBusy(Sighting file) {
    return busy.containsKey(key(file.name()));
  }

  /** Makes a place for a file; {@code taken} or {@code released} must follow. */
  Path place(Sighting file) throws IOException {
    Path folder = proceso;
    if (identity == Identity.CADA_ARCHIVO) {
      String stamp = STAMP.format(clock.instant());
      folder = proceso.resolve(stamp + String.format(Locale.ROOT, "%06x", random.nextInt(1 << 24)));
      Files.createDirectory(folder);
    }
    return folder.resolve(nameOf(file.path()));
  }

  /** The claim of a file that lies in work now; its name is busy until it is released. */
  Claim taken(Sighting file, Path where, Instant arrival) {
    String base = SafeName.ofFile(file.stem(), file.path());
    Claim claim = new Claim(base, file.name(), where, arrival, id(base, where, file));
    busy.put(key(file.name()), claim);
    return claim;
  }

  /** Whether a claim has not been answered yet. */
  boolean has(Claim claim) {
    return claim.equals(busy.get(key(claim.fileName())));
  }

  /** Frees the name of a claim whose file has left, and its folder if it had one of its own. */
  void released(Claim claim) throws IOException {
    abandon(claim.file());
    busy.remove(key(claim.fileName()), claim);
  }

  /** Removes a place that holds nothing. */
  void abandon(Path place) throws IOException {
    Path folder = place.getParent();
    if (folder != null && !folder.equals(proceso)) {
      Files.deleteIfExists(folder);
    }
  }

  private Optional<String> id(String base, Path where, Sighting file) {
    return switch (identity) {
      case FILE_ID -> Optional.empty();
      case NOMBRE -> Optional.of(base);
      case CADA_ARCHIVO -> Optional.of(base + "-" + stampOf(where, file));
    };
  }

  private String stampOf(Path where, Sighting file) {
    Path folder = where.getParent();
    return folder == null || folder.equals(proceso)
        ? STAMP.format(file.written())
        : nameOf(folder).toString();
  }

  private void addArrival(Path folder, List<Sighting> left) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path path : entries) {
        add(path, left);
      }
    }
    if (left.stream().noneMatch(file -> folder.equals(file.path().getParent()))) {
      Files.deleteIfExists(folder);
    }
  }

  private void add(Path path, List<Sighting> left) throws IOException {
    String name = nameOf(path).toString();
    Look.see(path, name, clock.instant())
        .filter(Sighting::isFile)
        .filter(file -> !name.startsWith("."))
        .ifPresent(left::add);
  }

  private static Path nameOf(Path path) {
    return Objects.requireNonNull(path.getFileName());
  }

  private static String key(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return (dot < 0 ? fileName : fileName.substring(0, dot)).toLowerCase(Locale.ROOT);
  }
}
