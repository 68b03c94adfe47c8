package uy.pfacturas.core.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.pedido.Pedido;

class PedidoReaderTest {
  private static final Charset CP1252 = Charset.forName("windows-1252");
  private static final String TICKET =
      """
      ; al contado
      [Pedido]
      Formato=1
      Id=CAJA1-7
      Puesto=CAJA1
      [IdDoc]
      TipoCFE=101
      MntBruto=1
      FmaPago=1
      FchEmis=24/11/2026
      [Item]
      CodItem.2.TpoCod=INT2
      CodItem.2.Cod=B
      CodItem.1.TpoCod=INT1
      CodItem.1.Cod=A
      IndFact=3
      NomItem=Jabón = azul
      Cantidad=2.500
      PrecioUnitario=44.00
      UniMed=
      [Adenda]
      Gracias por su compra
        ; esto no es un comentario
      [IVA incluido]

      [Impresion]
      Copias=2
      [Fin]
      """;

  @Test
  void read_text_isWhatItSays() {
    Pedido.Emision emision = emision(TICKET, "a.TXT");
    assertThat(emision.id()).contains("CAJA1-7");
    assertThat(emision.puesto()).contains("CAJA1");
    assertThat(emision.cfe().tipo()).isEqualTo(TipoCfe.E_TICKET);
    assertThat(emision.cfe().fchEmis()).isEqualTo(LocalDate.of(2026, 11, 24));
    assertThat(emision.cfe().receptor()).isEmpty();
    var item = emision.cfe().items().get(0);
    assertThat(item.nomItem()).contains("Jabón = azul");
    assertThat(item.cantidad()).contains(new BigDecimal("2.500"));
    assertThat(item.uniMed()).isEmpty();
    assertThat(item.codItems()).extracting(c -> c.cod().orElseThrow()).containsExactly("A", "B");
    assertThat(emision.adenda())
        .contains("Gracias por su compra\n  ; esto no es un comentario\n[IVA incluido]");
    assertThat(emision.impresion()).isEqualTo(new Pedido.Impresion(true, 2));
    assertThat(emision.places())
        .containsEntry("Item[1].NomItem", new Place(17, 9))
        .containsEntry("Item[1].CodItem[2].Cod", new Place(13, 15))
        .containsEntry("Item[1]", new Place(11, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void read_anyLineEnd_isTheSame(String end) {
    assertThat(emision(TICKET.replace("\n", end), "a.txt").huella())
        .isEqualTo(emision(TICKET, "a.txt").huella());
  }

  @Test
  void read_dosEndAndFormFeed_areDropped() {
    assertThat(emision("\f" + TICKET + "\u001A\u001A\r\n", "a.txt").huella())
        .isEqualTo(emision(TICKET, "a.txt").huella());
  }

  @Test
  void read_keysInAnyCaseOrderAndWithBlanks_isTheSameDocument() {
    String other =
        TICKET
            .replace("Cantidad=2.500\n", "")
            .replace("IndFact=3", "  CANTIDAD  =  2.5  \nindfact=3")
            .replace("Id=CAJA1-7", "Id=otro")
            .replace("24/11/2026", "20261124");
    assertThat(emision(other, "a.txt").huella()).isEqualTo(emision(TICKET, "a.txt").huella());
  }

  @Test
  void read_otherContent_hasAnotherHuella() {
    String huella = emision(TICKET, "a.txt").huella();
    assertThat(huella).matches("[0-9a-f]{64}");
    for (String other :
        List.of(
            TICKET.replace("44.00", "44.01"),
            TICKET.replace("Gracias", "gracias"),
            TICKET.replace("Formato=1", "Formato=1\nSucursal=2"),
            TICKET.replace("[Item]", "[Referencia]\nIdRef=X\n[Item]"))) {
      assertThat(emision(other, "a.txt").huella()).isNotEqualTo(huella);
    }
  }

  @Test
  void read_sameContentInJsonAndXml_hasTheSameHuella() {
    String json =
        """
        {"Pedido": {"Formato": 1, "Id": "J"},
         "IdDoc": {"TipoCFE": 101, "MntBruto": 1, "FmaPago": "1", "FchEmis": "2026-11-24"},
         "Item": [{"IndFact": 3, "NomItem": "Jabón = azul", "Cantidad": 2.5,
                   "PrecioUnitario": 44, "UniMed": null, "DscItem": "",
                   "CodItem": [{"TpoCod": "INT1", "Cod": "A"}, {"TpoCod": "INT2", "Cod": "B"}]}],
         "Adenda": "Gracias por su compra  \\r\\n  ; esto no es un comentario\\n[IVA incluido]\\n",
         "Impresion": {"Copias": 3}}
        """;
    String xml =
        """
        <Pedido><Id>X</Id>
          <CFE xmlns="http://cfe.dgi.gub.uy" version="1.0"><eTck>
            <Encabezado><IdDoc><TipoCFE>101</TipoCFE><FchEmis>2026-11-24</FchEmis>
              <MntBruto>1</MntBruto><FmaPago>1</FmaPago></IdDoc></Encabezado>
            <Detalle><Item>
              <CodItem><TpoCod>INT1</TpoCod><Cod>A</Cod></CodItem>
              <CodItem><TpoCod>INT2</TpoCod><Cod>B</Cod></CodItem>
              <IndFact>3</IndFact><NomItem>Jabón = azul</NomItem>
              <Cantidad>2.50</Cantidad><PrecioUnitario>44.0</PrecioUnitario>
            </Item></Detalle></eTck></CFE>
          <Adenda>Gracias por su compra
          ; esto no es un comentario
        [IVA incluido]</Adenda></Pedido>
        """;
    String huella = emision(TICKET, "a.txt").huella();
    assertThat(emision(json, "a.json").huella()).isEqualTo(huella);
    assertThat(emision(xml, "a.xml").huella()).isEqualTo(huella);
    assertThat(emision(json, "a.json").cfe()).isEqualTo(emision(json, "a.json").cfe());
    assertThat(emision(xml, "a.xml").places()).containsEntry("Item[1].NomItem", new Place(8, 36));
    assertThat(emision(json, "a.json").places()).containsEntry("Item[1].NomItem", new Place(3, 37));
  }

  @Test
  void read_declaredEncoding_isUsedWhenNotUtf8() {
    Syntax latin = new Syntax(Optional.of(CP1252), false, 1 << 20);
    Syntax dos = new Syntax(Optional.of(Charset.forName("IBM850")), false, 1 << 20);
    assertThat(name(latin, TICKET.getBytes(CP1252))).contains("Jabón = azul");
    assertThat(name(dos, TICKET.getBytes(Charset.forName("IBM850")))).contains("Jabón = azul");
    assertThat(name(latin, TICKET.getBytes(StandardCharsets.UTF_8))).contains("Jabón = azul");
    assertThat(name(latin, ("\uFEFF" + TICKET).getBytes(StandardCharsets.UTF_16LE)))
        .contains("Jabón = azul");
  }

  @Test
  void read_undeclaredEncoding_showsBothReadings() {
    Fault fault = faults(TICKET.getBytes(CP1252), "a.txt").get(0);
    assertThat(fault.code().code()).isEqualTo("COD-01");
    assertThat(fault.args().get(1)).contains("Jabón");
    assertThat(fault.args().get(2)).contains("Jab¾n");
  }

  @Test
  void read_xmlWithItsOwnEncoding_isBelieved() {
    String xml =
        "<?xml version='1.0' encoding='ISO-8859-1'?><Pedido><Tipo>rut</Tipo><Rut>ñ</Rut></Pedido>";
    assertThat(
            read(
                new PedidoReader(Syntax.DEFAULT),
                xml.getBytes(StandardCharsets.ISO_8859_1),
                "a.xml"))
        .isEqualTo(
            new Reading.Read(
                new Pedido.ConsultaRut(Optional.empty(), Optional.empty(), "ñ"), List.of()));
  }

  @Test
  void read_decimalComma_asDeclared() {
    Syntax comma = new Syntax(Optional.empty(), true, 1 << 20);
    Reading reading =
        read(
            new PedidoReader(comma),
            TICKET
                .replace("2.500", "2,500")
                .replace("44.00", "44,10")
                .getBytes(StandardCharsets.UTF_8),
            "a.txt");
    assertThat(reading).isInstanceOf(Reading.Read.class);
    assertThat(faults(TICKET.replace("2.500", "2,500").getBytes(StandardCharsets.UTF_8), "a.txt"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.code().code()).isEqualTo("FMT-06");
              assertThat(f.campo()).isEqualTo("B-C9");
              assertThat(f.path()).isEqualTo("Item[1].Cantidad");
              assertThat(f.place()).isEqualTo(new Place(18, 10));
            });
  }

  @Test
  void read_manyFaults_tellsAllOfThem() {
    String bad =
        """
        [Pedido]
        Id=7
        [IdDoc]
        TipoCFE=101
        FmaPgo=1
        [Item]
        IndFact=99
        NomItem=x
        Cantidad=dos
        PrecioUnitario=1.1234567
        [Item]
        """;
    Reading.Unreadable unreadable =
        (Reading.Unreadable)
            read(new PedidoReader(Syntax.DEFAULT), bad.getBytes(StandardCharsets.UTF_8), "a.txt");
    assertThat(unreadable.id()).contains("7");
    assertThat(unreadable.faults())
        .extracting(f -> f.code().code() + " " + f.path() + " " + f.place().line())
        .containsExactlyInAnyOrder(
            "FMT-02 IdDoc.FmaPgo 5",
            "FMT-06 Item[1].Cantidad 9",
            "FMT-03 IdDoc.FmaPago 3",
            "FMT-11 Item[1].IndFact 7",
            "FMT-10 Item[1].PrecioUnitario 10",
            "FMT-03 Item[2].IndFact 11",
            "FMT-03 Item[2].NomItem 11",
            "FMT-03 Item[2].Cantidad 11",
            "FMT-03 Item[2].PrecioUnitario 11");
  }

  @Test
  void read_longName_continuesInTheDescriptionWithAnAviso() {
    String name = "palabra ".repeat(12).strip();
    Reading.Read read =
        (Reading.Read)
            read(
                new PedidoReader(Syntax.DEFAULT),
                TICKET.replace("Jabón = azul", name).getBytes(StandardCharsets.UTF_8),
                "a.txt");
    var item = ((Pedido.Emision) read.pedido()).cfe().items().get(0);
    assertThat(item.nomItem()).contains("palabra ".repeat(10).strip());
    assertThat(item.dscItem()).contains("palabra palabra");
    assertThat(read.avisos())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.code().code()).isEqualTo("FMT-16");
              assertThat(a.place().line()).isEqualTo(17);
            });
  }

  @Test
  void read_references_byIdKeepTheirPosition() {
    String note =
        TICKET
            .replace("TipoCFE=101", "TipoCFE=102")
            .replace(
                "[Adenda]",
                "[Referencia]\nTpoDocRef=101\nSerie=A\nNroCFERef=1\n[Referencia]\nIdRef=CAJA1-1\n"
                    + "RazonRef=x\n[Adenda]");
    assertThat(emision(note, "a.txt").idRefs()).containsExactly(new Pedido.IdRef(1, "CAJA1-1"));
  }

  @Test
  void read_requests_areTheirKind() {
    assertThat(pedido("[Pedido]\nTipo=rut\nRut=219999830019\n[Fin]"))
        .isEqualTo(new Pedido.ConsultaRut(Optional.empty(), Optional.empty(), "219999830019"));
    assertThat(pedido("[Pedido]\nId=1\nTipo=ESTADO\nDe=7\n"))
        .isEqualTo(new Pedido.ConsultaEstado(Optional.of("1"), Optional.empty(), "7"));
    assertThat(pedido("[Pedido]\nPuesto=P\nTipo=imprimir\nDe=7\n[Impresion]\nCopias=3\n"))
        .isEqualTo(
            new Pedido.Reimpresion(
                Optional.empty(), Optional.of("P"), "7", new Pedido.Impresion(true, 3)));
    assertThat(pedido("[Pedido]\nTipo=anular\nDe=7\n"))
        .isEqualTo(new Pedido.Anulacion(Optional.empty(), Optional.empty(), "7"));
    assertThat(pedido("[Pedido]\nId=1\nTipo=contingencia\nAccion=SALIR\n"))
        .isEqualTo(
            new Pedido.Contingencia(Optional.of("1"), Optional.empty(), Pedido.Accion.SALIR));
  }

  @Test
  void isComplete_text_byItsLastLineOrItsLines() {
    assertThat(complete("[Item]\nNomItem=a\n", "a.txt")).isFalse();
    assertThat(complete("[Item]\nNomItem=a\n[Fin]\r\n\r\n\u001A", "a.txt")).isTrue();
    assertThat(complete("[Totales]\nCantLinDet=2\n[Item]\n", "a.txt")).isFalse();
    assertThat(complete("[Totales]\nCantLinDet=2\n[Item]\n[Item]\n", "a.txt")).isTrue();
    assertThat(complete("[Fin]\nmas", "a.txt")).isFalse();
    assertThat(complete("", "a.txt")).isFalse();
  }

  @Test
  void isComplete_jsonAndXml_byBeingWellFormed() {
    assertThat(complete("{\"a\":1}", "a.json")).isTrue();
    assertThat(complete("{\"a\":1", "a.json")).isFalse();
    assertThat(complete("{\"a\":\"Ja", "a.json")).isFalse();
    assertThat(complete("", "a.json")).isFalse();
    assertThat(complete("<a><b/></a>", "a.xml")).isTrue();
    assertThat(complete("<a><b/>", "a.xml")).isFalse();
    assertThat(complete("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "a.xml")).isTrue();
    assertThat(complete("", "a.xml")).isFalse();
  }

  private static boolean complete(String text, String name) {
    return new PedidoReader(Syntax.DEFAULT).isComplete(text.getBytes(StandardCharsets.UTF_8), name);
  }

  private static Reading read(PedidoReader reader, byte[] content, String name) {
    return reader.read(content, name);
  }

  private static List<Fault> faults(byte[] content, String name) {
    Reading reading = read(new PedidoReader(Syntax.DEFAULT), content, name);
    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    return ((Reading.Unreadable) reading).faults();
  }

  private static Pedido pedido(String text) {
    Reading reading =
        read(new PedidoReader(Syntax.DEFAULT), text.getBytes(StandardCharsets.UTF_8), "a.txt");
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).pedido();
  }

  private static Pedido.Emision emision(String text, String name) {
    Reading reading =
        read(new PedidoReader(Syntax.DEFAULT), text.getBytes(StandardCharsets.UTF_8), name);
    assertThat(reading).as(name).isInstanceOf(Reading.Read.class);
    return (Pedido.Emision) ((Reading.Read) reading).pedido();
  }

  private static Optional<String> name(Syntax syntax, byte[] content) {
    Reading.Read read = (Reading.Read) read(new PedidoReader(syntax), content, "a.txt");
    return ((Pedido.Emision) read.pedido()).cfe().items().get(0).nomItem();
  }
}
