package uy.pfacturas.core.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Referencia;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.FormatoFault;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.tree.Binder;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;

/** The references of a file that name an id of the ERP (our key {@code IdRef}). */
final class References {
  private static final Campo ID_REF =
      Formato.vigente()
          .secciones()
          .find("Referencia")
          .flatMap(r -> r.hijos().find("IdRef"))
          .orElseThrow();

  private final Node root;
  private final Cfe cfe;
  private final Binder binder;
  private final FaultList faults;

  References(Node root, Cfe cfe, Binder binder, FaultList faults) {
    this.root = root;
    this.cfe = cfe;
    this.binder = binder;
    this.faults = faults;
  }

  /** By the position of their reference in the document. */
  List<Pedido.IdRef> idRefs() {
    List<Pedido.IdRef> idRefs = new ArrayList<>();
    int position = 0;
    for (Node section : root.children()) {
      boolean reference = section.name().equalsIgnoreCase("Referencia");
      if (reference && !section.isEmpty() && position < cfe.referencias().size()) {
        idRef(section, position).ifPresent(idRefs::add);
        position++;
      }
    }
    return idRefs;
  }

  private Optional<Pedido.IdRef> idRef(Node section, int position) {
    String path = "Referencia[" + (position + 1) + "].IdRef";
    List<Node> found =
        section.children().stream()
            .filter(n -> n.name().equalsIgnoreCase("IdRef") && !n.text().isBlank())
            .toList();
    found.stream()
        .skip(1)
        .forEach(n -> faults.add(FormatoFault.CLAVE_REPETIDA, path, n.key(), n.name()));
    Optional<Node> node = found.stream().findFirst();
    node.ifPresent(n -> binder.places().put(path, n.value()));
    Optional<String> id = node.map(n -> n.text().strip());
    id.flatMap(i -> ID_REF.check(i, path))
        .ifPresent(f -> faults.addUnlessKnown(binder.placed(List.of(f))));
    if (id.isPresent() && named(cfe.referencias().get(position))) {
      faults.add(InputFault.REFERENCIA_DOBLE, path, node.orElseThrow().key());
    }
    return id.map(i -> new Pedido.IdRef(position, i));
  }

  private static boolean named(Referencia reference) {
    return reference.tpoDocRef().isPresent()
        || reference.serie().isPresent()
        || reference.nroCFERef().isPresent()
        || reference.indGlobal().isPresent();
  }
}
