package uy.pfacturas.cloud.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.core.fault.Fault;

/**
 * The one synchronizer of a mailbox. The operating system holds the lock, so that it falls with its
 * process; the file says whose it is. Where a disk keeps no locks, what the file says decides: an
 * owner on this machine is asked whether it lives, one on another machine is believed until a
 * person removes the file.
 */
final class MailboxLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailboxLock.class);

  /** Past what is written, since other processes cannot read a locked part on Windows. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /** What the system says of the lock; nothing, where a disk keeps none. */
  private enum Held {
    BY_US,
    BY_OTHER,
    UNKNOWN
  }

  private final FileChannel channel;

  private MailboxLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a mailbox.
   *
   * @throws MailboxException if another has it, or the file cannot be written
   */
  static MailboxLock take(Path root, Clock clock) {
    Path file = root.resolve(".lock");
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        return take(channel, root, clock);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new MailboxException(
          Fault.of(MailboxFault.NOT_WRITABLE, "", "", file.toString(), RetryQueue.reason(e)), e);
    }
  }

  private static MailboxLock take(FileChannel channel, Path root, Clock clock) throws IOException {
    Optional<LockOwner> before = LockOwner.parse(read(channel));
    Held held = tryLock(channel);
    if (held == Held.BY_OTHER
        || before.filter(owner -> owner.owns(held == Held.BY_US)).isPresent()) {
      String owner = before.map(LockOwner::sentence).orElse("?");
      throw new MailboxException(Fault.of(MailboxFault.IN_USE, "", "", root.toString(), owner));
    }
    before.ifPresent(owner -> LOG.info("stale lock of {} taken over", owner.sentence()));
    write(channel, LockOwner.self(clock).text());
    return new MailboxLock(channel);
  }

  private static Held tryLock(FileChannel channel) {
    try {
      @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock == null ? Held.BY_OTHER : Held.BY_US;
    } catch (OverlappingFileLockException e) {
      return Held.BY_OTHER;
    } catch (IOException e) {
      LOG.warn("this disk keeps no locks: {}", e.toString());
      return Held.UNKNOWN;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(1024);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), UTF_8);
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
  }

  /** Gives it back; the file stays, empty. */
  @Override
  public void close() {
    try (channel) {
      channel.truncate(0);
    } catch (IOException e) {
      LOG.warn("lock not given back in order: {}", e.toString());
    }
  }
}
