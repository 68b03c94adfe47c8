package uy.pfacturas.cloud;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.exchange.Epochs;
import uy.pfacturas.cloud.exchange.LocalSigning;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Suelto;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.EstadoCae;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.ListaCae;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.signing.failure.SigningException;

/**
 * What becomes of a file that is older than the loss of its station, after a person has said
 * whether a paper of it was handed over (protocol §11 U2). With paper: the signature that it bears
 * is the cloud's proposal, or is made anew from the file. Without: the number of the lost life is
 * annulled, and the document gets another one.
 */
final class Recovery {
  private static final Duration BEFORE = Duration.ofMinutes(5);
  private static final Duration AFTER = Duration.ofHours(12);

  private final Works works;
  private final NubeClient nube;
  private final Epochs epochs;
  private final Issuing issuing;
  private final Closing closing;

  Recovery(Works works, NubeClient nube, Epochs epochs, Issuing issuing, Closing closing) {
    this.works = works;
    this.nube = nube;
    this.epochs = epochs;
    this.issuing = issuing;
    this.closing = closing;
  }

  /**
   * A document that was held and is drafted now.
   *
   * @param written when the ERP wrote its file
   */
  record Held(Live live, Documento doc, Cfe cfe, Contenido contenido, Instant written) {}

  /** Takes a document over if a person said something about it; false if it goes its usual way. */
  boolean take(Held held) {
    Optional<Suelto> said = works.station().retenidos().find(held.doc().id());
    said.ifPresent(suelto -> soon(Duration.ZERO, held, suelto));
    return said.isPresent();
  }

  private void soon(Duration wait, Held held, Suelto said) {
    Runnable step =
        works
            .guard()
            .step(
                works.askers(),
                held.live().doc().secuencia(),
                () -> ask(held, said),
                what -> issuing.broken(held.live(), what));
    works.askers().runAfter(wait, held.live().doc().secuencia(), step);
  }

  private void ask(Held held, Suelto said) {
    Answer<DocumentoFirmado> answer = nube.documento(held.doc().id());
    Optional<Answer.NotServed<?>> late =
        answer.match(
            done -> counts(done.epoca()),
            refused ->
                refused.rechazo().codigo().equals("SIN_DOCUMENTO")
                    ? counts(refused.rechazo().epoca())
                    : Optional.of(unknown(refused.rechazo().mensaje())),
            Optional::of);
    if (late.isPresent()) {
      wait(held, said, late.get());
      return;
    }
    works.cloud().served();
    if (said.papel().isPresent()) {
      withPaper(held, said, said.papel().get(), answer.value());
    } else {
      withoutPaper(held, answer.value());
    }
  }

  private Optional<Answer.NotServed<?>> counts(long epoca) {
    return epochs.counts(epoca)
        ? Optional.empty()
        : Optional.of(unknown("La nube contestó por una época anterior."));
  }

  private static Answer.NotServed<?> unknown(String reason) {
    return new Answer.NotServed<>(Answer.Cause.UNKNOWN, reason, Optional.empty());
  }

  private void wait(Held held, Suelto said, Answer.NotServed<?> late) {
    held.live().waits(Estado.RETENIDO, texts(held).motivo("RETENIDO_ESPERA", late.reason()));
    soon(works.cloud().notServed(late.cause(), late.reason(), late.retryAfter()), held, said);
  }

  /** What the cloud has firm was delivered, whatever the person remembers: it is the document. */
  private void withoutPaper(Held held, Optional<DocumentoFirmado> known) {
    Optional<DocumentoFirmado> firm = known.filter(Recovery::isFirm);
    if (firm.isPresent()) {
      known(held, firm.get(), false);
      return;
    }
    known
        .filter(d -> d.estado() == EstadoNumero.EN_DUDA)
        .filter(d -> d.estacion().equals(works.config().instalacion()))
        .ifPresent(d -> works.station().retenidos().sinPapel(d.numero()));
    issuing.number(held.live(), held.doc(), held.cfe(), held.contenido());
  }

  private static boolean isFirm(DocumentoFirmado d) {
    return d.estado() == EstadoNumero.FIRME || d.estado() == EstadoNumero.CONFLICTO;
  }

  private void withPaper(
      Held held, Suelto said, Suelto.Papel paper, Optional<DocumentoFirmado> known) {
    Optional<DocumentoFirmado> same =
        known
            .filter(d -> d.numero().equals(paper.numero()))
            .filter(d -> d.hash().equals(paper.hash()));
    if (same.isPresent()) {
      known(held, same.get(), true);
    } else {
      rebuild(held, said, paper);
    }
  }

  /** The cloud's own signature of this content. */
  private void known(Held held, DocumentoFirmado found, boolean enMano) {
    Optional<Cfe> signed = found.xml().flatMap(xml -> signed(xml, held.cfe(), found.numero()));
    if (signed.isEmpty()) {
      reject(held, found.numero());
      return;
    }
    settle(
        held,
        found.numero(),
        found.hash(),
        signed.get().tmstFirma().orElseThrow(),
        found.xml().orElseThrow(),
        enMano);
  }

  private static Optional<Cfe> signed(String xml, Cfe asked, Numero numero) {
    if (!(CfeXml.parse(xml.getBytes(StandardCharsets.UTF_8))
        instanceof CfeXml.Parsed.Document document)) {
      return Optional.empty();
    }
    Cfe cfe = document.cfe();
    Cfe unsigned = CfeBuilder.builder(cfe).tmstFirma(Optional.empty()).build();
    return cfe.caeData()
        .filter(cae -> cfe.tmstFirma().isPresent())
        .map(cae -> CfeXml.render(asked.withNumero(numero, cae)))
        .filter(expected -> Arrays.equals(expected, CfeXml.render(unsigned)))
        .map(expected -> cfe);
  }

  private void rebuild(Held held, Suelto said, Suelto.Papel paper) {
    Answer<ListaCae> caes = nube.caes();
    Optional<Answer.NotServed<?>> late =
        caes.match(
            done -> Optional.empty(),
            refused -> Optional.of(unknown(refused.rechazo().mensaje())),
            Optional::of);
    if (late.isPresent()) {
      wait(held, said, late.get());
      return;
    }
    Optional<LocalSigning.Found> found =
        cae(caes.value().orElseThrow(), paper.numero()).flatMap(cae -> search(held, paper, cae));
    if (found.isEmpty()) {
      reject(held, paper.numero());
    } else {
      String xml = found.get().firma().xml();
      settle(held, paper.numero(), paper.hash(), found.get().at(), xml, true);
    }
  }

  private static Optional<Cae> cae(ListaCae list, Numero n) {
    return list.cae().stream()
        .map(EstadoCae::cae)
        .filter(cae -> cae.tipo() == n.tipo() && cae.serie().equals(n.serie()))
        .filter(cae -> cae.desde() <= n.nro() && n.nro() <= cae.hasta())
        .findFirst();
  }

  private Optional<LocalSigning.Found> search(Held held, Suelto.Papel paper, Cae cae) {
    if (held.doc().tipo() != paper.numero().tipo() || works.local().isEmpty()) {
      return Optional.empty();
    }
    OffsetDateTime written =
        held.written()
            .truncatedTo(ChronoUnit.SECONDS)
            .atZone(works.clock().getZone())
            .toOffsetDateTime();
    try {
      return works
          .local()
          .get()
          .find(
              held.cfe().withNumero(paper.numero(), cae.data()),
              paper.hash(),
              written.minus(BEFORE),
              written.plus(AFTER));
    } catch (SigningException e) {
      works.guard().wrong(held.doc().idErp() + ": " + e.code());
      return Optional.empty();
    }
  }

  private void settle(
      Held held, Numero numero, String hash, OffsetDateTime firmado, String xml, boolean enMano) {
    Contenido before = held.contenido();
    Contenido contenido = new Contenido(xml, before.adenda(), before.impresion());
    Optional<Documento> stored =
        works.station().retenidos().recuperar(held.doc(), numero, hash, firmado, contenido, enMano);
    works.guard().moved();
    if (stored.isEmpty()) {
      works.station().find(held.doc().id()).ifPresent(doc -> issuing.takeUp(held.live(), doc));
    } else {
      issuing.later(Duration.ZERO, held.live(), () -> issuing.resume(held.doc().id()));
    }
  }

  private void reject(Held held, Numero numero) {
    closing.reject(
        held.live(),
        held.doc(),
        texts(held).motivo("PAPEL_NO_COINCIDE", held.doc().idErp(), numero.texto()),
        List.of());
  }

  private static Texts texts(Held held) {
    return new Texts(held.live().buzon().locale());
  }
}
