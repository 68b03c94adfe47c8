package uy.pfacturas.core.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultCode;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Continuation;
import uy.pfacturas.core.formato.Etapa;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.FormatoFault;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.tree.Binder;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;
import uy.pfacturas.core.tree.Notation;

/** Makes a request of the sections of one file. */
final class RequestBinder {
  private static final Formato FORMATO = Formato.vigente();
  private static final Forma CABECERA = FORMATO.seccion("Pedido", Cabecera.class);
  private static final Forma IMPRESION = FORMATO.seccion("Impresion", ImpresionPedida.class);

  private static final Set<String> NUMERO = Set.of("IdDoc.Serie", "IdDoc.Nro");

  private final Node root;
  private final Numeracion numeracion;
  private final FaultList faults;
  private final Binder binder;

  RequestBinder(Node root, Notation notation, Numeracion numeracion, FaultList faults) {
    this.root = root;
    this.numeracion = numeracion;
    this.faults = faults;
    this.binder = new Binder(notation, faults);
  }

  /** The request, or all that is wrong. */
  Reading read() {
    Node section = section("Pedido").orElseGet(() -> Node.group("Pedido", Place.NONE));
    Cabecera cabecera = (Cabecera) own(CABECERA, section, "Pedido");
    Optional<Clase> clase = clase(cabecera);
    clase.ifPresent(c -> belongs(c, section));
    Optional<Pedido.Impresion> impresion =
        section("Impresion")
            .map(n -> ((ImpresionPedida) own(IMPRESION, n, "Impresion")).impresion());
    Pedido.Impresion how = impresion.orElse(Pedido.Impresion.DEFAULT);
    List<Fault> avisos = new ArrayList<>();
    Optional<Pedido> pedido = clase.flatMap(c -> pedido(c, cabecera, how, avisos));
    return pedido.isPresent() && faults.isEmpty()
        ? new Reading.Read(pedido.get(), avisos)
        : new Reading.Unreadable(cabecera.id(), faults.list());
  }

  /** A section of which there may be one. */
  private Optional<Node> section(String name) {
    List<Node> found =
        root.children().stream().filter(n -> n.name().equalsIgnoreCase(name)).toList();
    found.stream()
        .skip(1)
        .forEach(n -> faults.add(FormatoFault.CLAVE_REPETIDA, name, n.key(), name));
    return found.stream().findFirst();
  }

  private Object own(Forma forma, Node node, String path) {
    binder.places().put(path, node.key());
    Object record = binder.bind(forma, node, path);
    faults.addUnlessKnown(binder.placed(FORMATO.check(forma, record, path)));
    return record;
  }

  private Optional<Clase> clase(Cabecera cabecera) {
    String written = cabecera.tipo().orElse(Clase.CFE.tipo());
    Optional<Clase> clase = Clase.of(written);
    Place place = binder.places().getOrDefault("Pedido.Tipo", Place.NONE);
    if (clase.isEmpty()) {
      faults.add(InputFault.PEDIDO_DESCONOCIDO, "Pedido.Tipo", place, written, Clase.names());
    } else if (!clase.get().isServed()) {
      faults.add(InputFault.PEDIDO_NO_ATENDIDO, "Pedido.Tipo", place, clase.get().tipo());
    }
    return clase.filter(Clase::isServed);
  }

  /** Sections and keys that are of another request. */
  private void belongs(Clase clase, Node section) {
    for (Node node : root.children()) {
      if (!clase.takesSection(node.name())) {
        faults.add(InputFault.SECCION_SOBRANTE, node.name(), node.key(), node.name(), clase.tipo());
      } else if (node.name().equalsIgnoreCase("Pago")) {
        faults.add(InputFault.PEDIDO_NO_ATENDIDO, node.name(), node.key(), Clase.PAGO.tipo());
      }
    }
    for (Node key : section.children()) {
      Optional<String> name = CABECERA.hijos().find(key.name()).map(Campo::elemento);
      if (name.isPresent() && !key.isEmpty() && !clase.takesKey(name.get())) {
        faults.add(
            InputFault.CLAVE_SOBRANTE, "Pedido." + name.get(), key.key(), name.get(), clase.tipo());
      }
    }
  }

  private Optional<Pedido> pedido(
      Clase clase, Cabecera cabecera, Pedido.Impresion impresion, List<Fault> avisos) {
    Optional<String> id = cabecera.id();
    Optional<String> puesto = cabecera.puesto();
    Optional<String> about =
        switch (clase) {
          case RUT -> cabecera.rut();
          case CONTINGENCIA -> cabecera.accion();
          default -> cabecera.de();
        };
    if (!clase.isDocument() && about.isEmpty()) {
      faults.add(
          InputFault.PEDIDO_INCOMPLETO,
          "Pedido." + clase.about(),
          Place.NONE,
          clase.tipo(),
          clase.about());
    }
    return switch (clase) {
      case CFE, CFC -> Optional.of(emision(clase, cabecera, impresion, avisos));
      case RUT -> about.map(a -> new Pedido.ConsultaRut(id, puesto, a));
      case ESTADO -> about.map(a -> new Pedido.ConsultaEstado(id, puesto, a));
      case IMPRIMIR -> about.map(a -> new Pedido.Reimpresion(id, puesto, a, impresion));
      case ANULAR -> about.map(a -> new Pedido.Anulacion(id, puesto, a));
      case CONTINGENCIA ->
          about
              .flatMap(Pedido.Accion::find)
              .map(accion -> new Pedido.Contingencia(id, puesto, accion));
      case PAGO -> Optional.empty();
    };
  }

  private Pedido emision(
      Clase clase, Cabecera cabecera, Pedido.Impresion impresion, List<Fault> avisos) {
    Cfe written = (Cfe) binder.bind(FORMATO.cfe(), root, "");
    Continuation continuation = Continuation.of(written);
    avisos.addAll(binder.placed(continuation.avisos()));
    Cfe cfe = continuation.cfe();
    faults.addUnlessKnown(binder.placed(check(cfe)));
    cfe.idDoc().tipoCFE().ifPresent(t -> belongs(clase, t));
    List<Pedido.IdRef> idRefs = new References(root, written, binder, faults).idRefs();
    Optional<String> adenda = adenda();
    return new Pedido.Emision(
        cabecera.id(),
        cabecera.idAnterior(),
        cabecera.puesto(),
        sucursal(cabecera, cfe),
        cfe,
        adenda,
        idRefs,
        impresion,
        Huella.of(written, idRefs, adenda, cabecera),
        binder.places());
  }

  /** What the table finds; where the ERP numbers its documents, their number is as it must be. */
  private List<Fault> check(Cfe cfe) {
    List<Fault> found = FORMATO.check(cfe, Etapa.PEDIDO);
    if (numeracion == Numeracion.PROGRAMA) {
      return found;
    }
    Stream<Fault> ofNumber =
        FORMATO.check(cfe, Etapa.NUMERADO).stream().filter(f -> NUMERO.contains(f.path()));
    return Stream.concat(found.stream().filter(f -> !NUMERO.contains(f.path())), ofNumber).toList();
  }

  /** What exists on paper is not issued, and what is issued was not on paper. */
  private void belongs(Clase clase, TipoCfe tipo) {
    if (tipo.isContingencia() != (clase == Clase.CFC)) {
      FaultCode code = clase == Clase.CFC ? InputFault.NO_ES_CFC : FormatoFault.ES_CFC;
      String codigo = Integer.toString(tipo.codigo());
      Fault fault = Fault.of(code, "A-C2", "IdDoc.TipoCFE", codigo);
      faults.addUnlessKnown(binder.placed(List.of(fault)));
    }
  }

  private Optional<Integer> sucursal(Cabecera cabecera, Cfe cfe) {
    Optional<Integer> own = cabecera.sucursal();
    Optional<Integer> dgi = cfe.emisor().cdgDGISucur();
    if (own.isPresent() && dgi.isPresent() && !own.equals(dgi)) {
      Place place = binder.places().getOrDefault("Pedido.Sucursal", Place.NONE);
      faults.add(
          InputFault.SUCURSAL_DOBLE,
          "Pedido.Sucursal",
          place,
          Integer.toString(own.get()),
          Integer.toString(dgi.get()));
    }
    return own.or(() -> dgi);
  }

  /** Line ends as line feeds, no blanks at their ends, no blank lines around. */
  private Optional<String> adenda() {
    Optional<Node> node = section("Adenda");
    node.ifPresent(n -> binder.places().put("Adenda", n.value()));
    Optional<String> text =
        node.map(n -> n.text().lines().map(String::stripTrailing))
            .map(lines -> lines.collect(Collectors.joining("\n")))
            .map(t -> t.replaceAll("\\A\\n+|\\n+\\z", ""))
            .filter(t -> !t.isEmpty());
    text.flatMap(t -> FORMATO.secciones().find("Adenda").orElseThrow().check(t, "Adenda"))
        .ifPresent(f -> faults.addUnlessKnown(binder.placed(List.of(f))));
    return text;
  }
}
