package uy.pfacturas.cloud.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.DocumentoBuilder;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.print.PrintData;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;

/** One invoice of the ERP at one station, and what the ERP did and knows of it. */
final class Sale {
  private static final Map<LocalDate, Cfe> TICKETS = new ConcurrentHashMap<>();
  private static final Map<LocalDate, Cfe> INVOICES = new ConcurrentHashMap<>();
  private static final Map<Cfe, Contenido> CONTENTS = new ConcurrentHashMap<>();
  private static final PrintData PAPER =
      new PrintData(
          Ambiente.DEMO,
          "Res. 1/2026",
          "www.example.com",
          Documents.empresa().regimen(),
          java.util.List.of(),
          Optional.empty(),
          Optional.empty());

  private final String estacion;
  private final String id;
  private final TipoCfe tipo;
  private LocalDate day;
  private Instant since;
  private String huella;
  private boolean file = true;
  private boolean withdrawn;
  private boolean refused;
  private boolean takenOver;

  Sale(String estacion, String id, TipoCfe tipo, Time time, boolean wrong) {
    this.estacion = estacion;
    this.id = id;
    this.tipo = tipo;
    this.day = time.today();
    this.since = time.now();
    this.huella = wrong ? "malo" : "bueno";
  }

  /** The same, brought to another station by a person who takes it over. */
  Sale takenTo(Machine machine, Time time) {
    Sale brought = new Sale(machine.name(), id, tipo, time, false);
    brought.day = day;
    brought.since = since;
    brought.huella = huella;
    brought.takenOver = true;
    return brought;
  }

  /** A person takes it over to the station where it lies. */
  void takeOver() {
    takenOver = true;
    file = true;
    refused = false;
  }

  /** Whether a person took it over from another station. */
  boolean isTakenOver() {
    return takenOver;
  }

  String id() {
    return id;
  }

  /** When the ERP wrote what now counts. */
  Instant since() {
    return since;
  }

  /** Whether it belongs to this station. */
  boolean isAt(Machine machine) {
    return estacion.equals(machine.name());
  }

  TipoCfe tipo() {
    return tipo;
  }

  String huella() {
    return huella;
  }

  /** Whether the cloud's rules refuse what the ERP wrote. */
  static boolean isRefused(String huella) {
    return huella.startsWith("malo");
  }

  boolean isWithdrawn() {
    return withdrawn;
  }

  void withdraw() {
    withdrawn = true;
  }

  /** Whether its file lies in the mailbox. */
  boolean hasFile() {
    return file;
  }

  /** The ERP writes the same file again. */
  void writeAgain() {
    file = true;
    refused = false;
  }

  /** The ERP corrects what it wrote, if it was told that it is wrong. */
  void correct(Time time) {
    if (!refused || file) {
      return;
    }
    refused = false;
    huella = "bueno" + huella.length();
    day = time.today();
    since = time.now();
    file = true;
  }

  /** The station gave the file back with its answer. */
  void answered() {
    file = false;
    refused = false;
  }

  /** The same with a refusal of this content; another file that came meanwhile stays. */
  void refused(String content) {
    if (content.equals(huella)) {
      file = false;
      refused = isRefused(huella);
    }
  }

  boolean isSentFirst() {
    return tipo == TipoCfe.E_FACTURA;
  }

  Cfe cfe() {
    return tipo == TipoCfe.E_TICKET
        ? TICKETS.computeIfAbsent(day, d -> on(d, Documents.eTicket()))
        : INVOICES.computeIfAbsent(day, d -> on(d, Documents.eFactura()));
  }

  private static Cfe on(LocalDate day, Cfe cfe) {
    return CfeBuilder.builder(cfe)
        .idDoc(
            uy.pfacturas.core.cfe.IdDocBuilder.builder(cfe.idDoc())
                .fchEmis(Optional.of(day))
                .build())
        .build();
  }

  Contenido contenido() {
    return CONTENTS.computeIfAbsent(
        cfe(),
        cfe ->
            new Contenido(
                new String(CfeXml.render(cfe), StandardCharsets.UTF_8), Optional.empty(), PAPER));
  }

  Documento record() {
    return DocumentoBuilder.builder()
        .id(id)
        .buzon("")
        .idErp(id)
        .base(id)
        .archivo(id)
        .tipo(tipo)
        .huella(huella)
        .situacion(Situacion.RECIBIDO)
        .desde(Instant.EPOCH)
        .imprimir(true)
        .build();
  }

  @Override
  public String toString() {
    return estacion + ":" + id + "(" + huella + (withdrawn ? ", withdrawn" : "") + ")";
  }
}
