package uy.pfacturas.core.respuesta;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;

/** Answers with which nothing is wrong, to be used as they are or broken by a test. */
final class Respuesta {
  static final Rut DGI = new Rut("214844360018");
  static final Rut EMISOR = new Rut(Documents.RUC);
  static final OffsetDateTime WHEN = OffsetDateTime.parse("2026-11-24T10:15:00-03:00");
  static final Binario TOKEN = Binario.of(new byte[] {7, 7, 7});

  private Respuesta() {}

  static AckSobre sobre(AckSobre.Estado estado, Motivo... motivos) {
    return new AckSobre(
        new AckSobre.Caratula(DGI, EMISOR, 1414, "", WHEN, 3009, 1415, 1, WHEN),
        new AckSobre.Detalle(
            estado,
            rechazos(motivos),
            estado == AckSobre.Estado.AS
                ? Optional.of(new AckSobre.ParamConsulta(TOKEN, WHEN))
                : Optional.empty()));
  }

  static AckReporte reporte(AckReporte.Estado estado, Motivo... motivos) {
    return new AckReporte(
        new AckReporte.Caratula(DGI, EMISOR, "Rep.xml", WHEN, 0, 1513, WHEN),
        new AckReporte.Detalle(estado, rechazos(motivos)));
  }

  static AckCfeCaratulaBuilder caratula(int answered) {
    return AckCfeCaratulaBuilder.builder()
        .rucReceptor(DGI)
        .rucEmisor(EMISOR)
        .idRespuesta(1516)
        .nomArch("")
        .fecHRecibido(WHEN)
        .idEmisor(3009)
        .idReceptor(1516)
        .cantEnSobre(3)
        .cantResponden(answered)
        .tmst(WHEN);
  }

  static AckCfe cfe(AckCfe.Detalle... detalles) {
    return new AckCfe(caratula(detalles.length).build(), List.of(detalles));
  }

  static AckCfeDetalleBuilder detalle(TipoCfe tipo, AckCfe.Estado estado, Motivo... motivos) {
    return AckCfeDetalleBuilder.builder()
        .nroOrdinal(1)
        .tipoCFE(Optional.of(tipo))
        .serie(Optional.of("A"))
        .nroCFE(Optional.of(7))
        .fechaCFE(Optional.of(LocalDate.of(2026, 11, 24)))
        .tmstCFE(Optional.of(WHEN))
        .estado(estado)
        .motivosRechazo(rechazos(motivos));
  }

  static Anulados anulados(int said) {
    Numero numero = new Numero(TipoCfe.E_FACTURA, "A", 7);
    return new Anulados(
        new Anulados.Caratula(EMISOR, new Rut(Documents.RUC_RECEPTOR), Optional.of(1L), said, WHEN),
        List.of(Anulados.CfeAnulado.of(numero, LocalDate.of(2026, 11, 24))));
  }

  static List<Rechazo> rechazos(Motivo... motivos) {
    return List.of(motivos).stream().map(Rechazo::of).toList();
  }
}
