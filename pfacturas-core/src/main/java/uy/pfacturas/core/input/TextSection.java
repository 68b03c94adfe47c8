package uy.pfacturas.core.input;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.tree.Binder;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;

/**
 * One section of a text file: its keys, and its groups by dotted and numbered keys ({@code
 * CodItem.1.TpoCod}; without number it is the first).
 */
final class TextSection {
  private static final int MOST = 99;

  private final Campo campo;
  private final Node node;
  private final FaultList faults;
  private final Map<String, TreeMap<Integer, Node>> groups = new HashMap<>();

  TextSection(Campo campo, Node node, FaultList faults) {
    this.campo = campo;
    this.node = node;
    this.faults = faults;
  }

  /** Name of a key in a path. */
  String path(String key) {
    return campo.elemento() + "." + key;
  }

  /** Adds a key with its value; a key that the section cannot have is a fault. */
  void add(String key, Place keyPlace, Place valuePlace, String value) {
    List<String> steps = List.of(key.split("\\.", -1));
    Optional<Campo> first = campo.hijos().find(steps.get(0).strip());
    if (first.isEmpty() || steps.size() == 1) {
      node.add(Node.leaf(key, keyPlace, valuePlace, value));
      return;
    }
    Campo group = first.get();
    boolean numbered = group.isRepetible() && isNumber(steps.get(1));
    List<String> rest = steps.subList(numbered ? 2 : 1, steps.size());
    if (rest.size() != (group.isGrupo() ? 1 : 0)) {
      Binder.unknown(key, names(), path(key), keyPlace, faults);
    } else if (numbered && !isPosition(steps.get(1))) {
      faults.add(InputFault.NUMERO_DE_CLAVE, path(key), keyPlace, key, Integer.toString(MOST));
    } else if (!value.isEmpty() || group.hijos().find(last(rest)).isEmpty()) {
      int position = numbered ? Integer.parseInt(steps.get(1).strip()) : 1;
      place(group, position, keyPlace, rest, Node.leaf(last(rest), keyPlace, valuePlace, value));
    }
  }

  private static String last(List<String> steps) {
    return steps.isEmpty() ? "" : steps.get(0).strip();
  }

  private static boolean isNumber(String step) {
    return !step.isBlank() && step.strip().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isPosition(String step) {
    String number = step.strip().replaceFirst("^0+", "");
    return !number.isEmpty() && number.length() <= 2;
  }

  /** Puts a leaf into the group of its number, or a numbered value as it is. */
  private void place(Campo group, int position, Place key, List<String> rest, Node leaf) {
    TreeMap<Integer, Node> numbered =
        groups.computeIfAbsent(group.elemento().toLowerCase(Locale.ROOT), k -> new TreeMap<>());
    if (rest.isEmpty()) {
      numbered.put(position, Node.leaf(group.elemento(), key, leaf.value(), leaf.text()));
    } else {
      numbered.computeIfAbsent(position, p -> Node.group(group.elemento(), key)).add(leaf);
    }
  }

  /** Puts the groups into the section, in the order of their numbers. */
  void close() {
    groups.values().forEach(g -> g.values().forEach(node::add));
    groups.clear();
  }

  private List<String> names() {
    return campo.hijos().filas().stream().map(Campo::elemento).toList();
  }
}
