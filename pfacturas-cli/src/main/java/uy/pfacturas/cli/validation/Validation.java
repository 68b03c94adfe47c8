package uy.pfacturas.cli.validation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.input.PedidoReader;
import uy.pfacturas.core.input.Reading;
import uy.pfacturas.core.input.Syntax;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.preparation.IdRefs;
import uy.pfacturas.core.preparation.Preparation;
import uy.pfacturas.core.rules.Rules;
import uy.pfacturas.core.xml.CfeXml;

/**
 * Takes a file through all that it would go through before it gets a number: as a document of a
 * company of the general regime, with nothing known of its receiver. A CFE that has its number is
 * held against the rules as it is.
 */
public final class Validation {
  private final Clock clock;
  private final PedidoReader reader;

  /** For files written in this way, on the clock's day. */
  public Validation(Clock clock, Syntax syntax) {
    this.clock = clock;
    this.reader = new PedidoReader(syntax);
  }

  /** What is wrong with a file; its name tells its format. */
  public Verdict judge(byte[] content, String name) {
    if (name.toLowerCase(Locale.ROOT).endsWith(".xml")
        && CfeXml.parse(content) instanceof CfeXml.Parsed.Document document
        && document.cfe().numero().isPresent()) {
      return judgeNumbered(document.cfe());
    }
    Reading reading = reader.read(content, name);
    if (reading instanceof Reading.Unreadable unreadable) {
      return Verdict.faulty(unreadable.faults());
    }
    Reading.Read read = (Reading.Read) reading;
    return read.pedido() instanceof Pedido.Emision emision
        ? judge(emision, read.avisos())
        : new Verdict(List.of(), read.avisos(), Optional.empty());
  }

  private Verdict judgeNumbered(Cfe cfe) {
    List<Fault> faults = new Rules(clock).validate(cfe);
    return new Verdict(faults, List.of(), faults.isEmpty() ? total(cfe) : Optional.empty());
  }

  private Verdict judge(Pedido.Emision emision, List<Fault> avisos) {
    Preparation preparation =
        new Preparation(SampleCompany.empresa(), Preparation.Registry.NONE, clock);
    Preparation.Outcome outcome = preparation.prepare(resolved(emision));
    if (outcome instanceof Preparation.Outcome.Faulty faulty) {
      return new Verdict(faulty.faults(), avisos, Optional.empty());
    }
    Preparation.Outcome.Ready ready = (Preparation.Outcome.Ready) outcome;
    List<Fault> all = new java.util.ArrayList<>(avisos);
    all.addAll(ready.avisos());
    all.addAll(ready.observaciones());
    return new Verdict(List.of(), all, total(ready.cfe()));
  }

  /** References by id cannot be looked up here: each is taken for an invoice of today. */
  private Pedido.Emision resolved(Pedido.Emision emision) {
    Pedido.Emision resolved = emision;
    int nro = 1;
    for (Pedido.IdRef ref : emision.idRefs()) {
      boolean isTicket =
          emision.cfe().idDoc().tipoCFE().map(TipoCfe::familia).orElse(Familia.TICKET)
              == Familia.TICKET;
      Numero numero = new Numero(isTicket ? TipoCfe.E_TICKET : TipoCfe.E_FACTURA, "A", nro++);
      resolved = IdRefs.resolve(resolved, ref, numero, LocalDate.now(clock));
    }
    return resolved;
  }

  private static Optional<String> total(Cfe cfe) {
    return cfe.totales()
        .mntPagar()
        .map(amount -> cfe.moneda().codigo() + " " + amount.toPlainString());
  }
}
