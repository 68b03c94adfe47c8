package uy.pfacturas.core.respuesta;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.rut.Rut;

/**
 * DGI's answer to a daily report.
 *
 * @param caratula who answers what
 * @param detalle the answer
 * @see "Formato del mensaje de respuesta v19, 3.1; esquemas XML de DGI 1.44.2, ACKRepDiario.xsd"
 */
public record AckReporte(Caratula caratula, Detalle detalle) {
  /** DGI's XML of it, element {@code ACKRepDiario}; to be signed. */
  public static final MensajeXml<AckReporte> XML =
      Respuestas.xml(AckReporte.class, "ACKRepDiario", RespuestaRules::reporte);

  /** What became of a report, 3.1.B-C26. */
  public enum Estado {
    /** Taken. */
    AR,
    /** The file was refused: only in the schema, the text no longer has it. */
    BA,
    /** Refused. */
    BR
  }

  /**
   * Who answers what.
   *
   * @param rucReceptor DGI, who answers, 3.1.A-C2
   * @param rucEmisor who sent the report, 3.1.A-C3
   * @param nomArch name of the file that came; empty if it came by web service, 3.1.A-C5
   * @param fecHRecibido when the report came, 3.1.A-C6
   * @param idEmisor number that its sender gave to the report; 0 if none, 3.1.A-C7
   * @param idReceptor number that DGI gave to it, 3.1.A-C8
   * @param tmst when this answer was signed, 3.1.A-C16
   */
  @RecordBuilder
  public record Caratula(
      Rut rucReceptor,
      Rut rucEmisor,
      String nomArch,
      OffsetDateTime fecHRecibido,
      long idEmisor,
      long idReceptor,
      OffsetDateTime tmst) {}

  /**
   * The answer.
   *
   * @param estado what became of the report, 3.1.B-C26
   * @param motivosRechazo why it was refused, up to 30, 3.1.B-C27 to C29
   */
  public record Detalle(Estado estado, List<Rechazo> motivosRechazo) {
    public Detalle {
      motivosRechazo = List.copyOf(motivosRechazo);
    }
  }

  /** Whether the report was taken. */
  public boolean isRecibido() {
    return detalle.estado() == Estado.AR;
  }
}
