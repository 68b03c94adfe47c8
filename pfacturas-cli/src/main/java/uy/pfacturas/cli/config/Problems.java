package uy.pfacturas.cli.config;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong, so that all of it can be said at once. */
final class Problems {
  private final List<ConfigProblem> found = new ArrayList<>();

  void add(String kind, String key, String... args) {
    found.add(new ConfigProblem(kind, key, List.of(args)));
  }

  List<ConfigProblem> found() {
    return List.copyOf(found);
  }
}
