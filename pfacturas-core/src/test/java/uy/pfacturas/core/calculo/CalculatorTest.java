package uy.pfacturas.core.calculo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uy.pfacturas.core.testing.Documents.discount;
import static uy.pfacturas.core.testing.Documents.item;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.DescuentoRecargo;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.SubDescuento;
import uy.pfacturas.core.cfe.SubRecargo;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.Totales;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.ley.TasasIva;
import uy.pfacturas.core.testing.Documents;

class CalculatorTest {
  private final Calculator calculator = Calculator.standard();

  @Test
  void calculate_ticketWithVatIncluded_isWhatTheBuyerPays() {
    Cfe cfe =
        calculate(
            gross(),
            List.of(
                pct(item(3, "Detergente 750 ml", "3", "122.00"), "10"),
                item(2, "Arroz suelto", "2.500", "44.00")),
            List.of(discount(1, "29.40", 3), discount(1, "11.00", 2)));
    Totales t = cfe.totales();
    assertThat(cfe.items().get(0).descuentoMonto()).contains(new BigDecimal("36.60"));
    assertThat(t.mntNetoIVATasaBasica()).contains(new BigDecimal("245.90"));
    assertThat(t.mntIVATasaBasica()).contains(new BigDecimal("54.10"));
    assertThat(t.mntNetoIvaTasaMin()).contains(new BigDecimal("90.00"));
    assertThat(t.mntIVATasaMin()).contains(new BigDecimal("9.00"));
    assertThat(t.ivaTasaBasica()).contains(new BigDecimal("22.000"));
    assertThat(t.mntTotal()).contains(new BigDecimal("399.00"));
    assertThat(t.mntPagar()).contains(new BigDecimal("399.00"));
    assertThat(t.cantLinDet()).contains(2);
    assertThat(t.mntNoGrv()).isEmpty();
    assertThat(t.montoNF()).isEmpty();
  }

  @Test
  void calculate_invoiceWithDiscountOfAll_splitsItOverTheIndicators() {
    Cfe cfe =
        calculate(
            Documents.eFactura(),
            List.of(
                pct(item(3, "Teclado USB", "4", "650.50"), "5"),
                item(1, "Libro tecnico", "1", "980.00")),
            List.of(discount(2, "10", 0)));
    assertThat(cfe.totales().mntNetoIVATasaBasica()).contains(new BigDecimal("2224.71"));
    assertThat(cfe.totales().mntNoGrv()).contains(new BigDecimal("882.00"));
    assertThat(cfe.totales().mntIVATasaBasica()).contains(new BigDecimal("489.44"));
    assertThat(cfe.totales().mntTotal()).contains(new BigDecimal("3596.15"));
    assertThat(cfe.descuentosRecargos())
        .extracting(d -> d.indFactDR().orElseThrow(), d -> d.valorDR().orElseThrow())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, new BigDecimal("98.00")),
            org.assertj.core.groups.Tuple.tuple(3, new BigDecimal("247.19")));
    assertThat(cfe.descuentosRecargos()).allMatch(d -> d.tpoDR().orElseThrow() == 1);
    assertThat(cfe.descuentosRecargos())
        .extracting(d -> d.nroLinDR().orElseThrow())
        .containsExactly(1, 2);
  }

  @Test
  void calculate_noteForOneOfFour_roundsHalfUp() {
    Cfe cfe =
        calculate(
            Documents.notaDeCredito(),
            List.of(pct(item(3, "Teclado USB", "1", "650.50"), "5")),
            List.of(discount(2, "10", 0)));
    assertThat(cfe.items().get(0).descuentoMonto()).contains(new BigDecimal("32.53"));
    assertThat(cfe.totales().mntNetoIVATasaBasica()).contains(new BigDecimal("556.17"));
    assertThat(cfe.totales().mntIVATasaBasica()).contains(new BigDecimal("122.36"));
    assertThat(cfe.totales().mntTotal()).contains(new BigDecimal("678.53"));
  }

  @Test
  void calculate_discountOfAll_lastCentGoesToTheLargest() {
    Cfe cfe =
        calculate(
            Documents.eTicket(),
            List.of(item(1, "a", "1", "10"), item(2, "b", "1", "10"), item(3, "c", "1", "10.01")),
            List.of(discount(1, "10.00", 0)));
    assertThat(cfe.descuentosRecargos())
        .extracting(d -> d.valorDR().orElseThrow())
        .containsExactly(new BigDecimal("3.33"), new BigDecimal("3.33"), new BigDecimal("3.34"));
  }

  @Test
  void calculate_discountOfAllWithWhatIsNotInvoiceable_changesWhatIsToPayByExactlyIt() {
    List<Item> lines =
        List.of(item(1, "a", "1", "100"), item(6, "envase", "1", "20"), item(7, "vale", "1", "30"));
    Cfe without = calculate(Documents.eTicket(), lines, List.of());
    Cfe with = calculate(Documents.eTicket(), lines, List.of(discount(1, "9.00", 0)));
    assertThat(without.totales().mntPagar()).contains(new BigDecimal("90.00"));
    assertThat(without.totales().montoNF()).contains(new BigDecimal("-10.00"));
    assertThat(with.totales().mntPagar()).contains(new BigDecimal("81.00"));
    assertThat(with.descuentosRecargos())
        .extracting(d -> d.valorDR().orElseThrow())
        .containsExactly(new BigDecimal("10.00"), new BigDecimal("2.00"), new BigDecimal("3.00"));
  }

  @Test
  void calculate_discountOfNothing_isFault() {
    Calculation calculation =
        calculator.calculate(
            with(
                Documents.eTicket(),
                List.of(item(5, "regalo", "1", "0")),
                List.of(discount(1, "1.00", 0))));
    assertThat(calculation.faults())
        .extracting(Fault::code)
        .containsExactly(CalculoCode.NOTHING_TO_SPLIT);
  }

  @Test
  void calculate_everyIndicator_goesToItsTotal() {
    Cfe base = Documents.eTicket();
    Cfe cfe =
        calculate(
            CfeBuilder.builder(base)
                .totales(
                    TotalesBuilder.builder(base.totales())
                        .mntIVAOtra(Optional.of(new BigDecimal("0.55")))
                        .build())
                .build(),
            List.of(
                item(1, "exento", "1", "1"),
                item(2, "mínima", "1", "2"),
                item(3, "básica", "1", "3"),
                item(4, "otra", "1", "4"),
                item(5, "gratis", "1", "0"),
                item(6, "envase", "1", "6"),
                item(7, "vale", "1", "7"),
                item(10, "exportación", "1", "10"),
                item(11, "percibido", "1", "11"),
                item(12, "suspenso", "1", "12"),
                item(16, "mínimo", "1", "16")),
            List.of());
    Totales t = cfe.totales();
    assertThat(t.mntNoGrv()).contains(new BigDecimal("17.00"));
    assertThat(t.mntExpoyAsim()).contains(new BigDecimal("10.00"));
    assertThat(t.mntImpuestoPerc()).contains(new BigDecimal("11.00"));
    assertThat(t.mntIVaenSusp()).contains(new BigDecimal("12.00"));
    assertThat(t.mntNetoIvaTasaMin()).contains(new BigDecimal("2.00"));
    assertThat(t.mntNetoIVATasaBasica()).contains(new BigDecimal("3.00"));
    assertThat(t.mntNetoIVAOtra()).contains(new BigDecimal("4.00"));
    assertThat(t.mntIVATasaMin()).contains(new BigDecimal("0.20"));
    assertThat(t.mntIVATasaBasica()).contains(new BigDecimal("0.66"));
    assertThat(t.mntIVAOtra()).contains(new BigDecimal("0.55"));
    assertThat(t.mntTotal()).contains(new BigDecimal("60.41"));
    assertThat(t.montoNF()).contains(new BigDecimal("-1.00"));
    assertThat(t.mntPagar()).contains(new BigDecimal("59.41"));
    assertThat(cfe.items().get(4).montoItem()).contains(new BigDecimal("0.00"));
  }

  @Test
  void calculate_partsOfADiscount_areSummed() {
    Item line =
        ItemBuilder.builder(item(3, "x", "2", "50.00"))
            .subDescuentos(List.of(subDescuento(1, "5.00"), subDescuento(2, "10")))
            .subRecargos(
                List.of(new SubRecargo(Optional.of(1), Optional.of(new BigDecimal("1.25")))))
            .build();
    Cfe cfe = calculate(Documents.eTicket(), List.of(line), List.of());
    assertThat(cfe.items().get(0).descuentoMonto()).contains(new BigDecimal("15.00"));
    assertThat(cfe.items().get(0).recargoMnt()).contains(new BigDecimal("1.25"));
    assertThat(cfe.items().get(0).montoItem()).contains(new BigDecimal("86.25"));
  }

  @Test
  void calculate_totalWithinTolerance_issuesOursAndSaysTheErps() {
    Calculation calculation = calculator.calculate(saying("243.99"));
    assertThat(calculation.faults()).isEmpty();
    assertThat(calculation.avisos())
        .extracting(Fault::code)
        .containsExactly(CalculoCode.AMOUNT_REPLACED);
    assertThat(calculation.diferenciaErp()).contains(new BigDecimal("243.99"));
    assertThat(calculation.cfe().mntTotal()).isEqualTo(new BigDecimal("244.00"));
  }

  @Test
  void calculate_totalBeyondTolerance_isFaultWithBothAmounts() {
    Calculation calculation = calculator.calculate(saying("243.98"));
    assertThat(calculation.faults())
        .containsExactly(
            Fault.of(
                CalculoCode.AMOUNT_DIFFERS,
                "A-C124",
                "Totales.MntTotal",
                "243.98",
                "244.00",
                "0.01"));
    assertThat(calculation.diferenciaErp()).isEmpty();
  }

  @Test
  void tolerance_growsByLineUpToOne() {
    assertThat(Tolerancias.DEFAULT.totales(1)).isEqualByComparingTo("0.01");
    assertThat(Tolerancias.DEFAULT.totales(99)).isEqualByComparingTo("0.99");
    assertThat(Tolerancias.DEFAULT.totales(700)).isEqualByComparingTo("1.00");
  }

  @Test
  void calculate_otherNumberOfLines_isFault() {
    Cfe cfe = Documents.eTicket();
    Cfe cut =
        CfeBuilder.builder(cfe)
            .totales(TotalesBuilder.builder(cfe.totales()).cantLinDet(Optional.of(2)).build())
            .build();
    assertThat(calculator.calculate(cut).faults())
        .extracting(Fault::code)
        .containsExactly(CalculoCode.LINES_DIFFER);
  }

  @Test
  void calculate_otherRate_isFault() {
    Cfe cfe = Documents.eTicket();
    Cfe other =
        CfeBuilder.builder(cfe)
            .totales(
                TotalesBuilder.builder(cfe.totales())
                    .ivaTasaBasica(Optional.of(new BigDecimal("23")))
                    .build())
            .build();
    assertThat(calculator.calculate(other).faults())
        .extracting(Fault::code)
        .containsExactly(CalculoCode.RATE_DIFFERS);
  }

  @Test
  void calculate_lineThatLacksItsPrice_countsAsZeroAndComparesNothing() {
    Item line =
        ItemBuilder.builder(item(3, "x", "1", "1")).precioUnitario(Optional.empty()).build();
    Calculation calculation = calculator.calculate(with(saying("99.00"), List.of(line), List.of()));
    assertThat(calculation.faults()).isEmpty();
    assertThat(calculation.cfe().items().get(0).montoItem()).contains(new BigDecimal("0.00"));
    assertThat(calculation.cfe().mntTotal()).isEqualTo(new BigDecimal("0.00"));
  }

  @Test
  void calculate_twice_changesNothing() {
    Cfe once =
        calculate(
            gross(),
            List.of(
                pct(item(3, "a", "3", "33.337"), "7.5"),
                item(2, "b", "1.333", "9.99"),
                item(6, "c", "1", "1")),
            List.of(discount(2, "3.3", 0), discount(1, "0.10", 3)));
    Calculation again = rounding("1.00").calculate(rounding("1.00").calculate(once).cfe());
    assertThat(again.cfe()).isEqualTo(rounding("1.00").calculate(once).cfe());
    assertThat(again.avisos()).isEmpty();
    assertThat(again.faults()).isEmpty();
  }

  @Test
  void rounding_down_isALineOfIndFactSeven() {
    Cfe cfe = rounding("1.00").calculate(ticketOf("100.33")).cfe();
    assertThat(cfe.mntTotal()).isEqualTo(new BigDecimal("122.40"));
    assertThat(cfe.totales().montoNF()).contains(new BigDecimal("-0.40"));
    assertThat(cfe.totales().mntPagar()).contains(new BigDecimal("122.00"));
    assertThat(cfe.totales().cantLinDet()).contains(2);
    Item line = cfe.items().get(1);
    assertThat(line.indFact()).contains(7);
    assertThat(line.nomItem()).contains("Redondeo");
    assertThat(line.montoItem()).contains(new BigDecimal("0.40"));
  }

  @Test
  void rounding_halfUp_isALineOfIndFactSix() {
    Cfe cfe =
        rounding("10").calculate(Documents.of(TipoCfe.E_TICKET, item(1, "x", "1", "15.00"))).cfe();
    assertThat(cfe.totales().mntPagar()).contains(new BigDecimal("20.00"));
    assertThat(cfe.items().get(1).indFact()).contains(6);
  }

  @Test
  void rounding_creditOrForeignCurrency_isLeftOut() {
    Cfe cfe = ticketOf("100.33");
    Cfe credit =
        CfeBuilder.builder(cfe)
            .idDoc(IdDocBuilder.builder(cfe.idDoc()).fmaPago(Optional.of(2)).build())
            .build();
    Cfe dollars =
        CfeBuilder.builder(cfe)
            .totales(
                TotalesBuilder.builder(cfe.totales())
                    .tpoMoneda(Optional.of(new Moneda("USD")))
                    .build())
            .build();
    assertThat(rounding("1.00").calculate(credit).cfe().items()).hasSize(1);
    assertThat(rounding("1.00").calculate(dollars).cfe().items()).hasSize(1);
  }

  @Test
  void rounding_erpGaveWhatIsToPayBeforeIt_isNoDifference() {
    Calculation calculation = rounding("1.00").calculate(ticketOf("100.33"));
    assertThat(calculation.avisos()).isEmpty();
    assertThat(calculation.faults()).isEmpty();
  }

  @Test
  void rounding_toZero_isRefused() {
    assertThatThrownBy(() -> rounding("0")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void calculate_owedToTheBuyer_mayBeWrittenAsZeroToPay() {
    Cfe owed =
        calculate(
            Documents.eTicket(),
            List.of(item(1, "a", "1", "10"), item(7, "vale", "1", "30")),
            List.of());
    assertThat(owed.totales().mntPagar()).contains(new BigDecimal("-20.00"));
    Cfe zero =
        CfeBuilder.builder(owed)
            .totales(
                TotalesBuilder.builder(owed.totales())
                    .mntPagar(Optional.of(new BigDecimal("0.00")))
                    .build())
            .build();
    assertThat(calculator.calculate(zero).faults()).isEmpty();
    assertThat(calculator.calculate(zero).cfe().totales().mntPagar())
        .contains(new BigDecimal("0.00"));
  }

  private Cfe calculate(Cfe base, List<Item> lines, List<DescuentoRecargo> globals) {
    Calculation calculation = calculator.calculate(with(cleared(base), lines, globals));
    assertThat(calculation.faults()).isEmpty();
    return calculation.cfe();
  }

  private static Cfe cleared(Cfe base) {
    return CfeBuilder.builder(base)
        .totales(
            TotalesBuilder.builder()
                .tpoMoneda(Optional.of(Moneda.UYU))
                .mntIVAOtra(base.totales().mntIVAOtra())
                .build())
        .build();
  }

  private static Cfe with(Cfe base, List<Item> lines, List<DescuentoRecargo> globals) {
    return CfeBuilder.builder(base).items(lines).descuentosRecargos(globals).build();
  }

  private static Cfe gross() {
    Cfe cfe = Documents.eTicket();
    return CfeBuilder.builder(cfe)
        .idDoc(IdDocBuilder.builder(cfe.idDoc()).mntBruto(Optional.of(1)).build())
        .build();
  }

  private static Cfe saying(String total) {
    Cfe cfe = Documents.eTicket();
    return CfeBuilder.builder(cfe)
        .totales(
            TotalesBuilder.builder()
                .tpoMoneda(Optional.of(Moneda.UYU))
                .mntTotal(Optional.of(new BigDecimal(total)))
                .build())
        .build();
  }

  private static Cfe ticketOf(String price) {
    return Documents.of(TipoCfe.E_TICKET, item(3, "x", "1", price));
  }

  private static Calculator rounding(String step) {
    return new Calculator(
        TasasIva.published(), Tolerancias.DEFAULT, Optional.of(new BigDecimal(step)));
  }

  private static Item pct(Item item, String percent) {
    return ItemBuilder.builder(item).descuentoPct(Optional.of(new BigDecimal(percent))).build();
  }

  private static SubDescuento subDescuento(int kind, String value) {
    return new SubDescuento(Optional.of(kind), Optional.of(new BigDecimal(value)));
  }
}
