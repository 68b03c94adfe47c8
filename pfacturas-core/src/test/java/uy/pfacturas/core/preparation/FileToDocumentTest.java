package uy.pfacturas.core.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.calculo.CalculoCode;
import uy.pfacturas.core.cfe.Totales;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.input.PedidoReader;
import uy.pfacturas.core.input.Reading;
import uy.pfacturas.core.input.Syntax;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.rules.RuleCode;
import uy.pfacturas.core.testing.Documents;

/** From the text that an ERP writes to the document that is issued. */
class FileToDocumentTest {
  private static final String TICKET =
      """
      [Pedido]
      Formato=1
      Id=T-1
      [IdDoc]
      TipoCFE=101
      MntBruto=1
      FmaPago=1
      [Item]
      IndFact=3
      NomItem=Jabon
      Cantidad=3
      PrecioUnitario=122.00
      DescuentoPct=10
      [Item]
      IndFact=2
      NomItem=Harina
      Cantidad=2.500
      UniMed=kg
      PrecioUnitario=44.00
      [DRG_Item]
      TpoMovDR=D
      GlosaDR=Contado
      ValorDR=29.40
      IndFactDR=3
      [DRG_Item]
      TpoMovDR=D
      GlosaDR=Contado
      ValorDR=11.00
      IndFactDR=2
      [Fin]
      """;

  private static final String FACTURA =
      """
      [Pedido]
      Formato=1
      Id=F-1
      [IdDoc]
      TipoCFE=111
      FmaPago=2
      FchVenc=2026-12-24
      [Receptor]
      TipoDocRecep=2
      DocRecep=210000000027
      RznSocRecep=Cliente Demo SRL
      DirRecep=Calle 1
      CiudadRecep=Montevideo
      [Item]
      IndFact=3
      NomItem=Teclado
      Cantidad=4
      PrecioUnitario=650.50
      DescuentoPct=5
      [Item]
      IndFact=1
      NomItem=Libro
      Cantidad=1
      PrecioUnitario=980.00
      [DRG_Item]
      TpoMovDR=D
      TpoDR=2
      ValorDR=10
      GlosaDR=Bonificacion
      [Fin]
      """;

  @Test
  void ticket_withVatIncluded_isWhatTheBuyerPays() {
    Totales t = ready(TICKET).cfe().totales();
    assertThat(t.mntNetoIVATasaBasica()).contains(n("245.90"));
    assertThat(t.mntIVATasaBasica()).contains(n("54.10"));
    assertThat(t.mntNetoIvaTasaMin()).contains(n("90.00"));
    assertThat(t.mntIVATasaMin()).contains(n("9.00"));
    assertThat(t.mntPagar()).contains(n("399.00"));
  }

  @Test
  void factura_onCredit_splitsItsDiscount() {
    Totales t = ready(FACTURA).cfe().totales();
    assertThat(t.mntNetoIVATasaBasica()).contains(n("2224.71"));
    assertThat(t.mntNoGrv()).contains(n("882.00"));
    assertThat(t.mntIVATasaBasica()).contains(n("489.44"));
    assertThat(t.mntTotal()).contains(n("3596.15"));
  }

  @Test
  void erpTotal_withinTheTolerance_isShownAndOursIssued() {
    Preparation.Outcome.Ready ready =
        ready(TICKET.replace("[Item]\nIndFact=3", "[Totales]\nMntTotal=399.02\n[Item]\nIndFact=3"));
    assertThat(ready.diferenciaErp()).contains(n("399.02"));
    assertThat(ready.cfe().mntTotal()).isEqualTo(n("399.00"));
  }

  @Test
  void faults_standAtTheirLines() {
    String text =
        FACTURA
            .replace("DocRecep=210000000027", "DocRecep=210000000028")
            .replace("PrecioUnitario=980.00", "PrecioUnitario=0")
            .replace("FmaPago=2", "FmaPago=2\nModVenta=80")
            .replace("[Item]\nIndFact=3", "[Totales]\nMntTotal=9.99\n[Item]\nIndFact=3");
    Preparation.Outcome outcome = preparation().prepare(emision(text));
    assertThat(outcome.faults())
        .extracting(Fault::code, f -> f.place().line())
        .containsExactlyInAnyOrder(
            tuple(CalculoCode.AMOUNT_DIFFERS, 16),
            tuple(RuleCode.A_C14_01, 7),
            tuple(RuleCode.A_C62_01, 11),
            tuple(RuleCode.B_C11_01, 27));
  }

  @Test
  void noteById_isAFaultAtItsLineUntilItIsResolved() {
    String text =
        TICKET
            .replace("TipoCFE=101", "TipoCFE=102")
            .replace("[Fin]", "[Referencia]\nIdRef=T-0\nRazonRef=Devolucion\n[Fin]");
    List<Fault> faults = preparation().prepare(emision(text)).faults();
    assertThat(faults)
        .extracting(Fault::code, f -> f.place().line())
        .containsExactly(tuple(PreparationCode.UNRESOLVED_REFERENCE, 31));
  }

  @Test
  void unknownBranch_isAFaultAtItsLine() {
    List<Fault> faults =
        preparation().prepare(emision(TICKET.replace("Id=T-1", "Id=T-1\nSucursal=9"))).faults();
    assertThat(faults)
        .extracting(Fault::code, f -> f.place().line())
        .containsExactly(tuple(PreparationCode.NO_SUCH_BRANCH, 4));
  }

  private static Preparation preparation() {
    return new Preparation(Documents.empresa(), Preparation.Registry.NONE, Documents.clock());
  }

  private static Preparation.Outcome.Ready ready(String text) {
    Preparation.Outcome outcome = preparation().prepare(emision(text));
    assertThat(outcome.faults()).isEmpty();
    return assertThat(outcome).asInstanceOf(type(Preparation.Outcome.Ready.class)).actual();
  }

  private static Pedido.Emision emision(String text) {
    Reading reading =
        new PedidoReader(Syntax.DEFAULT).read(text.getBytes(StandardCharsets.UTF_8), "a.txt");
    return assertThat(reading)
        .asInstanceOf(type(Reading.Read.class))
        .extracting(Reading.Read::pedido)
        .asInstanceOf(type(Pedido.Emision.class))
        .actual();
  }

  private static BigDecimal n(String number) {
    return new BigDecimal(number);
  }
}
