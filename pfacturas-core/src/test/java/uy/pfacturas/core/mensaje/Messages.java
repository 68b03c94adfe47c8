package uy.pfacturas.core.mensaje;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.reporte.Diario;
import uy.pfacturas.core.reporte.Reporte;
import uy.pfacturas.core.respuesta.AckCfe;
import uy.pfacturas.core.respuesta.AckReporte;
import uy.pfacturas.core.respuesta.AckSobre;
import uy.pfacturas.core.respuesta.Anulados;
import uy.pfacturas.core.respuesta.Motivo;
import uy.pfacturas.core.respuesta.Rechazo;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.sobre.Adenda;
import uy.pfacturas.core.sobre.Caratula;
import uy.pfacturas.core.sobre.CfeAdenda;
import uy.pfacturas.core.sobre.CfeFirmado;
import uy.pfacturas.core.sobre.Sobre;
import uy.pfacturas.core.sobre.SobreEmpresas;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.SignedDocuments;

/** One message of each kind, with as much in it as goes. */
public final class Messages {
  private static final OffsetDateTime WHEN = OffsetDateTime.parse("2026-11-24T10:15:00-03:00");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Rut RUC = new Rut(Documents.RUC);
  private static final Binario BYTES = Binario.of(new byte[] {1, 2, 3});
  private static final Caratula CARATULA = new Caratula(RUC, RUC, 7, 1, WHEN, BYTES);

  private Messages() {}

  public static CfeFirmado cfe() {
    return SignedDocuments.of(
        Documents.numbered(Documents.eFactura(), 7).withTmstFirma(WHEN), BYTES);
  }

  public static Sobre sobre() {
    return Sobre.of(CARATULA, List.of(cfe()));
  }

  public static SobreEmpresas sobreEmpresas() {
    Adenda text = new Adenda.Texto("Gracias");
    return SobreEmpresas.of(CARATULA, List.of(new CfeAdenda(cfe(), Optional.of(text))));
  }

  public static Reporte reporte() {
    return new Diario()
        .emitido(Documents.numbered(Documents.eTicket(), 1), BigDecimal.ONE, false)
        .anulado(new Numero(TipoCfe.E_FACTURA, "A", 2))
        .reporte(new Reporte.Caratula(RUC, DAY, Optional.of(1L), 1, WHEN, 0));
  }

  public static AckSobre ackSobre() {
    return new AckSobre(
        new AckSobre.Caratula(RUC, RUC, 1, "a.xml", WHEN, 2, 3, 1, WHEN),
        new AckSobre.Detalle(
            AckSobre.Estado.BS,
            rechazo(Motivo.S08),
            Optional.of(new AckSobre.ParamConsulta(BYTES, WHEN))));
  }

  public static AckReporte ackReporte() {
    return new AckReporte(
        new AckReporte.Caratula(RUC, RUC, "a.xml", WHEN, 2, 3, WHEN),
        new AckReporte.Detalle(AckReporte.Estado.BR, rechazo(Motivo.R05)));
  }

  public static AckCfe ackCfe() {
    Optional<Integer> none = Optional.of(0);
    Optional<Integer> one = Optional.of(1);
    return new AckCfe(
        new AckCfe.Caratula(
            RUC, RUC, 1, "a.xml", WHEN, 2, 3, 1, 1, none, one, none, none, none, WHEN),
        List.of(
            new AckCfe.Detalle(
                1,
                Optional.of(TipoCfe.E_FACTURA),
                Optional.of("A"),
                Optional.of(7),
                Optional.of(DAY),
                Optional.of(WHEN),
                AckCfe.Estado.BE,
                rechazo(Motivo.E02),
                List.of(),
                Optional.of(new AckCfe.InfoRespOri(1, 2, 3, Optional.of(BYTES))))));
  }

  public static Anulados anulados() {
    return new Anulados(
        new Anulados.Caratula(RUC, RUC, Optional.of(1L), 1, WHEN),
        List.of(Anulados.CfeAnulado.of(new Numero(TipoCfe.E_FACTURA, "A", 7), DAY)));
  }

  private static List<Rechazo> rechazo(Motivo motivo) {
    return List.of(new Rechazo(motivo.code(), motivo.glosa(), Optional.of("más")));
  }
}
