package uy.pfacturas.core.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultCode;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.formato.FormatoFault;
import uy.pfacturas.core.tree.TreeFault;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.core.xml.XmlFault;

/** The smallest file for each fault of the readers. */
class EachFaultTest {
  private static final String D = "[IdDoc]\nTipoCFE=101\nFmaPago=1\n";
  private static final String I = "[Item]\nIndFact=3\nNomItem=a\nCantidad=1\nPrecioUnitario=1\n";
  private static final String CFE = "<CFE version='1.0' xmlns='http://cfe.dgi.gub.uy'>";
  private static final Syntax LATIN =
      new Syntax(Optional.of(Charset.forName("windows-1252")), false, 200_000);

  static Stream<Arguments> files() {
    return Stream.of(
        arguments("ARC-01", "a.txt", "x".repeat(200_001)),
        arguments("ARC-02", "a.txt", " \r\n"),
        arguments("ARC-03", "a.dat", "x"),
        arguments("TXT-01", "a.txt", D + I + "UniMed=\u001Ba\n"),
        arguments("TXT-02", "a.txt", D + I + "UniMed\n"),
        arguments("TXT-03", "a.txt", "Id=1\n" + D + I),
        arguments("TXT-04", "a.txt", D + I + "[Cabezal]\n"),
        arguments("TXT-05", "a.txt", D + I + "[Iten]\n"),
        arguments("TXT-06", "a.txt", D + I + "[Fin]\n[Item]\n"),
        arguments("TXT-07", "a.txt", D + I + "CodItem.0.Cod=1\n"),
        arguments("JSON-01", "a.json", "{\"Item\":["),
        arguments("JSON-02", "a.json", "[]"),
        arguments("PED-01", "a.txt", "[Pedido]\nTipo=otro\n"),
        arguments("PED-02", "a.txt", "[Pedido]\nTipo=pago\n"),
        arguments("PED-03", "a.txt", "[Pedido]\nTipo=rut\n"),
        arguments("PED-03", "a.txt", "[Pedido]\nTipo=contingencia\n"),
        arguments("PED-04", "a.txt", "[Pedido]\nTipo=rut\nRut=1\n[Item]\n"),
        arguments("PED-05", "a.txt", "[Pedido]\nTipo=rut\nRut=1\nDe=2\n"),
        arguments(
            "PED-06",
            "a.txt",
            D + I + "[Referencia]\nIdRef=1\nTpoDocRef=101\nSerie=A\nNroCFERef=1\n"),
        arguments("PED-07", "a.txt", "[Pedido]\nSucursal=1\n[Emisor]\nCdgDGISucur=2\n" + D + I),
        arguments("PED-08", "a.txt", "[Pedido]\nTipo=cfc\n" + D + I),
        arguments("COD-02", "a.txt", D + I + "UniMed=\u0081\n"),
        arguments("COD-03", "a.xml", "<?xml version='1.0' encoding='UTF-7'?><CFE/>"),
        arguments("COD-04", "a.txt", "a\n".repeat(60_001)),
        arguments("XML-01", "a.xml", "<CFE>"),
        arguments("XML-02", "a.xml", "<!DOCTYPE CFE SYSTEM 'file:///etc/passwd'><CFE/>"),
        arguments("XML-03", "a.xml", "<a>".repeat(17)),
        arguments("XML-04", "a.xml", "<Factura/>"),
        arguments("XML-05", "a.xml", "<CFE xmlns='otro'/>"),
        arguments("XML-06", "a.xml", CFE + "</CFE>"),
        arguments(
            "XML-07",
            "a.xml",
            CFE
                + "<eFact><Encabezado><IdDoc><TipoCFE>101</TipoCFE></IdDoc></Encabezado></eFact></CFE>"),
        arguments("XML-11", "a.xml", "<CFE " + "xmlns:a='b' ".repeat(65) + "/>"),
        arguments("FMT-01", "a.txt", D + I + "Zzzzzzzz=1\n"),
        arguments("FMT-02", "a.txt", D + I + "NomIten=1\n"),
        arguments("FMT-03", "a.txt", "[IdDoc]\nTipoCFE=101\n" + I),
        arguments("FMT-04", "a.txt", D.replace("101", "111") + I + "[Receptor]\nDocRecepExt=1\n"),
        arguments("FMT-05", "a.txt", D + I + "[Receptor]\nCP=x\n"),
        arguments("FMT-06", "a.txt", D + I.replace("Unitario=1", "Unitario=1.000,50")),
        arguments("FMT-07", "a.txt", D + "FchEmis=20261301\n" + I),
        arguments("FMT-09", "a.txt", D + I + "UniMed=litro\n"),
        arguments("FMT-10", "a.txt", D + I.replace("Unitario=1", "Unitario=1.0000001")),
        arguments("FMT-11", "a.txt", D + I.replace("IndFact=3", "IndFact=8")),
        arguments("FMT-12", "a.txt", D + I + "[Totales]\nMntTotal=-1\n"),
        arguments("FMT-13", "a.txt", D + I.repeat(701)),
        arguments("FMT-14", "a.json", "{\"Adenda\":\"\\u0001\"}"),
        arguments("FMT-15", "a.txt", D + I + "[Emisor]\nRUCEmisor=1\n"),
        arguments(
            "FMT-11",
            "a.json",
            "{\"IdDoc\":{\"TipoCFE\":101},\"DRG_Item\":{\"TpoMovDR\":\"D\\nR\"}}"),
        arguments("FMT-17", "a.txt", D + "Nro=1\n" + I),
        arguments("FMT-18", "a.json", "{\"IdDoc\":1}"),
        arguments("FMT-19", "a.txt", D + "FmaPago=1\n" + I),
        arguments("FMT-20", "a.txt", D.replace("101", "201") + I),
        arguments("FMT-21", "a.txt", "a\n".repeat(200)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void read_smallestFile_hasItsFault(String code, String name, String content) {
    Reading reading =
        new PedidoReader(LATIN).read(content.getBytes(StandardCharsets.ISO_8859_1), name);
    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    List<Fault> faults = ((Reading.Unreadable) reading).faults();
    assertThat(faults).extracting(f -> f.code().code()).contains(code);
    for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("es-UY"))) {
      for (Fault fault : faults) {
        assertThat(FaultText.of(locale).sentence(fault)).isNotBlank().doesNotContain("{", "\n");
        assertThat(FaultText.of(locale).remedy(fault)).isNotBlank().doesNotContain("{", "\n");
      }
    }
  }

  @Test
  void read_undeclaredEncoding_isItsOwnFault() {
    Reading reading = new PedidoReader(Syntax.DEFAULT).read(new byte[] {'[', (byte) 0xF3}, "a.txt");
    assertThat(((Reading.Unreadable) reading).faults())
        .extracting(f -> f.code().code())
        .containsExactly("COD-01");
  }

  @Test
  void parse_dgisXml_hasFaultsOfItsOwn() {
    assertThat(codes("<eTck><TmstFirma>ayer</TmstFirma></eTck>")).contains("FMT-08");
    assertThat(
            codes(
                "<eTck><Encabezado><IdDoc><Serie>A</Serie><TipoCFE>101</TipoCFE></IdDoc></Encabezado></eTck>"))
        .containsExactly("FMT-22");
    assertThat(
            codes(
                "<eTck><Encabezado><Receptor><DocRecep>1</DocRecep><DocRecepExt>1</DocRecepExt>"
                    + "</Receptor></Encabezado></eTck>"))
        .containsExactly("FMT-23");
    assertThat(codes("<eTck a='1'/>")).containsExactly("XML-09");
    assertThat(
            ((CfeXml.Parsed.Malformed)
                    CfeXml.parse(
                        CFE.replace("1.0", "1")
                            .concat("<eTck/></CFE>")
                            .getBytes(StandardCharsets.UTF_8)))
                .faults())
        .extracting(f -> f.code().code())
        .containsExactly("XML-10");
    assertThat(((CfeXml.Parsed.Malformed) CfeXml.parse(new byte[(4 << 20) + 1])).faults())
        .extracting(f -> f.code().code())
        .containsExactly("XML-08");
  }

  private static List<String> codes(String inner) {
    byte[] xml = (CFE + inner + "</CFE>").getBytes(StandardCharsets.UTF_8);
    return ((CfeXml.Parsed.Malformed) CfeXml.parse(xml))
        .faults().stream().map(f -> f.code().code()).toList();
  }

  /** The others have a test above, or one of their own (FMT-16 is a notice). */
  @Test
  void faults_ofTheReaders_haveAFileEach() {
    List<String> covered =
        Stream.concat(
                files().map(a -> (String) a.get()[0]),
                Stream.of(
                    "COD-01", "FMT-08", "FMT-16", "FMT-22", "FMT-23", "FMT-24", "XML-08", "XML-09",
                    "XML-10"))
            .toList();
    Stream<FaultCode> all =
        Stream.of(InputFault.values(), TreeFault.values(), XmlFault.values(), FormatoFault.values())
            .flatMap(Arrays::stream);
    assertThat(all.map(FaultCode::code)).isSubsetOf(covered);
  }
}
