package uy.pfacturas.cloud.world;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uy.pfacturas.cloud.station.Bloques;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.Rango;

/** What must hold (protocol §1): some of it at every moment, the rest when all is healed. */
final class Judge {
  /** A sheet in a customer's hand; it cannot be taken back. */
  private record Sheet(String id, Numero numero, String hash) {}

  private final World world;
  private final Set<Sheet> paper = new HashSet<>();
  private final Set<String> found = new TreeSet<>();

  Judge(World world) {
    this.world = world;
  }

  /** Paper leaves the printer (I6: after DGI has it, or with a note of it). */
  void printed(Machine machine, String id, Numero numero, String hash) {
    world.trace(() -> machine.name() + " PRINTS " + id + " " + numero.texto() + " " + hash);
    paper.add(new Sheet(id, numero, hash));
    boolean first = numero.tipo() == TipoCfe.E_TICKET || world.dgi().holds(numero, hash);
    String noted = "\"hecho\":\"entregado_antes_de_dgi\"";
    if (!first && machine.copy().isGood() && !machine.copy().has(noted, "\"id\":\"" + id + "\"")) {
      found.add("paper before DGI has it, and nothing says so: " + numero.texto());
    }
  }

  /** The line was down for long enough: who could be served was (I7). */
  void closing(Machine machine, Till till) {
    for (Sale sale : world.sales()) {
      Optional<Documento> doc = till.parts.station().find(sale.id());
      boolean stock = till.parts.numbers().bloques(sale.tipo()).quedan() > 0;
      boolean waits =
          doc.map(Documento::situacion)
              .filter(s -> s != Situacion.RECIBIDO && s != Situacion.RECHAZADO)
              .map(s -> s == Situacion.ENVIANDO || doc.get().isUnprinted())
              .orElse(sale.hasFile() && stock);
      // What was taken over needs the line: only the cloud knows what the other station did.
      boolean alone = sale.isAt(machine) && !sale.isTakenOver();
      if (alone && waits && till.parts.contingencia().isAble()) {
        found.add("the customer waits for the line: " + sale + " " + doc);
      }
    }
  }

  /** Everything that is wrong, now that all is healed. */
  List<String> violations() {
    found.addAll(world.cloud().alarms());
    for (Machine machine : world.machines()) {
      machine.act(till -> judge(machine, till));
    }
    paper.forEach(this::judge);
    world.sales().stream().map(Sale::id).distinct().forEach(this::judgeClaim);
    judgeDgi();
    found.addAll(world.dgi().alarms());
    return List.copyOf(found);
  }

  private void judge(Machine machine, Till till) {
    for (Sale sale : world.sales()) {
      if (sale.isAt(machine)) {
        Optional<Documento> doc = till.parts.station().find(sale.id());
        boolean purged = doc.isEmpty() && firm(machine, sale.id()).size() == 1;
        if (!purged && (doc.isEmpty() || !isGoodEnd(machine, sale, doc.get()))) {
          found.add("no good end: " + sale + " " + doc);
        }
      }
    }
    judgeStock(machine, till);
  }

  private boolean isGoodEnd(Machine machine, Sale sale, Documento doc) {
    if (doc.situacion() == Situacion.RETIRADO) {
      return sale.isWithdrawn() && firm(machine, sale.id()).isEmpty();
    }
    if (doc.situacion() == Situacion.EN_OTRA_ESTACION) {
      return firm(machine, sale.id()).isEmpty() && !sale.hasFile();
    }
    if (!doc.situacion().isSigned() || doc.isOpen() || sale.hasFile()) {
      return false;
    }
    Held held = world.cloud().ledger().find(doc.numero().orElseThrow()).orElseThrow();
    boolean early =
        held.isFirm()
            && Signature.time(held.xml()).toInstant().isBefore(sale.since().minusSeconds(1));
    if (early && !machine.hasJumped()) {
      found.add("signed before it was written: " + doc);
    }
    return firm(machine, sale.id()).equals(List.of(doc.numero().orElseThrow()))
        && held.hash().equals(doc.hash().orElseThrow())
        && held.huella().equals(doc.huella());
  }

  private List<Numero> firm(Machine machine, String id) {
    return world.cloud().ledger().all().stream()
        .filter(h -> h.isFirm() && h.id().equals(id) && h.estacion().equals(machine.name()))
        .map(Held::numero)
        .toList();
  }

  /** Of one id one document is firm; a second one is seen, and was signed without the line (U1). */
  private void judgeClaim(String id) {
    List<Held> firm =
        world.cloud().ledger().all().stream().filter(h -> h.isFirm() && h.id().equals(id)).toList();
    long clear = firm.stream().filter(h -> h.estado() == EstadoNumero.FIRME).count();
    if (clear > 1 || (clear == 0 && !firm.isEmpty())) {
      found.add("two documents and nobody sees it: " + id);
    }
    boolean offline = firm.stream().anyMatch(h -> !Signature.isOfCloud(h.hash()));
    boolean taken = firm.stream().anyMatch(this::isTakenOver);
    if (firm.size() > 1 && !offline && !taken && !world.isRestored()) {
      found.add("two documents of one id with the line up: " + id);
    }
    firm.stream().filter(this::isTakenOver).forEach(this::judgeTakeover);
    List<Sale> files = world.sales().stream().filter(sale -> sale.id().equals(id)).toList();
    if (firm.isEmpty() && files.stream().noneMatch(Sale::isWithdrawn)) {
      found.add("nobody issues it: " + id);
    }
  }

  /** Only the cloud signs what was taken over, and not beside what it was told before (§9, S7). */
  private void judgeTakeover(Held held) {
    if (!Signature.isOfCloud(held.hash())) {
      found.add("taken over, and signed here: " + held.id());
    }
    if (held.estado() == EstadoNumero.CONFLICTO && !world.isRestored()) {
      found.add("taken over, although another one is delivered: " + held.id());
    }
  }

  private boolean isTakenOver(Held held) {
    return world.sales().stream()
        .filter(sale -> sale.id().equals(held.id()) && sale.isTakenOver())
        .anyMatch(sale -> world.machine(held.estacion()).filter(sale::isAt).isPresent());
  }

  /** Numbers of this station that are open at the cloud are its stock, and nothing else (I4). */
  private void judgeStock(Machine machine, Till till) {
    Set<String> stock = new TreeSet<>();
    for (TipoCfe tipo : List.of(TipoCfe.E_TICKET, TipoCfe.E_FACTURA)) {
      List<Rango> ranges =
          till.parts.numbers().bloques(tipo).abiertos().stream()
              .map(Bloques.Abierto::rango)
              .toList();
      for (Numero numero : Cloud.numbers(ranges)) {
        if (!stock.add(numero.texto())) {
          found.add("twice in stock: " + numero.texto());
        }
      }
    }
    Set<String> open = new TreeSet<>();
    Set<Numero> coming = coming(machine, till);
    world.cloud().ledger().all().stream()
        .filter(h -> h.estacion().equals(machine.name()) && h.isOpen())
        .filter(h -> !coming.contains(h.numero()))
        .forEach(h -> open.add(h.numero().texto()));
    if (!open.equals(stock)) {
      found.add("open at the cloud " + open + ", in stock " + stock);
    }
  }

  /** Numbers that were given for a request under way, which is put again when they are needed. */
  private Set<Numero> coming(Machine machine, Till till) {
    Set<Numero> coming = new HashSet<>();
    String vida = till.parts.numbers().vida().encarnacion();
    for (TipoCfe tipo : List.of(TipoCfe.E_TICKET, TipoCfe.E_FACTURA)) {
      till.parts
          .numbers()
          .bloques(tipo)
          .pedida()
          .map(p -> world.cloud().requestKey(machine.name(), vida, tipo, p.solicitud()))
          .flatMap(key -> Optional.ofNullable(world.cloud().ledger().bloques().get(key)))
          .ifPresent(b -> coming.addAll(Cloud.numbers(List.of(b.rango()))));
    }
    return coming;
  }

  private void judge(Sheet sheet) {
    boolean held =
        world
            .cloud()
            .ledger()
            .find(sheet.numero())
            .filter(h -> h.isFirm() && h.id().equals(sheet.id()) && h.hash().equals(sheet.hash()))
            .isPresent();
    if (!held) {
      found.add("paper without its document: " + sheet);
    }
  }

  /** Every number that was given is reported used or annulled, or is stock; sobres agree. */
  private void judgeDgi() {
    Set<Numero> used = world.dgi().reported(true);
    Set<Numero> annulled = world.dgi().reported(false);
    for (Held held : world.cloud().ledger().all()) {
      Numero numero = held.numero();
      boolean right =
          held.isOpen()
              ? !used.contains(numero) && !annulled.contains(numero)
              : used.contains(numero) == held.isFirm()
                  && annulled.contains(numero) == (held.estado() == EstadoNumero.INFORMADO)
                  && (held.isFirm() || held.estado() == EstadoNumero.INFORMADO);
      if (!right) {
        found.add("not accounted for: " + numero.texto() + " " + held.estado());
      }
      boolean sent = held.isFirm() && numero.tipo() != TipoCfe.E_TICKET;
      if (sent != world.dgi().documentos().containsKey(numero)
          || (sent && !world.dgi().holds(numero, held.hash()))) {
        found.add("DGI holds otherwise: " + numero.texto() + " " + held.estado());
      }
    }
  }
}
