package uy.pfacturas.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The table that is printed at the end, in Spanish. */
final class Report {
  static final Locale SPANISH = Locale.forLanguageTag("es-UY");

  private record Row(String what, String value, String aim, String verdict) {}

  private final SortedMap<Integer, List<Row>> parts = new TreeMap<>();
  private List<Row> rows = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();

  /** What is said from now on belongs to this part; parts are printed by their number. */
  void part(int number, String title) {
    rows = parts.computeIfAbsent(number, n -> new ArrayList<>());
    if (rows.isEmpty()) {
      rows.add(new Row(number + ". " + title, "", "", ""));
    }
  }

  /** A figure without an aim. */
  void line(String what, String format, Object... args) {
    rows.add(new Row("  " + what, String.format(SPANISH, format, args), "", ""));
  }

  /** A figure that is to be at most so much. */
  void atMost(String what, double value, double most, String format) {
    judge(what, value, "≤ ", most, format, value <= most);
  }

  /** A figure that is to be at least so much. */
  void atLeast(String what, double value, double least, String format) {
    judge(what, value, "≥ ", least, format, value >= least);
  }

  private void judge(
      String what, double value, String sign, double limit, String format, boolean isMet) {
    rows.add(
        new Row(
            "  " + what,
            String.format(SPANISH, format, value),
            sign + String.format(SPANISH, format, limit),
            isMet ? "cumple" : "NO CUMPLE"));
    if (!isMet) {
      missed.add(what);
    }
  }

  /** All lines, columns under each other, and what was missed. */
  String render() {
    List<Row> all = parts.values().stream().flatMap(List::stream).toList();
    int what = all.stream().mapToInt(row -> row.what().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Row row : all) {
      String line =
          String.format(
              SPANISH,
              "%-" + what + "s  %12s  %12s  %s",
              row.what(),
              row.value(),
              row.aim(),
              row.verdict());
      text.append(line.stripTrailing()).append('\n');
    }
    text.append(
        missed.isEmpty() ? "Cumple todo.\n" : "No cumple: " + String.join("; ", missed) + ".\n");
    return text.toString();
  }
}
