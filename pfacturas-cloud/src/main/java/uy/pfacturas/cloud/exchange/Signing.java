package uy.pfacturas.cloud.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.station.Ajeno;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.xml.CfeXml;

/**
 * Asks the cloud to sign a number that is stored as {@code ENVIANDO}, and decides what became of it
 * (protocol §3.1, §4). May be repeated for ever: same number, same question. Thread-safe.
 */
public final class Signing {
  private final Station station;
  private final NubeClient nube;
  private final Epochs epochs;
  private final String estacion;
  private final Expiry expiry;

  /** For one station. */
  public Signing(Station station, NubeClient nube, Epochs epochs, String estacion, Clock clock) {
    this.station = station;
    this.nube = nube;
    this.epochs = epochs;
    this.estacion = estacion;
    this.expiry = new Expiry(station, clock);
  }

  /**
   * One question.
   *
   * @param doc in {@code ENVIANDO}
   * @param unnumbered the document before its number
   * @param contenido the same as it is stored
   */
  public Step ask(Documento doc, Cfe unnumbered, Contenido contenido) {
    Numero numero = doc.numero().orElseThrow();
    Cae cae = doc.cae().orElseThrow();
    Optional<Step> renumbered = expiry.renumber(doc);
    if (renumbered.isPresent()) {
      return renumbered.get();
    }
    byte[] xml = CfeXml.render(unnumbered.withNumero(numero, cae.data()));
    Answer<DocumentoFirmado> answer =
        nube.firmar(
            doc.id(),
            new SolicitudFirma(
                estacion,
                numero,
                doc.huella(),
                new String(xml, StandardCharsets.UTF_8),
                contenido.adenda(),
                doc.isTakenOver(),
                doc.correccion()));
    return answer.match(
        signed -> signed(doc, numero, xml, contenido, signed),
        refused -> refused(doc, numero, refused.status(), refused.rechazo()),
        Step::later);
  }

  private Step signed(
      Documento doc, Numero numero, byte[] asked, Contenido contenido, DocumentoFirmado answer) {
    if (!epochs.counts(answer.epoca())
        || !answer.numero().equals(numero)
        || !answer.id().equals(doc.id())) {
      return Step.unbelieved("La nube contestó por otro documento.");
    }
    Optional<Cfe> read = answer.xml().flatMap(xml -> read(xml, answer.hash(), asked));
    if (read.isEmpty()) {
      return Step.unbelieved("Lo que la nube firmó no es lo que se le pidió.");
    }
    Contenido firmado =
        new Contenido(answer.xml().orElseThrow(), contenido.adenda(), contenido.impresion());
    return station
        .firmar(doc.id(), numero, answer.hash(), read.get().tmstFirma().orElseThrow(), firmado)
        .<Step>map(
            next -> new Step.Moved(next, Optional.of(new SignedContent(firmado, read.get()))))
        .orElseGet(Step.Dropped::new);
  }

  /** The document in this XML, if it is the one asked for, with time and digest of a signature. */
  private static Optional<Cfe> read(String xml, String hash, byte[] asked) {
    if (!xml.contains("DigestValue>" + hash + "<")) {
      return Optional.empty();
    }
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    return CfeXml.parse(bytes) instanceof CfeXml.Parsed.Document document
            && document.cfe().tmstFirma().isPresent()
            && java.util.Arrays.equals(asked, CfeXml.render(unsigned(document.cfe())))
        ? Optional.of(document.cfe())
        : Optional.empty();
  }

  private static Cfe unsigned(Cfe cfe) {
    return uy.pfacturas.core.cfe.CfeBuilder.builder(cfe).tmstFirma(Optional.empty()).build();
  }

  private Step refused(Documento doc, Numero numero, int status, Rechazo rechazo) {
    if (!epochs.counts(rechazo.epoca()) || !rechazo.numero().equals(Optional.of(numero))) {
      return Step.unbelieved("La nube contestó por otro número: " + rechazo.mensaje());
    }
    Motivo motivo = motivo(rechazo);
    if (status == 422 || status == 410 || rechazo.codigo().equals("CFC_REPETIDO")) {
      return closed(doc, numero, Situacion.RECHAZADO, motivo);
    }
    if (rechazo.codigo().equals("EN_OTRA_ESTACION")) {
      return station
          .tomas()
          .ceder(doc.id(), numero, motivo, ajeno(rechazo))
          .<Step>map(next -> new Step.Moved(next, Optional.empty()))
          .orElseGet(Step.Dropped::new);
    }
    return new Step.Stuck(motivo);
  }

  private Step closed(Documento doc, Numero numero, Situacion fin, Motivo motivo) {
    return station
        .cerrar(doc.id(), numero, fin, motivo)
        .<Step>map(next -> new Step.Moved(next, Optional.empty()))
        .orElseGet(Step.Dropped::new);
  }

  /** What the cloud says of the other station's document; empty where it says nothing. */
  static Optional<Ajeno> ajeno(Rechazo rechazo) {
    return rechazo
        .documento()
        .map(
            d ->
                new Ajeno(
                    d.estacion(),
                    d.numero(),
                    d.estado() == EstadoNumero.FIRME || d.estado() == EstadoNumero.CONFLICTO));
  }

  /** A refusal of the cloud, for the person. */
  static Motivo motivo(Rechazo rechazo) {
    String faltas = rechazo.faltas().isEmpty() ? "" : " " + String.join(" ", rechazo.faltas());
    return new Motivo(rechazo.codigo(), rechazo.mensaje() + faltas, rechazo.queHacer());
  }
}
