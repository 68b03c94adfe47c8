package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.core.fault.Fault;

/**
 * The folder {@code entrada/}: looks, judges what is complete, and takes it. One thread at a time.
 *
 * <p>A look lists the folder once and asks for the attributes of each file once; its files are then
 * worked off, so that thousands that wait cost one look, not one each.
 */
final class Entrance {
  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
  private static final Set<String> ENDINGS = Set.of(".txt", ".json", ".xml");
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration HELD_AGAIN = Duration.ofMillis(200);

  /** That a file waits for something that nobody needs to do anything about. */
  private static final Set<MailboxFault> PATIENT =
      Set.of(MailboxFault.MOVING, MailboxFault.NAME_BUSY);

  private final Folders folders;
  private final MailboxConfig config;
  private final Clock clock;
  private final InWork inWork;
  private final Doorbell bell;
  private final Disk disk;
  private final BiPredicate<byte[], String> isComplete;
  private final LargeFiles large;
  private final BiConsumer<Sighting, Fault> report;

  private final Deque<Sighting> backlog = new ArrayDeque<>();
  private final Map<Path, Waiting> waiting = new ConcurrentHashMap<>();
  private final Set<Sighting> judged = new HashSet<>();
  private final Set<Sighting> reported = new HashSet<>();
  private Look look = Look.NONE;
  private Instant lookedAt = Instant.MIN;
  private volatile Instant due = Instant.MAX;
  private volatile boolean hasNameWaiting;

  /**
   * @param isComplete whether a content, by its file name, shows its end
   * @param report takes each file that has waited too long for its end, once
   */
  Entrance(
      Folders folders,
      MailboxConfig config,
      Clock clock,
      InWork inWork,
      Doorbell bell,
      Disk disk,
      BiPredicate<byte[], String> isComplete,
      LargeFiles large,
      BiConsumer<Sighting, Fault> report) {
    this.folders = folders;
    this.config = config;
    this.clock = clock;
    this.inWork = inWork;
    this.bell = bell;
    this.disk = disk;
    this.isComplete = isComplete;
    this.large = large;
    this.report = report;
  }

  /**
   * Takes up to {@code max} complete files, oldest first.
   *
   * @throws MailboxException if none can be taken because a folder may not be written
   */
  List<Claim> take(int max) throws IOException {
    if (backlog.isEmpty() || lookedAt.plus(LOOK_AGAIN).isBefore(clock.instant())) {
      look();
    }
    List<Claim> taken = new ArrayList<>();
    while (taken.size() < max && !backlog.isEmpty()) {
      Sighting file = backlog.remove();
      try {
        Optional<MailboxFault> obstacle = obstacle(file);
        if (obstacle.isPresent()) {
          waits(file, obstacle.get(), "");
        } else {
          taken.add(take(file));
        }
      } catch (NoSuchFileException e) {
        waiting.remove(file.path());
      } catch (IOException e) {
        LOG.debug("held", e);
        waits(file, MailboxFault.HELD, RetryQueue.reason(e));
        if (taken.isEmpty()) {
          refuseUnwritable(folders.entrada(), e);
          refuseUnwritable(folders.proceso(), e);
        }
      }
    }
    return taken;
  }

  private void refuseUnwritable(Path folder, IOException e) {
    if (!disk.isWritable(folder)) {
      throw Folders.notWritable(folder, e);
    }
  }

  /** Whether a file waits for the name of one in work. */
  boolean hasNameWaiting() {
    return hasNameWaiting;
  }

  /** Files that were seen and are not taken. */
  Collection<Waiting> waiting() {
    return waiting.values();
  }

  /** When a waiting file may have become complete by standing still. */
  Instant due() {
    return due;
  }

  private void look() throws IOException {
    Instant now = clock.instant();
    look = Look.at(folders.entrada(), look, now);
    lookedAt = now;
    due = Instant.MAX;
    backlog.clear();
    backlog.addAll(look.oldestFirst());
    waiting.keySet().retainAll(look.files().keySet());
    hasNameWaiting = false;
    judged.removeIf(file -> !file.equals(look.files().get(file.path())));
    reported.removeIf(file -> !file.equals(look.files().get(file.path())));
  }

  /** What keeps a file from being taken now; empty if nothing does. */
  private Optional<MailboxFault> obstacle(Sighting file) throws IOException {
    if (!file.isFile()) {
      return Optional.of(MailboxFault.NOT_A_FILE);
    }
    if (!ENDINGS.contains(file.ending().toLowerCase(Locale.ROOT))) {
      return Optional.of(MailboxFault.UNKNOWN_ENDING);
    }
    if (inWork.isBusy(file)) {
      return Optional.of(MailboxFault.NAME_BUSY);
    }
    if (look.markOf(file).isPresent()) {
      return Optional.empty();
    }
    if (file.size() == 0) {
      return Optional.of(MailboxFault.EMPTY);
    }
    boolean isQuiet = file.still(clock.instant()).compareTo(config.quietPeriod()) >= 0;
    if (file.size() > config.syntax().maxBytes()) {
      return isQuiet ? Optional.empty() : Optional.of(MailboxFault.MOVING);
    }
    return judge(file, isQuiet);
  }

  private Optional<MailboxFault> judge(Sighting file, boolean isQuiet) throws IOException {
    boolean isRenamed = isQuiet && bell.appearedWhole(file.name(), config.quietPeriod());
    if (judged.contains(file) && !isRenamed) {
      return Optional.of(MailboxFault.NO_END);
    }
    Ending ending =
        isRenamed
            ? Ending.FINAL
            : large.inTurn(file.size(), () -> Ending.of(file, isComplete, isQuiet));
    if (ending == Ending.FINAL || (isQuiet && ending == Ending.LIKELY)) {
      boolean isStill =
          Look.see(file.path(), file.name(), file.since()).filter(file::isSame).isPresent();
      return isStill ? Optional.empty() : Optional.of(MailboxFault.MOVING);
    }
    if (isQuiet) {
      judged.add(file);
    }
    return Optional.of(isQuiet ? MailboxFault.NO_END : MailboxFault.MOVING);
  }

  private Claim take(Sighting file) throws IOException {
    Optional<Sighting> mark = look.markOf(file);
    Path place = inWork.place(file);
    try {
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(place.toString());
      }
      disk.replace(file.path(), place);
    } catch (IOException e) {
      inWork.abandon(place);
      throw e;
    }
    waiting.remove(file.path());
    mark.ifPresent(this::remove);
    return inWork.taken(file, place, clock.instant());
  }

  /** A mark that cannot be removed does no harm: it is older than the next file of its name. */
  private void remove(Sighting mark) {
    try {
      if (Look.see(mark.path(), mark.name(), mark.since()).filter(mark::isSame).isPresent()) {
        Files.deleteIfExists(mark.path());
      }
    } catch (IOException e) {
      LOG.debug("mark not removed", e);
    }
  }

  private void waits(Sighting file, MailboxFault why, String reason) {
    Instant now = clock.instant();
    Fault fault = fault(file, why, reason);
    waiting.put(file.path(), new Waiting(file.name(), file.since(), fault));
    hasNameWaiting |= why == MailboxFault.NAME_BUSY;
    Instant next =
        switch (why) {
          case MOVING -> file.since().plus(config.quietPeriod());
          case HELD -> now.plus(HELD_AGAIN);
          case NAME_BUSY -> Instant.MAX;
          default -> file.since().plus(config.incompleteAfter());
        };
    if (next.isAfter(now) && next.isBefore(due)) {
      due = next;
    }
    boolean isLate = file.age(now).compareTo(config.incompleteAfter()) >= 0;
    if (isLate && !PATIENT.contains(why) && reported.add(file)) {
      report.accept(file, fault);
    }
  }

  private static Fault fault(Sighting file, MailboxFault why, String reason) {
    return switch (why) {
      case UNKNOWN_ENDING -> Fault.of(why, "", "", file.ending());
      case HELD -> Fault.of(why, "", "", file.name(), reason);
      default -> Fault.of(why, "", "");
    };
  }
}
