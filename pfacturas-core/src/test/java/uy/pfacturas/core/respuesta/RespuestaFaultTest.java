package uy.pfacturas.core.respuesta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static uy.pfacturas.core.respuesta.Respuesta.caratula;
import static uy.pfacturas.core.respuesta.Respuesta.cfe;
import static uy.pfacturas.core.respuesta.Respuesta.detalle;
import static uy.pfacturas.core.respuesta.Respuesta.rechazos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.respuesta.AckCfe.Estado;

/** Each thing that can be wrong with an answer, alone, made from one that is right. */
class RespuestaFaultTest {
  private static final TipoCfe CFE = TipoCfe.E_FACTURA;
  private static final TipoCfe CFC = TipoCfe.E_FACTURA_CONTINGENCIA;
  private static final AckCfe.Detalle TAKEN = detalle(CFE, Estado.AE).build();
  private static final Optional<AckCfe.InfoRespOri> ORIGINAL =
      Optional.of(new AckCfe.InfoRespOri(1, 2, 3, Optional.of(Respuesta.TOKEN)));

  static Stream<Arguments> right() {
    return Stream.of(
        arguments(AckSobre.XML, Respuesta.sobre(AckSobre.Estado.AS)),
        arguments(AckSobre.XML, Respuesta.sobre(AckSobre.Estado.BS, Motivo.S20)),
        arguments(AckReporte.XML, Respuesta.reporte(AckReporte.Estado.AR)),
        arguments(AckReporte.XML, Respuesta.reporte(AckReporte.Estado.BR, Motivo.R01)),
        arguments(
            AckCfe.XML,
            new AckCfe(
                caratula(3)
                    .cantCFEAceptados(Optional.of(1))
                    .cantCFERechazados(Optional.of(1))
                    .cantCFCAceptados(Optional.of(0))
                    .cantCFCObservados(Optional.of(1))
                    .cantOtrosRechazados(Optional.of(0))
                    .build(),
                List.of(
                    TAKEN,
                    detalle(CFE, Estado.BE, Motivo.E02).infoRespOri(ORIGINAL).build(),
                    observed()))),
        arguments(AckCfe.XML_PARTES, cfe(TAKEN, detalle(CFE, Estado.BE, Motivo.E20).build())),
        arguments(Anulados.XML, Respuesta.anulados(1)));
  }

  private static AckCfe.Detalle observed() {
    return detalle(CFC, Estado.CE).obsCFC(rechazos(Motivo.C03)).build();
  }

  @ParameterizedTest
  @MethodSource("right")
  <T> void check_rightOne_findsNothing(MensajeXml<T> format, T answer) {
    assertThat(format.check(answer)).isEmpty();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("ACK-01", AckSobre.XML, Respuesta.sobre(AckSobre.Estado.BS)),
        arguments("ACK-02", AckSobre.XML, Respuesta.sobre(AckSobre.Estado.AS, Motivo.S01)),
        arguments("ACK-03", AckSobre.XML, Respuesta.sobre(AckSobre.Estado.BS, Motivo.R01)),
        arguments("ACK-01", AckReporte.XML, Respuesta.reporte(AckReporte.Estado.BA)),
        arguments("ACK-02", AckReporte.XML, Respuesta.reporte(AckReporte.Estado.AR, Motivo.R01)),
        arguments("ACK-03", AckReporte.XML, Respuesta.reporte(AckReporte.Estado.BR, Motivo.S01)),
        arguments("ACK-01", AckCfe.XML, cfe(detalle(CFE, Estado.BE).build())),
        arguments("ACK-02", AckCfe.XML, cfe(detalle(CFE, Estado.FE, Motivo.E03).build())),
        arguments("ACK-04", AckCfe.XML, cfe(detalle(CFE, Estado.BE, Motivo.E20).build())),
        arguments("ACK-04", AckCfe.XML_PARTES, cfe(detalle(CFE, Estado.BE, Motivo.E01).build())),
        arguments("ACK-05", AckCfe.XML, new AckCfe(caratula(2).build(), List.of(TAKEN))),
        arguments("ACK-05", Anulados.XML, Respuesta.anulados(2)),
        arguments(
            "ACK-06", AckCfe.XML, new AckCfe(caratula(1).cantEnSobre(0).build(), List.of(TAKEN))),
        arguments("ACK-07", AckCfe.XML, counted(caratula(1).cantCFEAceptados(Optional.of(0)))),
        arguments("ACK-07", AckCfe.XML, counted(caratula(1).cantCFERechazados(Optional.of(1)))),
        arguments("ACK-07", AckCfe.XML, counted(caratula(1).cantCFCAceptados(Optional.of(1)))),
        arguments("ACK-07", AckCfe.XML, counted(caratula(1).cantCFCObservados(Optional.of(1)))),
        arguments("ACK-08", AckCfe.XML, cfe(detalle(CFE, Estado.BE, Motivo.E02).build())),
        arguments(
            "ACK-09",
            AckCfe.XML,
            cfe(
                detalle(CFE, Estado.BE, Motivo.E02)
                    .infoRespOri(Optional.of(new AckCfe.InfoRespOri(1, 2, 3, Optional.empty())))
                    .build())),
        arguments("ACK-10", AckCfe.XML_PARTES, cfe(detalle(CFE, Estado.FE).build())),
        arguments(
            "ACK-10",
            AckCfe.XML_PARTES,
            cfe(detalle(CFE, Estado.AE).infoRespOri(ORIGINAL).build())),
        arguments(
            "ACK-10",
            AckCfe.XML_PARTES,
            cfe(detalle(CFE, Estado.BE).obsCFC(rechazos(Motivo.C03)).build())),
        arguments("ACK-11", AckCfe.XML, cfe(detalle(CFC, Estado.BE, Motivo.E03).build())),
        arguments(
            "ACK-11",
            AckCfe.XML,
            cfe(detalle(CFE, Estado.CE).obsCFC(rechazos(Motivo.C03)).build())),
        arguments(
            "ACK-12",
            AckCfe.XML_PARTES,
            cfe(
                detalle(CFE, Estado.BE)
                    .motivosRechazo(Collections.nCopies(11, Rechazo.of(Motivo.E20)))
                    .build())),
        arguments(
            "ACK-14",
            AckCfe.XML,
            cfe(detalle(CFC, Estado.CE, Motivo.E03).obsCFC(rechazos(Motivo.C03)).build())));
  }

  private static AckCfe counted(AckCfeCaratulaBuilder caratula) {
    return new AckCfe(caratula.build(), List.of(TAKEN));
  }

  /** The value alone says it, and so does the XML of it, with the place. */
  @ParameterizedTest
  @MethodSource("wrong")
  <T> void check_oneThingWrong_isThatFaultAlone(String code, MensajeXml<T> format, T answer) {
    assertThat(codes(format.check(answer))).containsExactly(code);
    Parsed<T> parsed = format.parse(format.render(answer));
    assertThat(parsed).isInstanceOf(Parsed.Message.class);
    List<Fault> faults = ((Parsed.Message<T>) parsed).faults();
    assertThat(codes(faults)).containsExactly(code);
    assertThat(faults.get(0).campo()).startsWith("3.");
  }

  @Test
  void check_noDocument_isAFault() {
    assertThat(codes(AckCfe.XML.check(cfe()))).containsExactly("FMT-03", "ACK-13");
    Anulados none = new Anulados(Respuesta.anulados(0).caratula(), List.of());
    assertThat(codes(Anulados.XML.check(none))).containsExactly("FMT-03", "ACK-13");
  }

  @Test
  void parse_unknownState_isNoAnswer() {
    String xml =
        new String(
            AckSobre.XML.render(Respuesta.sobre(AckSobre.Estado.AS)), StandardCharsets.UTF_8);
    for (String other : List.of("as", "XX", "")) {
      byte[] changed = xml.replace(">AS<", ">" + other + "<").getBytes(StandardCharsets.UTF_8);
      assertThat(AckSobre.XML.parse(changed))
          .isInstanceOfSatisfying(
              Parsed.Malformed.class,
              m -> assertThat(codes(((Parsed.Malformed<?>) m).faults())).containsExactly("FMT-11"));
    }
  }

  @Test
  void faults_ofTheRoom_allHaveATest() {
    List<String> covered =
        Stream.concat(wrong().map(a -> (String) a.get()[0]), Stream.of("ACK-13")).toList();
    assertThat(Arrays.stream(RespuestaFault.values()).map(RespuestaFault::code))
        .allMatch(covered::contains);
  }

  private static List<String> codes(List<Fault> faults) {
    return faults.stream().map(f -> f.code().code()).toList();
  }
}
