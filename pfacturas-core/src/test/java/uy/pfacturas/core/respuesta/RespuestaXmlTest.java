package uy.pfacturas.core.respuesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.TablaMensaje;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.testing.RandomMessage;
import uy.pfacturas.core.testing.SecondOpinion;

class RespuestaXmlTest {
  private static final int TIMES = 60;

  private final Random random = new Random(20261124);

  @Test
  void ackSobre_atRandom_isValidAndComesBack() throws Exception {
    comesBack(
        AckSobre.class, AckSobre.XML, "acksobre.tsv", "ACKSobre.xsd", UnaryOperator.identity());
  }

  @Test
  void ackReporte_atRandom_isValidAndComesBack() throws Exception {
    comesBack(
        AckReporte.class,
        AckReporte.XML,
        "ackreporte.tsv",
        "ACKRepDiario.xsd",
        UnaryOperator.identity());
  }

  @Test
  void ackCfe_ofDgiAtRandom_isValidAndComesBack() throws Exception {
    comesBack(
        AckCfe.class,
        AckCfe.XML,
        "ackcfe.tsv",
        "ACKCFE_DGI.xsd",
        ack -> each(ack, this::asTheSchemaWants));
  }

  @Test
  void ackCfe_betweenCompaniesAtRandom_isValidAndComesBack() throws Exception {
    comesBack(
        AckCfe.class,
        AckCfe.XML_PARTES,
        "ackcfe.tsv",
        "ACKCFE_Partes.xsd",
        ack -> each(ack, this::asCompaniesSay));
  }

  @Test
  void anulados_atRandom_areValidAndComeBack() throws Exception {
    comesBack(
        Anulados.class,
        Anulados.XML,
        "anulados.tsv",
        "CFEs_Anulados_x_RechazoDGI.xsd",
        UnaryOperator.identity());
  }

  private <T extends Record> void comesBack(
      Class<T> type, MensajeXml<T> format, String tabla, String schema, UnaryOperator<T> mended)
      throws Exception {
    Forma forma = TablaMensaje.read(type, tabla).forma(type);
    RandomMessage messages = new RandomMessage(random, this::reason);
    Esquema esquema = Esquema.of(schema);
    for (int i = 0; i < TIMES; i++) {
      T message = mended.apply(messages.of(type, forma, TipoCfe.E_TICKET));
      byte[] xml = format.render(message);
      assertThat(esquema.errorsOf(signed(xml))).as(signed(xml)).isEmpty();
      assertThat(message(format, xml)).isEqualTo(message);
      assertThat(message(format, signed(xml).getBytes(StandardCharsets.UTF_8))).isEqualTo(message);
      assertThat(format.render(message)).isEqualTo(xml);
    }
  }

  /** A reason of the table that belongs there, in the words that the schema has. */
  private Optional<Object> reason(Forma.Parte parte) {
    if (parte.tipo() != Rechazo.class) {
      return Optional.empty();
    }
    Motivo.Tabla tabla =
        switch (parte.campo().elemento()) {
          case "ObsCFC" -> Motivo.Tabla.CFC;
          case "MotivosRechazoCF" -> Motivo.Tabla.CFE;
          default ->
              parte.campo().campo().startsWith("3.1") ? Motivo.Tabla.REPORTE : Motivo.Tabla.SOBRE;
        };
    Motivo motivo = any(tabla, m -> m.quien() != Motivo.Quien.RECEPTOR && m != Motivo.C09);
    Optional<String> detail = random.nextBoolean() ? Optional.of("a & b") : Optional.empty();
    return Optional.of(new Rechazo(motivo.code(), motivo.glosa(), detail));
  }

  private Motivo any(Motivo.Tabla tabla, Function<Motivo, Boolean> allowed) {
    List<Motivo> all =
        Arrays.stream(Motivo.values()).filter(m -> m.tabla() == tabla && allowed.apply(m)).toList();
    return all.get(random.nextInt(all.size()));
  }

  private static AckCfe each(AckCfe ack, UnaryOperator<AckCfe.Detalle> mended) {
    return new AckCfe(ack.caratula(), ack.detalles().stream().map(mended).toList());
  }

  /** The schema has one kind of reasons or the other, and wants the token. */
  private AckCfe.Detalle asTheSchemaWants(AckCfe.Detalle detalle) {
    return AckCfeDetalleBuilder.builder(detalle)
        .obsCFC(detalle.motivosRechazo().isEmpty() ? detalle.obsCFC() : List.of())
        .infoRespOri(detalle.infoRespOri().filter(i -> i.idTokenSobre().isPresent()))
        .build();
  }

  private AckCfe.Detalle asCompaniesSay(AckCfe.Detalle detalle) {
    return AckCfeDetalleBuilder.builder(detalle)
        .estado(random.nextBoolean() ? AckCfe.Estado.AE : AckCfe.Estado.BE)
        .motivosRechazo(
            detalle.motivosRechazo().stream()
                .filter(r -> !r.motivo().equals("E01"))
                .map(r -> random.nextBoolean() ? r : new Rechazo("E45", "ñ", Optional.empty()))
                .toList())
        .obsCFC(List.of())
        .infoRespOri(Optional.empty())
        .build();
  }

  @Test
  void render_answers_areValidForXmllint(@TempDir Path folder) throws Exception {
    validates(
        AckSobre.XML.render(Respuesta.sobre(AckSobre.Estado.BS, Motivo.S08)),
        "ACKSobre.xsd",
        folder);
    validates(
        AckReporte.XML.render(Respuesta.reporte(AckReporte.Estado.BR, Motivo.R05)),
        "ACKRepDiario.xsd",
        folder);
    AckCfe ack =
        Respuesta.cfe(
            Respuesta.detalle(TipoCfe.E_FACTURA, AckCfe.Estado.BE, Motivo.E02)
                .infoRespOri(
                    Optional.of(new AckCfe.InfoRespOri(1, 2, 3, Optional.of(Respuesta.TOKEN))))
                .build());
    validates(AckCfe.XML.render(ack), "ACKCFE_DGI.xsd", folder);
    AckCfe ofCompany =
        Respuesta.cfe(Respuesta.detalle(TipoCfe.E_FACTURA, AckCfe.Estado.BE, Motivo.E20).build());
    validates(AckCfe.XML_PARTES.render(ofCompany), "ACKCFE_Partes.xsd", folder);
    validates(Anulados.XML.render(Respuesta.anulados(1)), "CFEs_Anulados_x_RechazoDGI.xsd", folder);
  }

  private static void validates(byte[] xml, String schema, Path folder) throws Exception {
    SecondOpinion.validates(signed(xml).getBytes(StandardCharsets.UTF_8), schema, folder);
  }

  /** The shapes of DGI's examples: no version, no offset, days with a time, long file names. */
  @Test
  void parse_answerAsDgiWritesIt_isRead() {
    String name = "Sob_219999830019_20111001_3009_OK_SobreCFE.xml";
    String xml =
        "<ACKCFE xmlns=\"http://cfe.dgi.gub.uy\"><Caratula><RUCReceptor>214844360018</RUCReceptor>"
            + "<RUCEmisor>219999830019</RUCEmisor><IDRespuesta>1516\n</IDRespuesta><NomArch>"
            + name
            + "</NomArch><FecHRecibido>2012-02-10T11:58:10</FecHRecibido><IDEmisor>3009</IDEmisor>"
            + "<IDReceptor>1516</IDReceptor><CantenSobre>1</CantenSobre>"
            + "<CantResponden>1</CantResponden><Tmst>2026-02-10T11:55:00.123Z</Tmst></Caratula>"
            + "<ACKCFE_Det><Nro_ordinal>1</Nro_ordinal><TipoCFE>101</TipoCFE><Serie>A</Serie>"
            + "<NroCFE>1</NroCFE><FechaCFE>2011-11-08T00:00:00</FechaCFE>"
            + "<TmstCFE>2026-02-08T09:48:51</TmstCFE><Estado>AE</Estado></ACKCFE_Det></ACKCFE>";
    Parsed.Message<AckCfe> parsed = read(AckCfe.XML, xml.getBytes(StandardCharsets.UTF_8));
    AckCfe ack = parsed.value();
    assertThat(parsed.faults()).extracting(f -> f.code().code()).containsExactly("FMT-09");
    assertThat(ack.caratula().nomArch()).isEqualTo(name);
    // Uruguay had summer time in 2012.
    assertThat(ack.caratula().fecHRecibido())
        .isEqualTo(OffsetDateTime.parse("2012-02-10T11:58:10-02:00"));
    assertThat(ack.caratula().tmst()).isEqualTo(OffsetDateTime.parse("2026-02-10T11:55:00.123Z"));
    AckCfe.Detalle detalle = ack.detalles().get(0);
    assertThat(detalle.fechaCFE()).contains(LocalDate.of(2011, 11, 8));
    assertThat(detalle.tmstCFE()).contains(OffsetDateTime.parse("2026-02-08T09:48:51-03:00"));
    assertThat(detalle.numero().orElseThrow().texto()).isEqualTo("101-A-1");
  }

  @Test
  void parse_codeOfALaterList_isReadAndTold() {
    String xml =
        new String(
                AckSobre.XML.render(Respuesta.sobre(AckSobre.Estado.BS, Motivo.S07)),
                StandardCharsets.UTF_8)
            .replace("S07", "S09");
    Parsed.Message<AckSobre> parsed = read(AckSobre.XML, xml.getBytes(StandardCharsets.UTF_8));
    Rechazo rechazo = parsed.value().detalle().motivosRechazo().get(0);
    assertThat(parsed.value().isRecibido()).isFalse();
    assertThat(rechazo.conocido()).isEmpty();
    assertThat(rechazo.glosa()).isEqualTo(Motivo.S07.glosa());
    assertThat(parsed.faults()).extracting(f -> f.code().code()).containsExactly("ACK-03");
  }

  private static String signed(byte[] xml) {
    return Esquema.mensajeFirmado(new String(xml, StandardCharsets.UTF_8));
  }

  private static <T> T message(MensajeXml<T> format, byte[] xml) {
    return read(format, xml).value();
  }

  private static <T> Parsed.Message<T> read(MensajeXml<T> format, byte[] xml) {
    Parsed<T> parsed = format.parse(xml);
    assertThat(parsed).isInstanceOf(Parsed.Message.class);
    return (Parsed.Message<T>) parsed;
  }
}
