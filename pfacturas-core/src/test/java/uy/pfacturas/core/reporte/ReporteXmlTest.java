package uy.pfacturas.core.reporte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.TablaMensaje;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.testing.RandomMessage;
import uy.pfacturas.core.testing.SecondOpinion;

class ReporteXmlTest {
  private static final Reporte.Caratula CARATULA =
      new Reporte.Caratula(
          new Rut(Documents.RUC),
          LocalDate.of(2026, 11, 24),
          Optional.empty(),
          2,
          OffsetDateTime.parse("2026-11-25T00:05:00-03:00"),
          0);

  private final Random random = new Random(20261124);
  private final RandomMessage messages = new RandomMessage(random);

  @Test
  void reporte_atRandom_isValidAndComesBack() throws Exception {
    Esquema esquema = Esquema.of("ReporteDiarioCFE.xsd");
    for (int i = 0; i < 25; i++) {
      Reporte reporte = random();
      byte[] xml = Reporte.XML.render(reporte);
      assertThat(esquema.errorsOf(signed(xml))).as(signed(xml)).isEmpty();
      assertThat(message(xml)).isEqualTo(reporte);
      assertThat(message(signed(xml).getBytes(StandardCharsets.UTF_8))).isEqualTo(reporte);
      assertThat(Reporte.XML.render(reporte)).isEqualTo(xml);
    }
  }

  @Test
  void render_everyType_isValidForXmllint(@TempDir Path folder) throws IOException {
    List<Resumen> all = new ArrayList<>();
    for (TipoCfe tipo : TipoCfe.values()) {
      all.add(resumen(tipo));
    }
    byte[] xml = Reporte.XML.render(new Reporte(CARATULA, all));
    SecondOpinion.validates(
        signed(xml).getBytes(StandardCharsets.UTF_8), "ReporteDiarioCFE.xsd", folder);
  }

  @Test
  void render_dayWithoutDocuments_isTheCoverAlone() throws Exception {
    Reporte none = new Reporte(CARATULA, List.of());
    byte[] xml = Reporte.XML.render(none);
    assertThat(new String(xml, StandardCharsets.UTF_8))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Reporte"
                + " xmlns=\"http://cfe.dgi.gub.uy\"><Caratula version=\"1.0\">"
                + "<RUCEmisor>219999830019</RUCEmisor><FechaResumen>2026-11-24</FechaResumen>"
                + "<SecEnvio>2</SecEnvio><TmstFirmaEnv>2026-11-25T00:05:00-03:00</TmstFirmaEnv>"
                + "<CantComprobantes>0</CantComprobantes></Caratula></Reporte>");
    assertThat(Esquema.of("ReporteDiarioCFE.xsd").errorsOf(signed(xml))).isEmpty();
    assertThat(Reporte.XML.check(none)).isEmpty();
    assertThat(message(xml)).isEqualTo(none);
    assertThat(none.archivo()).isEqualTo("Rep_219999830019_20261124_02.xml");
  }

  @Test
  void reporte_typesInAnyOrder_haveDgisOrder() {
    Reporte reporte =
        new Reporte(
            CARATULA,
            List.of(
                resumen(TipoCfe.E_BOLETA),
                resumen(TipoCfe.E_TICKET_CUENTA_AJENA),
                resumen(TipoCfe.E_TICKET_CONTINGENCIA),
                resumen(TipoCfe.E_TICKET)));
    assertThat(reporte.resumenes())
        .extracting(r -> r.tipo().codigo())
        .containsExactly(101, 201, 131, 151);
  }

  /** As many ranges as the schema takes: a day in which every second number was annulled. */
  @Test
  void parse_tenThousandRanges_isRead() {
    List<Rango> used = List.of(new Rango("A", 1, 20_000));
    List<Rango> annulled =
        IntStream.rangeClosed(1, 10_000).mapToObj(i -> new Rango("A", 2 * i, 2 * i)).toList();
    Resumen.Datos datos =
        ResumenDatosBuilder.builder()
            .montos(List.of())
            .cantDocsUtil(Optional.of(20_000L))
            .cantDocsAnulados(Optional.of(10_000L))
            .utilizados(used)
            .anulados(annulled)
            .build();
    Reporte reporte = new Reporte(CARATULA, List.of(new Resumen(TipoCfe.E_TICKET, datos)));
    assertThat(message(Reporte.XML.render(reporte))).isEqualTo(reporte);
  }

  private Reporte random() {
    List<Resumen> some = new ArrayList<>();
    for (TipoCfe tipo : TipoCfe.values()) {
      if (random.nextInt(4) == 0) {
        some.add(resumen(tipo));
      }
    }
    Forma forma = TablaMensaje.read(Reporte.class, "caratula.tsv").forma(Reporte.Caratula.class);
    return new Reporte(messages.of(Reporte.Caratula.class, forma, TipoCfe.E_TICKET), some);
  }

  /** What the schema wants of CFE and CFC; the rest at random. */
  private Resumen resumen(TipoCfe tipo) {
    Familia familia = tipo.familia();
    Forma forma =
        TablaMensaje.read(
                Reporte.class, "resumen.tsv", Map.of("{Mnts_Item}", Resumenes.monto(familia)))
            .forma(Resumen.Datos.class);
    Resumen.Datos any = messages.of(Resumen.Datos.class, forma, tipo);
    ResumenDatosBuilder datos = ResumenDatosBuilder.builder(any);
    if (tipo.isContingencia()) {
      datos.cantDocsUtil(Optional.empty()).cantDocsAnulados(Optional.empty());
      datos.cantDocsEmi(Optional.empty()).utilizados(List.of()).anulados(List.of());
      datos.cantCFCEmi(Optional.of(any.cantCFCEmi().orElse(7L)));
    } else {
      datos.cantDocsUtil(Optional.of(any.cantDocsUtil().orElse(7L)));
      datos.cantCFCEmi(Optional.empty());
    }
    return new Resumen(tipo, datos.build());
  }

  private static String signed(byte[] xml) {
    return Esquema.mensajeFirmado(new String(xml, StandardCharsets.UTF_8));
  }

  private static Reporte message(byte[] xml) {
    Parsed<Reporte> parsed = Reporte.XML.parse(xml);
    assertThat(parsed).isInstanceOf(Parsed.Message.class);
    return ((Parsed.Message<Reporte>) parsed).value();
  }
}
