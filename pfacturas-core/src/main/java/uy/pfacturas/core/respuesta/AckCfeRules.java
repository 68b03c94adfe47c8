package uy.pfacturas.core.respuesta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.respuesta.AckCfe.Detalle;
import uy.pfacturas.core.respuesta.AckCfe.Estado;
import uy.pfacturas.core.respuesta.Motivo.Quien;
import uy.pfacturas.core.respuesta.Motivo.Tabla;

/**
 * What must agree within an answer to documents.
 *
 * @see "Formato del mensaje de respuesta v19, 3.3 and 4.3"
 */
final class AckCfeRules {
  private static final int MOTIVOS_ENTRE_PARTES = 10;

  private final AckCfe ack;
  private final Hallazgos found = new Hallazgos();

  private AckCfeRules(AckCfe ack) {
    this.ack = ack;
  }

  /** An answer of DGI. */
  static List<Fault> dgi(AckCfe ack) {
    AckCfeRules rules = new AckCfeRules(ack);
    rules.counts();
    for (int i = 0; i < ack.detalles().size(); i++) {
      rules.detail(ack.detalles().get(i), path(i), Quien.RECEPTOR);
      rules.ofDgi(ack.detalles().get(i), path(i));
    }
    return rules.found.faults();
  }

  /** An answer of one company to another. */
  static List<Fault> partes(AckCfe ack) {
    AckCfeRules rules = new AckCfeRules(ack);
    rules.counts();
    for (int i = 0; i < ack.detalles().size(); i++) {
      rules.detail(ack.detalles().get(i), path(i), Quien.DGI);
      rules.ofCompany(ack.detalles().get(i), path(i));
    }
    return rules.found.faults();
  }

  private static String path(int index) {
    return "ACKCFE_Det[" + (index + 1) + "]";
  }

  /** C9 to C15. */
  private void counts() {
    AckCfe.Caratula c = ack.caratula();
    int there = ack.detalles().size();
    int said = c.cantResponden();
    String path = "Caratula.CantResponden";
    if (there == 0) {
      found.add(RespuestaFault.VACIA, "3.3.B-C20", "ACKCFE_Det");
    }
    if (said != there) {
      found.add(RespuestaFault.CANTIDAD, "3.3.A-C10", path, said, there);
    }
    if (said > c.cantEnSobre()) {
      found.add(RespuestaFault.MAS_QUE_ENVIADOS, "3.3.A-C10", path, said, c.cantEnSobre());
    }
    count("3.3.A-C11", "CantCFEAceptados", c.cantCFEAceptados(), count(Estado.AE, false));
    count(
        "3.3.A-C12",
        "CantCFERechazados",
        c.cantCFERechazados().map(n -> n + c.cantOtrosRechazados().orElse(0)),
        count(Estado.BE, false));
    count("3.3.A-C13", "CantCFCAceptados", c.cantCFCAceptados(), count(Estado.AE, true));
    count("3.3.A-C14", "CantCFCObservados", c.cantCFCObservados(), count(Estado.CE, true));
  }

  private int count(Estado estado, boolean paper) {
    return Math.toIntExact(
        ack.detalles().stream().filter(d -> d.estado() == estado && isPaper(d) == paper).count());
  }

  private void count(String campo, String element, Optional<Integer> said, int there) {
    if (said.filter(s -> s != there).isPresent()) {
      found.add(
          RespuestaFault.CANTIDAD_POR_ESTADO,
          campo,
          "Caratula." + element,
          element,
          said.get(),
          there);
    }
  }

  private void detail(Detalle detalle, String path, Quien other) {
    boolean taken = detalle.estado() == Estado.AE || detalle.estado() == Estado.FE;
    List<Rechazo> motivos = new ArrayList<>(detalle.motivosRechazo());
    motivos.addAll(detalle.obsCFC());
    String where = path + ".MotivosRechazoCF";
    found.reasons(detalle.estado(), taken, motivos, "3.3.B-C27", where);
    found.known(detalle.motivosRechazo(), Tabla.CFE, m -> m.quien() != other, "3.3.B-C27", where);
    boolean refusedPaper = detalle.estado() == Estado.BE && isPaper(detalle);
    boolean observedCfe =
        detalle.estado() == Estado.CE && detalle.tipoCFE().isPresent() && !isPaper(detalle);
    if (refusedPaper || observedCfe) {
      found.add(
          RespuestaFault.ESTADO_DE_OTRO,
          "3.3.B-C26",
          path + ".Estado",
          detalle.estado().name(),
          detalle.tipoCFE().orElseThrow().codigo());
    }
  }

  private static boolean isPaper(Detalle detalle) {
    return detalle.tipoCFE().filter(TipoCfe::isContingencia).isPresent();
  }

  private void ofDgi(Detalle detalle, String path) {
    found.known(detalle.obsCFC(), Tabla.CFC, m -> true, "3.3.B-C27", path + ".ObsCFC");
    if (!detalle.obsCFC().isEmpty() && !detalle.motivosRechazo().isEmpty()) {
      found.add(RespuestaFault.MOTIVOS_DE_AMBOS, "3.3.B-C27", path + ".ObsCFC");
    }
    if (detalle.isYaEnviado() && detalle.infoRespOri().isEmpty()) {
      found.add(RespuestaFault.SIN_RESPUESTA_ORIGINAL, "3.3.B-C30", path + ".InfoRespOri");
    }
    if (detalle.infoRespOri().filter(i -> i.idTokenSobre().isEmpty()).isPresent()) {
      found.add(RespuestaFault.SIN_TOKEN, "3.3.B-C33", path + ".InfoRespOri.IDTokenSobre");
    }
  }

  private void ofCompany(Detalle detalle, String path) {
    if (detalle.estado() == Estado.CE || detalle.estado() == Estado.FE) {
      String estado = detalle.estado().name();
      found.add(RespuestaFault.SOLO_DGI, "3.3.B-C26", path + ".Estado", estado);
    }
    if (!detalle.obsCFC().isEmpty()) {
      found.add(RespuestaFault.SOLO_DGI, "3.3.B-C27", path + ".ObsCFC", "ObsCFC");
    }
    if (detalle.infoRespOri().isPresent()) {
      found.add(RespuestaFault.SOLO_DGI, "3.3.B-C30", path + ".InfoRespOri", "InfoRespOri");
    }
    int motivos = detalle.motivosRechazo().size();
    if (motivos > MOTIVOS_ENTRE_PARTES) {
      found.add(
          RespuestaFault.DEMASIADOS_MOTIVOS,
          "3.3.B-C27",
          path + ".MotivosRechazoCF",
          motivos,
          MOTIVOS_ENTRE_PARTES);
    }
  }
}
