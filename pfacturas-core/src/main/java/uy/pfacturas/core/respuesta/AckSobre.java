package uy.pfacturas.core.respuesta;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.rut.Rut;

/**
 * Answer to a sobre: whether it was taken, and how to ask for what became of its documents. DGI
 * gives it, and so does every company to another that sends it documents.
 *
 * @param caratula who answers what
 * @param detalle the answer
 * @see "Formato del mensaje de respuesta v19, 3.2; esquemas XML de DGI 1.44.2, ACKSobre.xsd"
 */
public record AckSobre(Caratula caratula, Detalle detalle) {
  /** DGI's XML of it, element {@code ACKSobre}; to be signed. */
  public static final MensajeXml<AckSobre> XML =
      Respuestas.xml(AckSobre.class, "ACKSobre", RespuestaRules::sobre);

  /** What became of a sobre, 3.2.B-C26. */
  public enum Estado {
    /** Taken; its documents are judged later, one by one. */
    AS,
    /** The file was refused: only in the schema, the text no longer has it. */
    BA,
    /** Refused. */
    BS
  }

  /**
   * Who answers what.
   *
   * @param rucReceptor who answers: DGI, or the receiver of the sobre, 3.2.A-C2
   * @param rucEmisor who sent the sobre, 3.2.A-C3
   * @param idRespuesta number of this answer, unique for who answers, 3.2.A-C4
   * @param nomArch name of the file that came; empty if it came by web service, 3.2.A-C5
   * @param fecHRecibido when the sobre came, 3.2.A-C6
   * @param idEmisor number that its sender gave to the sobre, 3.2.A-C7
   * @param idReceptor number that its receiver gave to the sobre, 3.2.A-C8
   * @param cantidadCFE how many documents were in it, 0 to 250, 3.2.A-C9
   * @param tmst when this answer was signed, 3.2.A-C13
   */
  @RecordBuilder
  public record Caratula(
      Rut rucReceptor,
      Rut rucEmisor,
      long idRespuesta,
      String nomArch,
      OffsetDateTime fecHRecibido,
      long idEmisor,
      long idReceptor,
      int cantidadCFE,
      OffsetDateTime tmst) {}

  /**
   * The answer.
   *
   * @param estado what became of the sobre, 3.2.B-C26
   * @param motivosRechazo why it was refused, up to 30, 3.2.B-C29 to C31
   * @param paramConsulta how to ask for the answers to its documents, 3.2.B-C27 and C28; empty if
   *     there is nothing to ask for
   */
  public record Detalle(
      Estado estado, List<Rechazo> motivosRechazo, Optional<ParamConsulta> paramConsulta) {
    public Detalle {
      motivosRechazo = List.copyOf(motivosRechazo);
    }
  }

  /**
   * How to ask for the answers to the documents of a sobre.
   *
   * @param token to be given back when asking, 3.2.B-C27
   * @param fechahora from when on it may be asked, 3.2.B-C28
   */
  public record ParamConsulta(Binario token, OffsetDateTime fechahora) {}

  /** Whether the sobre was taken. */
  public boolean isRecibido() {
    return detalle.estado() == Estado.AS;
  }
}
