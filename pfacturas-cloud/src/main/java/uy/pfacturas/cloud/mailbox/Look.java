package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listing of {@code entrada/}.
 *
 * @param files files that may be requests, by path
 * @param marks {@code .ok} files by their name in lower case
 */
record Look(Map<Path, Sighting> files, Map<String, Sighting> marks) {
  private static final Logger LOG = LoggerFactory.getLogger(Look.class);

  /** Before the first look. */
  static final Look NONE = new Look(Map.of(), Map.of());

  /** Names of files that are being written aside, by editors, downloads, copies and ERPs. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "[.](?![.]).*|~.*|.*~|.*\\.(tmp|temp|part|partial|filepart|crdownload|download|swp|writing|lock)",
          Pattern.CASE_INSENSITIVE);

  /** Lists a folder; what has not changed since an earlier look keeps its time of first sight. */
  static Look at(Path folder, Look before, Instant now) throws IOException {
    Look look = new Look(new HashMap<>(), new HashMap<>());
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path path : entries) {
        String name = String.valueOf(path.getFileName());
        if (!ASIDE.matcher(name).matches()) {
          look.add(find(path, name, now), before);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return look;
  }

  /** One file that cannot be looked at, such as one that is being deleted, hides no other. */
  private static Optional<Sighting> find(Path path, String name, Instant now) {
    try {
      return see(path, name, now);
    } catch (IOException e) {
      LOG.debug("not to be seen now", e);
      return Optional.empty();
    }
  }

  /** What is to be seen at a path now; empty for a folder and for what has gone. */
  static Optional<Sighting> see(Path path, String name, Instant now) throws IOException {
    try {
      BasicFileAttributes is =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return is.isDirectory()
          ? Optional.empty()
          : Optional.of(
              new Sighting(
                  path,
                  name,
                  is.isRegularFile(),
                  is.size(),
                  is.lastModifiedTime().toInstant(),
                  now));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** All, oldest first. */
  List<Sighting> oldestFirst() {
    List<Sighting> all = new ArrayList<>(files.values());
    all.sort(Comparator.comparing(Sighting::written).thenComparing(Sighting::name));
    return all;
  }

  /**
   * The mark that says that this file is complete; empty if there is none. One that was there
   * before the file became what it is does not count, unless its own time is later: it may be left
   * from an earlier file, and some copies keep the time of a mark made years ago.
   */
  Optional<Sighting> markOf(Sighting file) {
    @Nullable Sighting mark = marks.get(markName(file.name()));
    return Optional.ofNullable(mark == null ? marks.get(markName(file.stem())) : mark)
        .filter(m -> !m.since().isBefore(file.since()) || !m.written().isBefore(file.written()));
  }

  /** Name of a mark in lower case. */
  static String markName(String name) {
    return name.toLowerCase(Locale.ROOT) + ".ok";
  }

  private void add(Optional<Sighting> seen, Look before) {
    seen.ifPresent(
        sighting -> {
          if (sighting.ending().equalsIgnoreCase(".ok")) {
            String name = sighting.name().toLowerCase(Locale.ROOT);
            marks.put(name, known(sighting, before.marks.get(name)));
          } else {
            files.put(sighting.path(), known(sighting, before.files.get(sighting.path())));
          }
        });
  }

  private static Sighting known(Sighting now, @Nullable Sighting before) {
    return before != null && before.isSame(now) ? now.since(before.since()) : now;
  }
}
