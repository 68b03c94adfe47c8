package uy.pfacturas.cloud;

import uy.pfacturas.cloud.mailbox.MailboxConfig;

/**
 * One mailbox of an installation.
 *
 * @param nombre empty for the only or first one; a further one has a name of letters and digits,
 *     which keeps its ids apart at the cloud ({@code <instalacion>.<nombre>/<Id>})
 * @param mailbox its folder and how it is written
 * @param hogar the ids that are issued here
 */
public record BuzonConfig(String nombre, MailboxConfig mailbox, Hogar hogar) {
  /**
   * @throws IllegalArgumentException if the name has other characters
   */
  public BuzonConfig {
    if (!nombre.matches("[A-Za-z0-9_-]{0,20}")) {
      throw new IllegalArgumentException("nombre is not letters and digits: " + nombre);
    }
  }

  /** The only mailbox of an installation. */
  public static BuzonConfig of(MailboxConfig mailbox) {
    return new BuzonConfig("", mailbox, Hogar.TODOS);
  }
}
