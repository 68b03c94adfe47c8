package uy.pfacturas.cloud.mailbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who owns a mailbox.
 *
 * @param host name of the machine
 * @param pid its process
 * @param started when that process began, seconds; with the pid it names one process
 */
record LockOwner(String host, long pid, Instant started) {
  private static final Pattern TEXT =
      Pattern.compile("equipo=(.*)\npid=([0-9]{1,18})\ndesde=(-?[0-9]{1,15})\n");

  /** This process. */
  static LockOwner self(Clock clock) {
    ProcessHandle self = ProcessHandle.current();
    Instant started = self.info().startInstant().orElseGet(clock::instant);
    return new LockOwner(thisHost(), self.pid(), started.truncatedTo(ChronoUnit.SECONDS));
  }

  /** What a lock file says; empty if it says nothing, or was cut off. */
  static Optional<LockOwner> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new LockOwner(
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                Instant.ofEpochSecond(Long.parseLong(matcher.group(3)))))
        : Optional.empty();
  }

  String text() {
    return "equipo=" + host + "\npid=" + pid + "\ndesde=" + started.getEpochSecond() + "\n";
  }

  /** For a person. */
  String sentence() {
    return "pid " + pid + ", " + host + ", " + started;
  }

  /**
   * Whether this owner still has the mailbox.
   *
   * @param isLocked whether the system has given us the lock, which it does not across machines
   *     while another has it
   */
  boolean owns(boolean isLocked) {
    return host.equals(thisHost()) ? isAlive() : !isLocked;
  }

  /** Whether it is another living process of this machine; a reused pid is not taken for it. */
  private boolean isAlive() {
    return pid != ProcessHandle.current().pid()
        && ProcessHandle.of(pid)
            .flatMap(process -> process.info().startInstant())
            .map(begun -> begun.truncatedTo(ChronoUnit.SECONDS).equals(started))
            .orElse(false);
  }

  private static String thisHost() {
    String named = System.getenv("COMPUTERNAME");
    if (named != null) {
      return named;
    }
    try {
      return InetAddress.getLocalHost().getHostName().replaceAll("[\\r\\n]", "");
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
