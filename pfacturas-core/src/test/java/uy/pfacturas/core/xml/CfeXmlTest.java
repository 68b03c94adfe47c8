package uy.pfacturas.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Etapa;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.testing.Filled;
import uy.pfacturas.core.testing.Referencias;

class CfeXmlTest {
  @Test
  void render_document_isTheSameEveryTime() {
    Cfe cfe = Filled.cfe(TipoCfe.E_TICKET);
    assertThat(CfeXml.render(cfe)).isEqualTo(CfeXml.render(cfe));
    assertThat(text(cfe))
        .startsWith(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><CFE xmlns=\"http://cfe.dgi.gub.uy\""
                + " version=\"1.0\"><eTck><TmstFirma>2026-11-24T10:15:00-03:00</TmstFirma>"
                + "<Encabezado><IdDoc><TipoCFE>101</TipoCFE>");
  }

  @Test
  void parse_rendered_isTheSameDocument() {
    for (TipoCfe tipo : TipoCfe.values()) {
      Cfe cfe = Filled.cfe(tipo);
      assertThat(document(text(cfe))).isEqualTo(cfe);
    }
  }

  @Test
  void render_specialCharacters_areKept() {
    Cfe cfe = Filled.named("a & b < c > \" ' \r\n\t ñ € \uD83D\uDE00 ]]>");
    assertThat(document(text(cfe))).isEqualTo(cfe);
  }

  @Test
  void render_everyFieldOfEveryType_isValidAgainstTheSchema() throws IOException, SAXException {
    Esquema esquema = Esquema.cfe();
    for (TipoCfe tipo : TipoCfe.values()) {
      Cfe cfe = Filled.cfe(tipo);
      assertThat(esquema.errors(text(cfe))).as(tipo.nombre()).isEmpty();
      assertThat(Formato.vigente().check(cfe, Etapa.FIRMADO)).as(tipo.nombre()).isEmpty();
    }
  }

  @Test
  void render_document_isValidForXmllint(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path schema = Referencias.file("xsd/CFEDGI.xsd");
    Referencias.present(Files.isExecutable(Path.of("/usr/bin/xmllint")), "xmllint");
    Path file = folder.resolve("cfe.xml");
    Files.writeString(file, Esquema.firmado(text(Filled.cfe(TipoCfe.NC_E_FACTURA))));
    Process xmllint =
        new ProcessBuilder(
                "/usr/bin/xmllint",
                "--nonet",
                "--noout",
                "--schema",
                schema.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    assertThat(xmllint.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("out.txt"))).contains("validates");
  }

  @Test
  void parse_adendaAround_isLeftAside() {
    Cfe cfe = Filled.cfe(TipoCfe.E_TICKET);
    String inner = text(cfe).replaceFirst("<\\?xml[^>]*>", "");
    assertThat(
            document(
                "<CFE_Adenda xmlns=\"http://cfe.dgi.gub.uy\">"
                    + inner
                    + "<Adenda><a>Gracias</a></Adenda></CFE_Adenda>"))
        .isEqualTo(cfe);
  }

  private static String text(Cfe cfe) {
    return new String(CfeXml.render(cfe), StandardCharsets.UTF_8);
  }

  private static Cfe document(String xml) {
    return parsed(xml).cfe();
  }

  private static CfeXml.Parsed.Document parsed(String xml) {
    CfeXml.Parsed parsed = CfeXml.parse(xml.getBytes(StandardCharsets.UTF_8));
    assertThat(parsed).isInstanceOf(CfeXml.Parsed.Document.class);
    return (CfeXml.Parsed.Document) parsed;
  }
}
