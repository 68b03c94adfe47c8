package uy.pfacturas.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Etapa;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.testing.Canonical;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.testing.Filled;
import uy.pfacturas.core.testing.Referencias;

/** A document that is read and written again is the same document, canonically. */
class CanonicalTest {
  private static final String CIFRADO =
      "<xenc:EncryptedData xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\""
          + " Type=\"http://www.w3.org/2001/04/xmlenc#Element\">\n  <xenc:EncryptionMethod"
          + " Algorithm=\"http://www.w3.org/2001/04/xmlenc#tripledes-cbc\"></xenc:EncryptionMethod>"
          + "<ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><xenc:EncryptedKey>"
          + "<xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#rsa-1_5\">"
          + "</xenc:EncryptionMethod><ds:KeyInfo><ds:KeyName>CERT_DGI_EFACTURA</ds:KeyName>"
          + "</ds:KeyInfo><xenc:CipherData><xenc:CipherValue>AAAA&#xD;\nAAAA</xenc:CipherValue>"
          + "</xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo><xenc:CipherData>"
          + "<xenc:CipherValue>BBBB</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>";

  private final Esquema esquema = Esquema.cfe();

  CanonicalTest() throws SAXException {}

  @Test
  void render_samplesOfDgi_areTheSame(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<TipoCfe> seen = new ArrayList<>();
    for (String xml : Referencias.documentos()) {
      CfeXml.Parsed.Document document = parsed(xml);
      seen.add(document.cfe().tipo());
      assertThat(document.firma()).isPresent();
      byte[] expected = plain(xml).getBytes(StandardCharsets.UTF_8);
      byte[] rendered = CfeXml.render(document);
      assertThat(Canonical.of(rendered)).isEqualTo(Canonical.of(expected));
      assertThat(xmllint(folder, rendered)).isEqualTo(xmllint(folder, expected));
    }
    assertThat(seen)
        .containsExactly(
            TipoCfe.E_TICKET,
            TipoCfe.NC_E_TICKET,
            TipoCfe.ND_E_TICKET,
            TipoCfe.E_FACTURA,
            TipoCfe.NC_E_FACTURA,
            TipoCfe.E_REMITO,
            TipoCfe.E_REMITO_CONTINGENCIA,
            TipoCfe.E_RESGUARDO);
  }

  /** A sample without what means nothing: the prefix, and line ends before four numbers. */
  private static String plain(String sample) {
    return sample
        .replaceAll(" xmlns:ns0=\"[^\"]*\"", "")
        .replaceAll("(</?)ns0:", "$1")
        .replaceFirst("<CFE ", "<CFE xmlns=\"http://cfe.dgi.gub.uy\" ")
        .replaceAll("(<(?:IndFact|CAE_ID|MntIVATasaMin|NroLinDet)>)\\s+", "$1");
  }

  private static String xmllint(Path folder, byte[] xml) throws IOException, InterruptedException {
    Referencias.present(Files.isExecutable(Path.of("/usr/bin/xmllint")), "xmllint");
    Path file = Files.write(folder.resolve("in.xml"), xml);
    Path out = folder.resolve("out.xml");
    Process process =
        new ProcessBuilder("/usr/bin/xmllint", "--nonet", "--c14n", file.toString())
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out);
  }

  /** Each changes one thing in a full document: the pattern, and what stands there instead. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<NroInterno>[^<]*<=<NroInterno><",
        "<InfoAdicional>[^<]*<=<InfoAdicional>  a  b\n <",
        "<RazonRef>[^<]*<=<RazonRef>&lt;&amp;&gt;\"'&#xD;\t ñ €<",
        "<Receptor>.*</Receptor>=<Receptor></Receptor>",
        "<Cantidad>[^<]*<=<Cantidad>1.500<",
        "<MontoNF>[^<]*<=<MontoNF>-0.10<",
        "<TmstFirma>[^<]*<=<TmstFirma>2026-11-24T10:15:00.123-03:00<",
        "<TmstFirma>[^<]*<=<TmstFirma>2026-11-24T10:15:59-03:00<",
        "<Compl_Fiscal_Data>.*</Compl_Fiscal_Data>=" + CIFRADO
      })
  void render_oneThingChanged_isTheSame(String change) throws IOException {
    int middle = change.indexOf('=');
    String full = text(TipoCfe.E_TICKET_CUENTA_AJENA);
    String xml =
        Esquema.firmado(
            full.replaceFirst("(?s)" + change.substring(0, middle), change.substring(middle + 1)));
    assertThat(esquema.errors(xml)).isEmpty();
    CfeXml.Parsed.Document document = parsed(xml);
    assertThat(Canonical.of(CfeXml.render(document)))
        .isEqualTo(Canonical.of(xml.getBytes(StandardCharsets.UTF_8)));
    assertThat(Formato.vigente().check(document.cfe(), Etapa.FIRMADO)).isEmpty();
  }

  @Test
  void parse_encryptedZoneK_keepsItAsItCame() {
    String xml =
        text(TipoCfe.E_BOLETA)
            .replaceFirst(
                "(?s)<Compl_Fiscal_Data>.*</Compl_Fiscal_Data>",
                CIFRADO.replace("xenc:", "").replace("xmlns:xenc", "xmlns"));
    CfeXml.Parsed.Document document = parsed(xml);
    assertThat(document.cfe().complFiscal()).isEmpty();
    assertThat(document.cfe().complFiscalCifrado().orElseThrow().xml())
        .startsWith("<EncryptedData xmlns=\"http://www.w3.org/2001/04/xmlenc#\" Type=")
        .contains("<ds:KeyName>CERT_DGI_EFACTURA</ds:KeyName>", "AAAA&#xD;\nAAAA");
    assertThat(new String(CfeXml.render(document), StandardCharsets.UTF_8)).isEqualTo(xml);
  }

  /** A prefix that is declared outside of the zone goes with it. */
  @Test
  void parse_namespaceDeclaredOutside_isDeclaredWithin() {
    String declared = " xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\"";
    String xml =
        text(TipoCfe.E_TICKET_CUENTA_AJENA)
            .replaceFirst(
                "(?s)<Compl_Fiscal_Data>.*</Compl_Fiscal_Data>", CIFRADO.replace(declared, ""))
            .replaceFirst("<CFE ", "<CFE" + declared + " ");
    assertThat(parsed(xml).cfe().complFiscalCifrado().orElseThrow().xml())
        .startsWith("<xenc:EncryptedData" + declared);
  }

  /** Text that looks like an element stays text: only another vocabulary's elements are kept. */
  @Test
  void parse_textThatLooksEncrypted_isNotAnElement() {
    String xml =
        text(TipoCfe.E_TICKET_CUENTA_AJENA)
            .replaceFirst(
                "(?s)<Compl_Fiscal_Data>.*</Compl_Fiscal_Data>",
                "<EncryptedData>&lt;Item/&gt;</EncryptedData>");
    assertThat(CfeXml.parse(xml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(CfeXml.Parsed.Malformed.class);
  }

  @Test
  void render_zoneKInClearAndEncrypted_isFoundWhenRead() {
    String both =
        text(TipoCfe.E_TICKET_CUENTA_AJENA)
            .replaceFirst("</Compl_Fiscal>", CIFRADO + "</Compl_Fiscal>");
    assertThat(CfeXml.parse(both.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(CfeXml.Parsed.Malformed.class);
    CfeXml.Parsed.Document one =
        parsed(
            text(TipoCfe.E_TICKET_CUENTA_AJENA)
                .replaceFirst("(?s)<Compl_Fiscal>.*</Compl_Fiscal>", ""));
    assertThat(one.cfe())
        .isEqualTo(
            CfeBuilder.builder(Filled.cfe(TipoCfe.E_TICKET_CUENTA_AJENA))
                .complFiscal(Optional.empty())
                .build());
  }

  private static String text(TipoCfe tipo) {
    return new String(CfeXml.render(Filled.cfe(tipo)), StandardCharsets.UTF_8);
  }

  private static CfeXml.Parsed.Document parsed(String xml) {
    CfeXml.Parsed parsed = CfeXml.parse(xml.getBytes(StandardCharsets.UTF_8));
    assertThat(parsed).isInstanceOf(CfeXml.Parsed.Document.class);
    return (CfeXml.Parsed.Document) parsed;
  }
}
