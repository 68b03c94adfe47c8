package uy.pfacturas.core.reporte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;

/** Each thing that can be wrong with a report, alone, made from one that is right. */
class ReporteFaultTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final OffsetDateTime SIGNED = OffsetDateTime.parse("2026-11-25T00:05:00-03:00");

  private static Monto monto() {
    return MontoBuilder.builder()
        .fecha(DAY)
        .codSuc(1)
        .totMntNoGrv(amount("10.00"))
        .totMntIVATasaMin(amount("50.00"))
        .totMntIVATasaBas(amount("200.00"))
        .totMntIVAOtra(amount("5.00"))
        .mntIVATasaMin(amount("5.00"))
        .mntIVATasaBas(amount("44.00"))
        .mntIVAOtra(amount("1.00"))
        .ivaTasaMin(amount("10.000"))
        .ivaTasaBas(amount("22"))
        .totMntTotal(amount("315.00"))
        .build();
  }

  /** Ten numbers used, of which two were annulled. */
  private static Resumen.Datos datos() {
    return ResumenDatosBuilder.builder()
        .montos(List.of(monto()))
        .cantDocsUtil(Optional.of(10L))
        .cantDocsMayTopeUI(Optional.of(1L))
        .cantDocsAnulados(Optional.of(2L))
        .cantDocsEmi(Optional.of(8L))
        .utilizados(List.of(new Rango("A", 1, 9), new Rango("B", 1, 1)))
        .anulados(List.of(new Rango("A", 4, 5)))
        .build();
  }

  private static Resumen.Datos papel() {
    return ResumenDatosBuilder.builder()
        .montos(List.of(monto()))
        .cantDocsMayTopeUI(Optional.of(0L))
        .cantCFCEmi(Optional.of(3L))
        .utilizados(List.of())
        .anulados(List.of())
        .build();
  }

  private static Reporte reporte(LocalDate day, OffsetDateTime signed, long all, Resumen... of) {
    Rut ruc = new Rut(Documents.RUC);
    return new Reporte(
        new Reporte.Caratula(ruc, day, Optional.of(1L), 1, signed, all), List.of(of));
  }

  private static Reporte of(long all, TipoCfe tipo, Resumen.Datos datos) {
    return reporte(DAY, SIGNED, all, new Resumen(tipo, datos));
  }

  private static Reporte datos(UnaryOperator<ResumenDatosBuilder> change) {
    Resumen.Datos datos = change.apply(ResumenDatosBuilder.builder(datos())).build();
    return of(datos.cantDocsUtil().orElse(0L), TipoCfe.E_TICKET, datos);
  }

  private static Reporte monto(UnaryOperator<MontoBuilder> change) {
    return datos(d -> d.montos(List.of(change.apply(MontoBuilder.builder(monto())).build())));
  }

  private static Optional<BigDecimal> amount(String text) {
    return Optional.of(new BigDecimal(text));
  }

  @Test
  void check_rightOnes_findNothing() {
    assertThat(Reporte.XML.check(of(10, TipoCfe.E_TICKET, datos()))).isEmpty();
    assertThat(Reporte.XML.check(of(3, TipoCfe.E_TICKET_CONTINGENCIA, papel()))).isEmpty();
    // Rounded document by document: within a peso for each of the eight.
    assertThat(
            Reporte.XML.check(
                monto(m -> m.mntIVATasaBas(amount("51.90")).totMntTotal(amount("322.90")))))
        .isEmpty();
  }

  static Stream<Arguments> wrong() {
    Resumen one = new Resumen(TipoCfe.E_TICKET, datos());
    Optional<Long> none = Optional.empty();
    return Stream.of(
        arguments("REP-03", reporte(DAY, SIGNED, 20, one, one)),
        arguments("REP-04", of(11, TipoCfe.E_TICKET, datos())),
        arguments("REP-05", reporte(DAY.plusDays(2), SIGNED, 10, one)),
        arguments("REP-06", datos(d -> d.montos(List.of()))),
        arguments("REP-06", datos(d -> d.montos(List.of()).cantDocsEmi(none))),
        arguments("REP-07", datos(d -> d.montos(List.of(monto(), monto())))),
        arguments("REP-08", monto(m -> m.fecha(LocalDate.of(2027, 1, 25)))),
        arguments("REP-09", monto(m -> m.totMntNoGrv(amount("-10")).totMntTotal(amount("295.00")))),
        arguments("REP-10", monto(m -> m.totMntTotal(amount("315.01")))),
        arguments(
            "REP-11", monto(m -> m.totMntIVAOtra(Optional.empty()).totMntTotal(amount("310.00")))),
        arguments(
            "REP-11", monto(m -> m.mntIVAOtra(Optional.empty()).totMntTotal(amount("314.00")))),
        arguments(
            "REP-12", monto(m -> m.mntIVATasaBas(amount("52.01")).totMntTotal(amount("323.01")))),
        arguments(
            "REP-12",
            monto(
                m ->
                    m.mntIVATasaMin(Optional.of(new BigDecimal("14"))).totMntTotal(amount("324")))),
        arguments("REP-13", monto(m -> m.ivaTasaBas(amount("23")))),
        arguments("REP-13", monto(m -> m.ivaTasaMin(Optional.empty()))),
        arguments(
            "REP-14",
            datos(
                d ->
                    d.cantDocsUtil(none)
                        .cantDocsAnulados(none)
                        .cantDocsEmi(none)
                        .cantDocsMayTopeUI(none)
                        .utilizados(List.of())
                        .anulados(List.of()))),
        arguments(
            "REP-14",
            of(
                0,
                TipoCfe.E_TICKET_CONTINGENCIA,
                ResumenDatosBuilder.builder(papel()).cantCFCEmi(none).build())),
        arguments(
            "REP-15",
            of(
                13,
                TipoCfe.E_TICKET,
                ResumenDatosBuilder.builder(datos()).cantCFCEmi(Optional.of(3L)).build())),
        arguments("REP-15", of(10, TipoCfe.E_TICKET_CUENTA_AJENA, datos())),
        arguments("REP-16", datos(d -> d.utilizados(List.of(new Rango("A", 1, 9))))),
        arguments("REP-16", datos(d -> d.anulados(List.of()))),
        arguments(
            "REP-17",
            datos(
                d ->
                    d.utilizados(
                        List.of(
                            new Rango("A", 1, 9), new Rango("B", 1, 1), new Rango("B", 9, 8))))),
        arguments(
            "REP-18",
            datos(d -> d.utilizados(List.of(new Rango("A", 5, 7), new Rango("A", 1, 7))))),
        arguments("REP-19", datos(d -> d.anulados(List.of(new Rango("A", 9, 10))))),
        arguments("REP-20", datos(d -> d.cantDocsEmi(Optional.of(9L)))),
        arguments("REP-21", datos(d -> d.cantDocsMayTopeUI(Optional.of(9L)))));
  }

  /** The value alone says it, and so does the XML of it, with the place. */
  @ParameterizedTest
  @MethodSource("wrong")
  void check_oneThingWrong_isThatFaultAlone(String code, Reporte reporte) {
    assertThat(codes(Reporte.XML.check(reporte))).containsExactly(code);
    Parsed<Reporte> parsed = Reporte.XML.parse(Reporte.XML.render(reporte));
    List<Fault> faults =
        parsed instanceof Parsed.Message<Reporte> message
            ? message.faults()
            : ((Parsed.Malformed<Reporte>) parsed).faults();
    // A type that is there twice is no report to be read.
    assertThat(codes(faults)).containsExactly(code.equals("REP-03") ? "FMT-19" : code);
    assertThat(faults.get(0).place().isKnown()).isTrue();
  }

  @Test
  void check_whatATypeDoesNotHave_isAFaultOfTheTable() {
    Resumen.Datos invoice =
        ResumenDatosBuilder.builder(datos()).cantDocsMayTopeUI(Optional.empty()).build();
    assertThat(Reporte.XML.check(of(10, TipoCfe.E_FACTURA, invoice))).isEmpty();
    assertThat(codes(Reporte.XML.check(of(10, TipoCfe.E_FACTURA, datos()))))
        .containsExactly("FMT-04");
    assertThat(codes(Reporte.XML.check(of(10, TipoCfe.E_REMITO, invoice))))
        .hasSize(10)
        .containsOnly("FMT-04");
    Monto export = MontoBuilder.builder().fecha(DAY).codSuc(1).build();
    assertThat(
            codes(
                Reporte.XML.check(
                    of(
                        10,
                        TipoCfe.E_FACTURA_EXPORTACION,
                        ResumenDatosBuilder.builder(invoice).montos(List.of(export)).build()))))
        .containsExactly("FMT-03", "FMT-03");
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("REP-01", "<TipoComp>101</TipoComp>", ""),
        arguments("REP-01", "<RsmnData>", "<RsmnData>x"),
        arguments("REP-02", "<TipoComp>101</TipoComp>", "<TipoComp>102</TipoComp>"),
        arguments("FMT-03", "<Caratula version=\"1.0\">", "<Rsmn_Fac/><Caratula version=\"1.0\">"),
        arguments("FMT-01", "</Reporte>", "<Zzzzzzzzz/></Reporte>"),
        arguments("FMT-01", "</RsmnData>", "<Zzzzzzzzz/></RsmnData>"),
        arguments("FMT-02", "Mnts_FyT_Item", "Mnts_FExp_Item"),
        arguments("FMT-01", "<RDA_Item>", "<Zzzzzzzzz/><RDA_Item>"),
        arguments("FMT-18", "<RngDocsAnulados>", "<RngDocsAnulados>x"),
        arguments("FMT-19", "</RsmnData>", "<Montos><Mnts_FyT_Item/></Montos></RsmnData>"),
        arguments("FMT-22", "<Montos>", "<CantDocsEmi>8</CantDocsEmi><Montos>"),
        arguments("FMT-03", "<CodSuc>1</CodSuc>", ""),
        arguments("FMT-06", "<TotMntNoGrv>10.00", "<TotMntNoGrv>10,00"),
        arguments("FMT-07", "<Fecha>2026-11-24", "<Fecha>2026-11-31"),
        arguments("MSG-02", " version=\"1.0\"><RUC", "><RUC"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void parse_oneThingWrong_isThatFault(String code, String from, String to) {
    String right =
        new String(Reporte.XML.render(of(10, TipoCfe.E_TICKET, datos())), StandardCharsets.UTF_8);
    assertThat(right).contains(from);
    Parsed<Reporte> parsed =
        Reporte.XML.parse(right.replace(from, to).getBytes(StandardCharsets.UTF_8));
    assertThat(parsed).isInstanceOf(Parsed.Malformed.class);
    List<String> found = codes(((Parsed.Malformed<Reporte>) parsed).faults());
    assertThat(found).contains(code);
    if (code.equals("FMT-22")) {
      // What stood too early is there a second time in its place.
      assertThat(found).contains("FMT-19");
    } else {
      assertThat(found).containsOnly(code);
    }
  }

  @Test
  void faults_ofTheRoom_allHaveATest() {
    List<String> covered = Stream.concat(wrong(), texts()).map(a -> (String) a.get()[0]).toList();
    assertThat(Arrays.stream(ReporteFault.values()).map(ReporteFault::code))
        .allMatch(covered::contains);
  }

  private static List<String> codes(List<Fault> faults) {
    return faults.stream().map(f -> f.code().code()).toList();
  }
}
