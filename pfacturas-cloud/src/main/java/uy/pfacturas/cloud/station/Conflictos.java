package uy.pfacturas.cloud.station;

import java.util.ArrayList;
import java.util.List;

/** All conflicts that this station was told of, as they are stored. */
record Conflictos(List<Conflicto> todos) {
  static final Conflictos NONE = new Conflictos(List.of());

  Conflictos {
    todos = List.copyOf(todos);
  }

  Conflictos with(Conflicto one) {
    if (todos.stream().anyMatch(c -> c.numero().equals(one.numero()))) {
      return this;
    }
    List<Conflicto> all = new ArrayList<>(todos);
    all.add(one);
    return new Conflictos(all);
  }
}
