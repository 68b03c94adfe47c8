package uy.pfacturas.cloud.mailbox;

import uy.pfacturas.core.fault.FaultCode;

/** What can be wrong with a mailbox or a file in it, before its content is read. */
public enum MailboxFault implements FaultCode {
  /** The content shows no end. */
  NO_END("BUZ-01"),
  /** Empty. */
  EMPTY("BUZ-02"),
  /** Neither .txt nor .json nor .xml; argument: the ending. */
  UNKNOWN_ENDING("BUZ-03"),
  /** A link, a folder or a device instead of a file. */
  NOT_A_FILE("BUZ-04"),
  /** Larger than is read; arguments: its size and the limit, in bytes. */
  TOO_LARGE("BUZ-05"),
  /** Taken, but no longer there. */
  VANISHED("BUZ-06"),
  /** Another program holds it; arguments: its name, what the system says. */
  HELD("BUZ-07"),
  /** Another file of that name is still in work. */
  NAME_BUSY("BUZ-08"),
  /** Being written. */
  MOVING("BUZ-09"),
  /** Another synchronizer has the mailbox; arguments: folder, owner. */
  IN_USE("BUZ-10"),
  /** A folder cannot be written; arguments: folder, what the system says. */
  NOT_WRITABLE("BUZ-11"),
  /** A folder of the mailbox is a link or lies on another disk; argument: folder. */
  NOT_ONE_PLACE("BUZ-12"),
  /** The folder cannot be read now; arguments: folder, what the system says. */
  NOT_READABLE("BUZ-13");

  private final String code;

  MailboxFault(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
