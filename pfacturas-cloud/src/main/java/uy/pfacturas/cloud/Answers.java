package uy.pfacturas.cloud;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.cloud.mailbox.StatusFileBuilder;
import uy.pfacturas.cloud.station.Ajeno;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.cloud.station.Papel;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.Sello;

/** What the ERP is told of a document. */
final class Answers {
  private final Clock clock;
  private final boolean fiscal;

  Answers(Clock clock, boolean fiscal) {
    this.clock = clock;
    this.fiscal = fiscal;
  }

  /** A request that became no document. */
  StatusFile of(Estado estado, Optional<String> id, Optional<Motivo> motivo) {
    return with(
            StatusFileBuilder.builder().estado(estado).desde(at(clock.instant())).id(id), motivo)
        .build();
  }

  /**
   * A document as it stands.
   *
   * @param cfe what is known of it: before or after its signature
   */
  StatusFile of(Buzon buzon, Documento doc, Optional<Cfe> cfe) {
    StatusFileBuilder status =
        with(
            StatusFileBuilder.builder()
                .estado(doc.estado())
                .desde(at(doc.desde()))
                .id(Optional.of(doc.idErp()))
                .tipoCfe(Optional.of(doc.tipo()))
                .serie(shown(doc).map(Numero::serie))
                .nro(shown(doc).map(Numero::nro))
                .diferenciaErp(doc.diferenciaErp()),
            doc.motivo().or(() -> doc.papel().flatMap(Papel::observado)));
    doc.cae()
        .ifPresent(
            cae ->
                status
                    .caeId(Optional.of(cae.caeId()))
                    .dNro(Optional.of(cae.desde()))
                    .hNro(Optional.of(cae.hasta()))
                    .fecVenc(Optional.of(cae.vence())));
    cfe.ifPresent(known -> amounts(status, known));
    if (doc.hash().isPresent() && doc.firmado().isPresent()) {
      sealed(status, buzon, doc, cfe);
    }
    return status.build();
  }

  /** The number of the document that exists: that of another station, where that has the id. */
  private static Optional<Numero> shown(Documento doc) {
    return doc.situacion() == Situacion.EN_OTRA_ESTACION
        ? doc.ajeno().map(Ajeno::numero)
        : doc.numero();
  }

  private static void amounts(StatusFileBuilder status, Cfe cfe) {
    status
        .fchEmis(cfe.idDoc().fchEmis())
        .tpoMoneda(cfe.totales().tpoMoneda().map(Object::toString))
        .mntTotal(cfe.totales().mntTotal())
        .mntPagar(cfe.totales().mntPagar());
  }

  private void sealed(StatusFileBuilder status, Buzon buzon, Documento doc, Optional<Cfe> cfe) {
    var dia = doc.firmado().orElseThrow().toLocalDate();
    Numero numero = doc.numero().orElseThrow();
    status
        .tmstFirma(doc.firmado())
        .xml(Optional.of(buzon.shown(buzon.archive().xml(numero, doc.correccion(), dia))));
    if (doc.imprimir()) {
      status
          .impreso(Optional.of(doc.impreso()))
          .pdf(
              doc.impreso()
                  ? Optional.of(buzon.shown(buzon.archive().pdf(numero, dia)))
                  : Optional.empty());
    }
    // A CFC has no code and no QR: its paper is the document.
    cfe.filter(known -> known.tmstFirma().isPresent() && !doc.isPapel())
        .ifPresent(
            known -> {
              Sello sello = Sello.of(known, doc.hash().orElseThrow(), fiscal);
              status
                  .codigoSeguridad(Optional.of(sello.codigoSeguridad()))
                  .qr(Optional.of(sello.qr().toString()));
            });
  }

  private static StatusFileBuilder with(StatusFileBuilder status, Optional<Motivo> motivo) {
    return status
        .codigo(motivo.map(Motivo::codigo))
        .mensaje(motivo.map(Motivo::mensaje))
        .queHacer(motivo.map(Motivo::queHacer));
  }

  private OffsetDateTime at(Instant when) {
    return when.truncatedTo(ChronoUnit.SECONDS).atZone(clock.getZone()).toOffsetDateTime();
  }
}
