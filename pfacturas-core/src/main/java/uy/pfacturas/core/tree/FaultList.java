package uy.pfacturas.core.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultCode;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.formato.FormatoFault;

/**
 * The faults of one file, as many as a person can read: a file of garbage gives the first ones and
 * the number of the others.
 */
public final class FaultList {
  /** How many faults are kept. */
  public static final int SHOWN = 100;

  private static final int QUOTED = 60;

  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private int more;

  /** Adds a fault, unless there are enough already. */
  public void add(Fault fault) {
    if (!isFull()) {
      faults.add(fault);
      paths.add(fault.path());
    } else {
      more++;
    }
  }

  /** Adds a fault about no field of DGI's; quotations are shortened to what a person reads. */
  public void add(FaultCode code, String path, Place place, String... args) {
    if (isFull()) {
      more++;
      return;
    }
    String[] quoted = args.clone();
    for (int i = 0; i < quoted.length; i++) {
      quoted[i] = quote(quoted[i]);
    }
    add(Fault.of(code, "", quote(path), quoted).at(place));
  }

  /** Adds what ended the reading, which is told however many faults came before. */
  public void addLast(FaultCode code, Place place, String... args) {
    faults.add(Fault.of(code, "", "", args).at(place));
  }

  /** Adds faults that were found later, but for those of paths that have one already. */
  public void addUnlessKnown(List<Fault> later) {
    Set<String> before = Set.copyOf(paths);
    later.stream().filter(f -> !before.contains(f.path())).forEach(this::add);
  }

  /** Whether what is added is only counted. */
  public boolean isFull() {
    return faults.size() >= SHOWN;
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /** What was added, in that order, and how many more there are. */
  public List<Fault> list() {
    List<Fault> all = new ArrayList<>(faults);
    if (more > 0) {
      all.add(Fault.of(FormatoFault.HAY_MAS, "", "", Integer.toString(more)));
    }
    return List.copyOf(all);
  }

  /** At most 60 characters of what a file says, without control characters. */
  public static String quote(String text) {
    int end =
        text.codePointCount(0, text.length()) <= QUOTED
            ? text.length()
            : text.offsetByCodePoints(0, QUOTED - 1);
    StringBuilder shown = new StringBuilder();
    text.substring(0, end)
        .codePoints()
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .forEach(shown::appendCodePoint);
    return end == text.length() ? shown.toString() : shown.append('…').toString();
  }
}
