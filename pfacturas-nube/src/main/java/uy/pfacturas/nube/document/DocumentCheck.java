package uy.pfacturas.nube.document;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Etapa;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.rules.Rules;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.nube.cae.CaeBook;

/** Judges a document that is to be signed, by DGI's rules and by the request that brings it. */
final class DocumentCheck {
  /** What came of it. */
  sealed interface Outcome {
    /** To be signed: complete, with its time of signing. */
    record Fit(Cfe cfe) implements Outcome {}

    /** Not to be signed: all that is wrong. */
    record Unfit(List<Fault> faults) implements Outcome {}
  }

  private final Clock clock;
  private final Rules rules;

  DocumentCheck(Clock clock) {
    this.clock = clock.withZone(CaeBook.ZONE);
    this.rules = new Rules(this.clock);
  }

  /**
   * @param cae covers the number; empty for a CFC, which the rules observe and only the table and
   *     the request refuse
   */
  Outcome check(String ruc, SolicitudFirma asked, Optional<Cae> cae) {
    CfeXml.Parsed parsed = CfeXml.parse(asked.xml().getBytes(StandardCharsets.UTF_8));
    if (parsed instanceof CfeXml.Parsed.Malformed malformed) {
      return new Outcome.Unfit(malformed.faults());
    }
    Cfe cfe =
        ((CfeXml.Parsed.Document) parsed)
            .cfe()
            .withTmstFirma(OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    List<Fault> faults = new ArrayList<>(match(ruc, asked.numero(), cae, cfe));
    List<Fault> found = new ArrayList<>(rules.validate(cfe));
    found.removeAll(Rules.observable(cfe, Etapa.FIRMADO, found));
    faults.addAll(found);
    return faults.isEmpty() ? new Outcome.Fit(cfe) : new Outcome.Unfit(faults);
  }

  private static List<Fault> match(String ruc, Numero numero, Optional<Cae> cae, Cfe cfe) {
    List<Fault> faults = new ArrayList<>();
    String issuer = cfe.emisor().rucEmisor().orElse("");
    if (!issuer.equals(ruc)) {
      faults.add(Fault.of(DocumentCode.OTHER_ISSUER, "A-C40", "Emisor.RUCEmisor", issuer, ruc));
    }
    Optional<Numero> own = cfe.idDoc().tipoCFE().isEmpty() ? Optional.empty() : cfe.numero();
    if (!own.equals(Optional.of(numero))) {
      faults.add(
          Fault.of(
              DocumentCode.OTHER_NUMBER,
              "A-C4",
              "IdDoc.Nro",
              own.map(Numero::texto).orElse(""),
              numero.texto()));
    }
    if (cae.isPresent() && !cfe.caeData().equals(cae.map(Cae::data))) {
      faults.add(Fault.of(DocumentCode.OTHER_CAE, "G-C1", "CAEData", numero.texto()));
    }
    return faults;
  }
}
