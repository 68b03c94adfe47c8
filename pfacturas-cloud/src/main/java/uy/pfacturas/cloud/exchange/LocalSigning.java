package uy.pfacturas.cloud.exchange;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Cifrado;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.rules.Rules;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.signing.encryption.XmlEncryptor;
import uy.pfacturas.signing.failure.SigningException;

/**
 * Signs the number that a document has, here, because the cloud has not answered in time (protocol
 * §4, S2): an ordinary CFE in every respect, its time of signing the real one. Once stored the
 * decision is final, and a late answer of the cloud is dropped. Thread-safe.
 */
public final class LocalSigning {
  private final Station station;
  private final Firmante firmante;
  private final Supplier<Optional<Binario>> dgi;
  private final Expiry expiry;
  private final Clock clock;
  private final SigningTime time;
  private final Rules rules;

  /**
   * For one station.
   *
   * @param dgi the company's {@code certificadoDgi} as it is now
   */
  public LocalSigning(
      Station station,
      Firmante firmante,
      Supplier<Optional<Binario>> dgi,
      SigningTime time,
      Clock clock) {
    this.station = station;
    this.firmante = firmante;
    this.dgi = dgi;
    this.expiry = new Expiry(station, clock);
    this.clock = clock;
    this.time = time;
    this.rules = new Rules(clock);
  }

  /** Why nothing may be signed now, with what to do; empty where it may. */
  public Optional<String> obstacle() {
    return time.obstacle().or(() -> firmante.obstacle(clock.instant()));
  }

  /**
   * Signs one document.
   *
   * @param doc in {@code ENVIANDO}
   * @param unnumbered the document before its number
   * @param contenido the same as it is stored
   * @return {@link Step.Later} where the key does not sign now, with what to do
   */
  public Step sign(Documento doc, Cfe unnumbered, Contenido contenido) {
    Optional<Step> renumbered = expiry.renumber(doc);
    if (renumbered.isPresent()) {
      return renumbered.get();
    }
    if (doc.isTakenOver()) {
      return later("Se tomó de otra estación, y solo la nube sabe si aquella lo emitió.");
    }
    Optional<String> obstacle = obstacle();
    Optional<SigningTime.Momento> now = time.now();
    if (obstacle.isPresent() || now.isEmpty()) {
      return later(obstacle.orElse("El reloj cambió mientras se firmaba."));
    }
    Cfe cfe =
        unnumbered
            .withNumero(doc.numero().orElseThrow(), doc.cae().orElseThrow().data())
            .withTmstFirma(now.get().at());
    List<Fault> faults = rules.validate(cfe);
    return faults.isEmpty() ? signed(doc, cfe, now.get(), contenido) : refused(doc, faults);
  }

  private Step signed(Documento doc, Cfe cfe, SigningTime.Momento now, Contenido contenido) {
    Firmante.Firma firma;
    try {
      firma = firmante.sign(CfeXml.render(complementoCifrado(cfe)));
    } catch (SigningException e) {
      Locale spanish = Locale.forLanguageTag("es");
      return later(e.sentence(spanish) + " " + e.remedy(spanish));
    }
    Contenido firmado = new Contenido(firma.xml(), contenido.adenda(), contenido.impresion());
    return station
        .firmarAqui(
            doc.id(), doc.numero().orElseThrow(), firma.hash(), now.at(), firmado, now.noAntes())
        .<Step>map(next -> new Step.Moved(next, Optional.of(new SignedContent(firmado, cfe))))
        .orElseGet(Step.Dropped::new);
  }

  /** A signature and its time. */
  public record Found(Firmante.Firma firma, OffsetDateTime at) {}

  /**
   * Makes a signature anew that this station made and lost, by trying the seconds in which it may
   * have been made. Takes some milliseconds for each.
   *
   * @param numbered the document with its number
   * @param hash of the signature, as its paper has it
   * @param from the first second
   * @param to the last one
   * @return empty if none of them gives it
   * @throws SigningException if the key does not sign now
   */
  public Optional<Found> find(Cfe numbered, String hash, OffsetDateTime from, OffsetDateTime to) {
    for (OffsetDateTime at = from; !at.isAfter(to); at = at.plusSeconds(1)) {
      Firmante.Firma firma =
          firmante.sign(CfeXml.render(complementoCifrado(numbered.withTmstFirma(at))));
      if (firma.hash().equals(hash)) {
        return Optional.of(new Found(firma, at));
      }
    }
    return Optional.empty();
  }

  /** With zone K encrypted, where the company wants it so. */
  private Cfe complementoCifrado(Cfe cfe) {
    return dgi.get()
        .map(certificate -> XmlEncryptor.of(certificate.bytes(), Cifrado.LLAVE_DGI))
        .map(encryptor -> CfeXml.cifrado(cfe, encryptor::encrypt))
        .orElse(cfe);
  }

  /** What the cloud would refuse (422): rare, since our rules ran before the number was taken. */
  private Step refused(Documento doc, List<Fault> faults) {
    FaultText text = FaultText.of(Locale.forLanguageTag("es"));
    Motivo motivo = new Motivo("DOCUMENTO_INVALIDO", text.sentences(faults), text.remedies(faults));
    return station
        .cerrar(doc.id(), doc.numero().orElseThrow(), Situacion.RECHAZADO, motivo)
        .<Step>map(next -> new Step.Moved(next, Optional.empty()))
        .orElseGet(Step.Dropped::new);
  }

  private static Step later(String reason) {
    return new Step.Later(Answer.Cause.UNKNOWN, reason, Optional.empty());
  }
}
