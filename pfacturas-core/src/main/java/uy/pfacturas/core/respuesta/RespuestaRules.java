package uy.pfacturas.core.respuesta;

import java.util.List;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.respuesta.Motivo.Tabla;

/**
 * What must agree within an answer to a sobre or a report, and within a notice of annulment.
 *
 * @see "Formato del mensaje de respuesta v19, 3.1, 3.2 and 3.4"
 */
final class RespuestaRules {
  private static final String MOTIVOS = "Detalle.MotivosRechazo";

  private RespuestaRules() {}

  static List<Fault> sobre(AckSobre ack) {
    Hallazgos found = new Hallazgos();
    AckSobre.Detalle detalle = ack.detalle();
    List<Rechazo> motivos = detalle.motivosRechazo();
    found.reasons(detalle.estado(), ack.isRecibido(), motivos, "3.2.B-C29", MOTIVOS);
    found.known(motivos, Tabla.SOBRE, m -> true, "3.2.B-C29", MOTIVOS);
    return found.faults();
  }

  static List<Fault> reporte(AckReporte ack) {
    Hallazgos found = new Hallazgos();
    AckReporte.Detalle detalle = ack.detalle();
    List<Rechazo> motivos = detalle.motivosRechazo();
    found.reasons(detalle.estado(), ack.isRecibido(), motivos, "3.1.B-C27", MOTIVOS);
    found.known(motivos, Tabla.REPORTE, m -> true, "3.1.B-C27", MOTIVOS);
    return found.faults();
  }

  static List<Fault> anulados(Anulados anulados) {
    Hallazgos found = new Hallazgos();
    int there = anulados.cfeAnulados().size();
    int said = anulados.caratula().cantCFEAnulados();
    if (there == 0) {
      found.add(RespuestaFault.VACIA, "3.4.B-C21", "CFEAnulado");
    }
    if (said != there) {
      found.add(RespuestaFault.CANTIDAD, "3.4.A-C5", "Caratula.CantCFEAnulados", said, there);
    }
    return found.faults();
  }
}
