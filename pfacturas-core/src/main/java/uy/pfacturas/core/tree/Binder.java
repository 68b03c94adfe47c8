package uy.pfacturas.core.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.Forma.Parte;
import uy.pfacturas.core.formato.FormatoFault;
import uy.pfacturas.core.formato.Nearest;

/**
 * Makes records of a tree by the table: unknown, repeated and misplaced names and texts that mean
 * no value are faults; whether something is missing or too long is judged later. For one file.
 */
public final class Binder {
  private final Notation notation;
  private final Lexicon lexicon;
  private final FaultList faults;
  private final Map<String, Place> places = new HashMap<>();

  /** Collects what it finds wrong in this list. */
  public Binder(Notation notation, FaultList faults) {
    this.notation = notation;
    this.lexicon = new Lexicon(notation);
    this.faults = faults;
  }

  /** Where each path that was bound stands in the file. */
  public Map<String, Place> places() {
    return places;
  }

  /**
   * The same faults at the places of their paths: a path that is not in the file has the place of
   * the group that it belongs to.
   */
  public List<Fault> placed(List<Fault> unplaced) {
    return unplaced.stream().map(f -> f.at(place(f.path()))).toList();
  }

  private Place place(String path) {
    Optional<Place> here = Optional.ofNullable(places.get(path));
    int dot = path.lastIndexOf('.');
    return here.orElseGet(() -> dot < 0 ? Place.NONE : place(path.substring(0, dot)));
  }

  /**
   * The record of a group that may lack anything.
   *
   * @param path where the group stands in the document; empty for the whole
   */
  public Object bind(Forma forma, Node node, String path) {
    return complete(forma, node, path).orElseThrow();
  }

  /**
   * The record of a group; empty, after a fault, if it lacks what no such record is without.
   *
   * @param path where the group stands in the document; empty for the whole
   */
  public Optional<Object> complete(Forma forma, Node node, String path) {
    List<List<Object>> values =
        new ArrayList<>(Collections.nCopies(forma.partes().size(), List.of()));
    int last = 0;
    for (Node child : node.children()) {
      Optional<Campo> campo = campo(forma.hijos(), child);
      if (campo.isEmpty()) {
        unknown(forma.hijos(), child, path);
      } else if (notation.exact() || !child.isEmpty() || campo.get().isLinea()) {
        Optional<Parte> parte = forma.find(campo.get());
        if (parte.isPresent()) {
          last = ordered(parte.get(), last, child, path);
          add(parte.get(), held(values, parte.get()), child, path);
        }
      }
    }
    Object[] components = forma.vacio();
    boolean whole = true;
    for (Parte parte : forma.partes()) {
      List<Object> held = values.get(parte.orden());
      if (!held.isEmpty()) {
        components[parte.indice()] = parte.holding(held);
      } else if (parte.isObligatoria()) {
        whole = false;
        missing(parte, node, path);
      }
    }
    return whole ? Optional.of(forma.create(components)) : Optional.empty();
  }

  private void missing(Parte parte, Node node, String path) {
    Campo campo = parte.campo();
    String where = parte.paso(path, 0);
    if (!places.containsKey(where)) {
      Fault fault = Fault.of(FormatoFault.FALTA, campo.campo(), where, campo.elemento());
      faults.addUnlessKnown(List.of(fault.at(node.key())));
    }
  }

  /** Where the values of a part go: most parts of a group are not there. */
  private static List<Object> held(List<List<Object>> values, Parte parte) {
    List<Object> held = values.get(parte.orden());
    if (held.isEmpty()) {
      held = new ArrayList<>(parte.campo().isRepetible() ? 4 : 1);
      values.set(parte.orden(), held);
    }
    return held;
  }

  private Optional<Campo> campo(Campo.Hijos hijos, Node child) {
    return hijos
        .find(child.name())
        .filter(c -> !notation.exact() || (!c.isPropio() && c.elemento().equals(child.name())));
  }

  private int ordered(Parte parte, int last, Node child, String path) {
    if (notation.exact() && parte.orden() < last) {
      String where = parte.paso(path, 0);
      String element = parte.campo().elemento();
      faults.add(
          Fault.of(FormatoFault.FUERA_DE_ORDEN, parte.campo().campo(), where, element)
              .at(child.key()));
    }
    return Math.max(last, parte.orden());
  }

  private void add(Parte parte, List<Object> held, Node child, String path) {
    Campo campo = parte.campo();
    String where = parte.paso(path, held.size());
    boolean group = child.text().isBlank() && !child.children().isEmpty();
    if (group != campo.isGrupo() && (!child.isEmpty() || !child.children().isEmpty())) {
      faults.add(FormatoFault.NO_ES_GRUPO, where, child.key(), child.name());
    } else if (!campo.isRepetible() && places.containsKey(where)) {
      faults.add(FormatoFault.CLAVE_REPETIDA, where, child.key(), child.name());
    } else {
      alone(campo, where, path, child);
      places.put(where, child.value());
      value(parte, child, where).ifPresent(held::add);
    }
  }

  /** DGI's XML has one of two alternatives; in the ERP's file that is for the rules. */
  private void alone(Campo campo, String where, String path, Node child) {
    campo
        .alternativa()
        .filter(other -> notation.exact())
        .filter(other -> places.containsKey(path.isEmpty() ? other : path + "." + other))
        .ifPresent(
            other ->
                faults.add(
                    Fault.of(FormatoFault.NO_VA_CON, campo.campo(), where, campo.elemento(), other)
                        .at(child.key())));
  }

  private Optional<Object> value(Parte parte, Node child, String where) {
    if (parte.forma().isPresent()) {
      return complete(parte.forma().get(), child, where);
    }
    Optional<Object> value = lexicon.parse(parte.tipo(), child.text());
    if (value.isEmpty()) {
      faults.add(lexicon.fault(parte.campo(), where, child.text()).at(child.value()));
    }
    return value;
  }

  private void unknown(Campo.Hijos hijos, Node child, String path) {
    Collection<String> names = hijos.filas().stream().map(Campo::elemento).toList();
    String where = path.isEmpty() ? child.name() : path + "." + child.name();
    unknown(child.name(), names, where, child.key(), faults);
  }

  /** Adds the fault that a name is not known, with the nearest of those that are. */
  public static void unknown(
      String name, Collection<String> names, String path, Place place, FaultList faults) {
    Optional<String> near = faults.isFull() ? Optional.empty() : Nearest.of(name, names);
    near.ifPresentOrElse(
        n -> faults.add(FormatoFault.CLAVE_PARECIDA, path, place, name, n),
        () -> faults.add(FormatoFault.CLAVE_DESCONOCIDA, path, place, name));
  }
}
