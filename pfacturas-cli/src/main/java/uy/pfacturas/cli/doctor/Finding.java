package uy.pfacturas.cli.doctor;

import java.util.List;
import uy.pfacturas.cli.console.Messages;

/**
 * What a check found.
 *
 * @param grade how bad it is
 * @param key of its sentence, {@code doctor.KEY}, and of what to do, {@code doctor.KEY.remedio}
 * @param args what both speak of
 */
public record Finding(Grade grade, String key, List<Object> args) {
  /** How bad it is. */
  public enum Grade {
    /** As it should be. */
    OK,
    /** Works today; a person should act. */
    WARNING,
    /** Does not work. */
    FAULT
  }

  public Finding {
    args = List.copyOf(args);
  }

  /** As it should be. */
  static Finding ok(String key, Object... args) {
    return new Finding(Grade.OK, key, List.of(args));
  }

  /** A person should act. */
  static Finding warning(String key, Object... args) {
    return new Finding(Grade.WARNING, key, List.of(args));
  }

  /** Does not work. */
  static Finding fault(String key, Object... args) {
    return new Finding(Grade.FAULT, key, List.of(args));
  }

  /** What was found: one sentence. */
  public String sentence(Messages messages) {
    return messages.get("doctor." + key, args.toArray());
  }

  /** What to do: one sentence; empty where all is well. */
  public String remedy(Messages messages) {
    return grade == Grade.OK ? "" : messages.get("doctor." + key + ".remedio", args.toArray());
  }
}
