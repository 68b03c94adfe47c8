package uy.pfacturas.core.respuesta;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.rut.Rut;

/**
 * Notice of an issuer to a receiver who has its documents already: DGI refused these, they are
 * annulled. Never sent to DGI.
 *
 * @param caratula who tells whom
 * @param cfeAnulados the documents, up to 250; element CFEAnulado
 * @see "Formato del mensaje de respuesta v19, 3.4; esquemas XML de DGI 1.44.2,
 *     CFEs_Anulados_x_RechazoDGI.xsd"
 */
public record Anulados(Caratula caratula, List<CfeAnulado> cfeAnulados) {
  /** DGI's XML of it, element {@code CFEs_Anulados_x_RechazoDGI}; to be signed. */
  public static final MensajeXml<Anulados> XML =
      Respuestas.xml(Anulados.class, "CFEs_Anulados_x_RechazoDGI", RespuestaRules::anulados);

  public Anulados {
    cfeAnulados = List.copyOf(cfeAnulados);
  }

  /**
   * Who tells whom.
   *
   * @param rucEmisor issuer of the documents, 3.4.A-C2
   * @param rucReceptor receiver of the documents, 3.4.A-C3
   * @param idComunicacion number of this notice, unique for the issuer, 3.4.A-C4
   * @param cantCFEAnulados how many documents, 3.4.A-C5
   * @param tmst when this notice was signed, 3.4.A-C6
   */
  public record Caratula(
      Rut rucEmisor,
      Rut rucReceptor,
      Optional<Long> idComunicacion,
      int cantCFEAnulados,
      OffsetDateTime tmst) {}

  /**
   * A document that DGI refused.
   *
   * @param tipoCFE its type, 3.4.B-C21
   * @param serie its series, 3.4.B-C22
   * @param nroCFE its number, 3.4.B-C23
   * @param fechaCFE its date, 3.4.B-C24
   * @param motivoCod always RD, 3.4.B-C25
   * @param motivoGlosa always the same words of DGI's, 3.4.B-C26
   */
  public record CfeAnulado(
      TipoCfe tipoCFE,
      String serie,
      int nroCFE,
      LocalDate fechaCFE,
      String motivoCod,
      String motivoGlosa) {
    /** A document by its number, with the words that DGI wants. */
    public static CfeAnulado of(Numero numero, LocalDate fecha) {
      return new CfeAnulado(
          numero.tipo(),
          numero.serie(),
          numero.nro(),
          fecha,
          "RD",
          "Comprobante anulado por rechazo de DGI");
    }
  }
}
