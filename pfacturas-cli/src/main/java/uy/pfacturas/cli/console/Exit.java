package uy.pfacturas.cli.console;

import java.util.Arrays;
import java.util.Optional;

/** How a command ends, for scripts. The numbers are a public contract. */
public enum Exit {
  /** Done. */
  DONE(0),
  /** A fault of the program or of the machine. */
  INTERNAL(1),
  /** The command or the configuration is wrong. */
  USAGE(2),
  /** A document or number is invalid; all that is wrong was said. */
  INVALID(3),
  /** The other side refused. */
  REJECTED(4),
  /** The other side could not be reached. */
  UNAVAILABLE(5),
  /** A device (printer, disk) did not do it. */
  DEVICE(6),
  /** Not decided yet, or unknown: ask {@code status}. */
  PENDING(7),
  /** Asked how it stands: documents are signed here. */
  CONTINGENCY(8);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }

  /** The one with this number; empty if there is none. */
  public static Optional<Exit> find(String code) {
    return Arrays.stream(values())
        .filter(exit -> Integer.toString(exit.code).equals(code))
        .findFirst();
  }

  /** The worse of two: the one with a number that is not 0, the first where both are not. */
  public Exit and(Exit other) {
    return this == DONE ? other : this;
  }
}
