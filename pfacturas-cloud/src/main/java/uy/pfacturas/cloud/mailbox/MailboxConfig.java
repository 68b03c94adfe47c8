package uy.pfacturas.cloud.mailbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import uy.pfacturas.core.input.Syntax;

/**
 * Settings of one mailbox.
 *
 * @param root its folder; made if absent
 * @param identity where ids come from
 * @param syntax how its files are written, and status files too
 * @param quietPeriod how long size and time of a file must stand still where its content alone does
 *     not prove that it is complete
 * @param incompleteAfter after which a file without an end is reported
 * @param keepStatus age over which status files are moved to {@code salida/AAAA/MM/}
 * @param renameRetry how long a file that another program holds is tried again before that is
 *     reported; it is tried for as long as it takes
 * @param locale language of status and error files
 */
public record MailboxConfig(
    Path root,
    Identity identity,
    Syntax syntax,
    Duration quietPeriod,
    Duration incompleteAfter,
    Duration keepStatus,
    Duration renameRetry,
    Locale locale) {
  /** Two seconds quiet, ten minutes incomplete, thirty days of status files, ten seconds held. */
  public static MailboxConfig of(Path root, Identity identity, Syntax syntax, Locale locale) {
    return new MailboxConfig(
        root,
        identity,
        syntax,
        Duration.ofSeconds(2),
        Duration.ofMinutes(10),
        Duration.ofDays(30),
        Duration.ofSeconds(10),
        locale);
  }
}
