package uy.pfacturas.core.reporte;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.rut.Rut;

/**
 * The daily report of an issuer: all documents that it signed on a day, all numbers that it used or
 * annulled, amounts in pesos.
 *
 * @param caratula whose report of which day
 * @param resumenes one per type of document that was used, in DGI's order; empty on a day without
 *     documents
 * @see "Formato del reporte diario v13.2; esquemas XML de DGI 1.44.2, ReporteDiarioCFE.xsd"
 */
public record Reporte(Caratula caratula, List<Resumen> resumenes) {
  /** DGI's XML of it, element {@code Reporte}; to be signed. */
  public static final MensajeXml<Reporte> XML = new ReporteXml();

  public Reporte {
    resumenes =
        resumenes.stream()
            .sorted(Comparator.comparingInt((Resumen r) -> Resumenes.lugar(r.tipo())))
            .toList();
  }

  /**
   * Whose report of which day.
   *
   * @param rucEmisor whose, A-C2
   * @param fechaResumen the day on which its documents were signed, A-C3
   * @param idEmisor number that the issuer gives to this sending, A-C4; empty if none
   * @param secEnvio 1 for the first report of a day; one that corrects it, whole, has the next, up
   *     to 99, A-C5
   * @param tmstFirmaEnv when this report was signed, A-C6
   * @param cantComprobantes numbers used and CFC issued, in all, A-C7
   */
  public record Caratula(
      Rut rucEmisor,
      LocalDate fechaResumen,
      Optional<Long> idEmisor,
      int secEnvio,
      OffsetDateTime tmstFirmaEnv,
      long cantComprobantes) {}

  /** Name of the file that DGI suggests: {@code Rep_RUC_AAAAMMDD_secuencia.xml}. */
  public String archivo() {
    return String.format(
        Locale.ROOT,
        "Rep_%s_%s_%02d.xml",
        caratula.rucEmisor(),
        DateTimeFormatter.BASIC_ISO_DATE.format(caratula.fechaResumen()),
        caratula.secEnvio());
  }
}
