package uy.pfacturas.core.mensaje;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.TablaMensaje;
import uy.pfacturas.core.tree.Binder;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;
import uy.pfacturas.core.tree.Notation;

/**
 * A message that its table says whole.
 *
 * @param <T> the record that holds it
 */
public final class TablaXml<T extends Record> implements MensajeXml<T> {
  private final Class<T> type;
  private final Marco marco;
  private final Forma forma;
  private final UnaryOperator<Node> before;
  private final Function<T, List<Fault>> rules;

  /**
   * The XML of a record.
   *
   * @param tabla name of the table, beside the record's class
   * @param before makes the tree strict that a lax author wrote; the tree as it is otherwise
   * @param rules what more than one field says wrong
   */
  public TablaXml(
      Class<T> type,
      String tabla,
      Marco marco,
      Function<Forma, UnaryOperator<Node>> before,
      Function<T, List<Fault>> rules) {
    this.type = type;
    this.marco = marco;
    this.forma = TablaMensaje.read(type, tabla).forma(type);
    this.before = before.apply(forma);
    this.rules = rules;
  }

  @Override
  public byte[] render(T message) {
    return marco.close(marco.open().group(forma, message));
  }

  @Override
  public Parsed<T> parse(byte[] xml) {
    FaultList faults = new FaultList();
    Binder binder = new Binder(Notation.DGI, faults);
    Optional<T> message =
        marco
            .read(xml, faults)
            .flatMap(text -> Marco.tree(text, Node.LIMIT, faults))
            .flatMap(root -> binder.complete(forma, before.apply(root), ""))
            .map(type::cast);
    return message.isPresent() && faults.isEmpty()
        ? Parsed.of(message.get(), binder.placed(check(message.get())))
        : new Parsed.Malformed<>(faults.list());
  }

  @Override
  public List<Fault> check(T message) {
    List<Fault> found = new ArrayList<>(TablaMensaje.check(forma, message, ""));
    found.addAll(rules.apply(message));
    return List.copyOf(found);
  }
}
