package uy.pfacturas.core.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.DescuentoRecargo;
import uy.pfacturas.core.cfe.DescuentoRecargoBuilder;
import uy.pfacturas.core.cfe.EmisorBuilder;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.Totales;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.EmpresaBuilder;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.OtherDocuments;

/** Random documents: what is prepared has no fault, and adds up to the cent. */
class RandomDocumentsTest {
  private static final int DOCUMENTS = 4000;

  /** Types that sell or buy. */
  private static final List<TipoCfe> TYPES =
      Stream.of(TipoCfe.values())
          .filter(t -> !t.isContingencia() && !indicators(t).isEmpty())
          .toList();

  /** Indicators of lines; the first is that of the line that every document has. */
  private static List<Integer> indicators(TipoCfe tipo) {
    return switch (tipo.familia()) {
      case TICKET, FACTURA -> List.of(3, 1, 2, 3, 3, 5, 6, 10, 11, 12);
      case EXPORTACION -> List.of(10, 10, 10, 5, 6);
      case BOLETA -> List.of(15, 15, 14, 12, 5, 6);
      case REMITO, REMITO_EXPORTACION, RESGUARDO -> List.of();
    };
  }

  private final Random random = new Random(112112);

  @Test
  void prepare_randomDocument_isValidAndAddsUp() {
    Preparation exact = preparation(Optional.empty());
    Preparation rounding = preparation(Optional.of(new BigDecimal("1.00")));
    for (int i = 0; i < DOCUMENTS; i++) {
      Preparation preparation = random.nextInt(4) == 0 ? rounding : exact;
      Preparation.Outcome outcome = preparation.prepare(draft());
      if (!(outcome instanceof Preparation.Outcome.Ready ready)) {
        throw new AssertionError("document " + i + " has faults: " + outcome.faults());
      }
      Cfe cfe = ready.cfe();
      addsUp(cfe);
      if (cfe.idDoc().mntBruto().filter(m -> m == 1).isPresent()) {
        buyerPaysTheGrossSum(cfe);
      }
    }
  }

  private static Preparation preparation(Optional<BigDecimal> cashStep) {
    Empresa empresa =
        EmpresaBuilder.builder(Documents.empresa()).redondeoEfectivo(cashStep).build();
    return new Preparation(empresa, Preparation.Registry.NONE, Documents.clock());
  }

  private static void addsUp(Cfe cfe) {
    Totales t = cfe.totales();
    BigDecimal total =
        sum(
            t.mntNoGrv(),
            t.mntExpoyAsim(),
            t.mntImpuestoPerc(),
            t.mntIVaenSusp(),
            t.mntNetoIvaTasaMin(),
            t.mntNetoIVATasaBasica(),
            t.mntIVATasaMin(),
            t.mntIVATasaBasica());
    assertThat(cfe.mntTotal()).isEqualTo(total);
    assertThat(t.mntPagar().orElseThrow()).isEqualTo(sum(t.mntTotal(), t.montoNF()));
    assertThat(cfe.mntTotal().scale()).isEqualTo(2);
  }

  /** Lines, discounts and surcharges, added by hand: with VAT included nothing is added to them. */
  private static void buyerPaysTheGrossSum(Cfe cfe) {
    BigDecimal pay = BigDecimal.ZERO;
    for (Item item : cfe.items()) {
      BigDecimal amount = item.montoItem().orElseThrow();
      pay = item.indFact().orElseThrow() == 7 ? pay.subtract(amount) : pay.add(amount);
    }
    for (DescuentoRecargo dr : cfe.descuentosRecargos()) {
      BigDecimal amount = dr.valorDR().orElseThrow();
      boolean isTaken = dr.tpoMovDR().orElseThrow().equals("D");
      pay = isTaken ? pay.subtract(amount) : pay.add(amount);
    }
    assertThat(cfe.totales().mntPagar().orElseThrow()).isEqualByComparingTo(pay);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  private static BigDecimal sum(Optional<BigDecimal>... amounts) {
    return Stream.of(amounts)
        .flatMap(Optional::stream)
        .reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  private Cfe draft() {
    TipoCfe tipo = TYPES.get(random.nextInt(TYPES.size()));
    List<Integer> indicators = indicators(tipo);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(8); i++) {
      items.add(item(indicators));
    }
    items.add(Documents.item(indicators.get(0), "Siempre", "1", "100.00"));
    Cfe valid = OtherDocuments.of(tipo);
    return CfeBuilder.builder(valid)
        .idDoc(
            IdDocBuilder.builder(valid.idDoc())
                .fmaPago(Optional.of(1 + random.nextInt(2)))
                .mntBruto(mntBruto(tipo))
                .build())
        .emisor(EmisorBuilder.builder().build())
        .receptor(
            tipo.familia() == Familia.BOLETA ? Optional.of(Documents.receptor()) : valid.receptor())
        .totales(totales())
        .items(items)
        .descuentosRecargos(globals(indicators.get(0)))
        .build();
  }

  /** With VAT or without; with IMEBA in e-Boletas. */
  private Optional<Integer> mntBruto(TipoCfe tipo) {
    if (tipo.familia() == Familia.BOLETA) {
      return Optional.of(2);
    }
    return random.nextBoolean() ? Optional.of(1) : Optional.empty();
  }

  private Totales totales() {
    return random.nextInt(5) == 0
        ? TotalesBuilder.builder()
            .tpoMoneda(Optional.of(new Moneda("USD")))
            .tpoCambio(Optional.of(decimal(1, 60000, 3)))
            .build()
        : TotalesBuilder.builder().build();
  }

  private Item item(List<Integer> indicators) {
    int indFact = indicators.get(random.nextInt(indicators.size()));
    boolean isFree = indFact == 5;
    return ItemBuilder.builder()
        .indFact(Optional.of(indFact))
        .nomItem(Optional.of("Artículo " + random.nextInt(1000)))
        .cantidad(Optional.of(decimal(1, 20000, random.nextInt(4))))
        .precioUnitario(
            isFree ? Optional.empty() : Optional.of(decimal(1, 5000000, random.nextInt(7))))
        .descuentoPct(
            random.nextInt(3) == 0 && !isFree
                ? Optional.of(decimal(0, 50000, 3))
                : Optional.empty())
        .recargoPct(
            random.nextInt(6) == 0 && !isFree
                ? Optional.of(decimal(0, 30000, 3))
                : Optional.empty())
        .build();
  }

  /** A discount of all, or one of an indicator; a surcharge of all. None exceeds the lines. */
  private List<DescuentoRecargo> globals(int indFact) {
    List<DescuentoRecargo> globals = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      boolean isOfAll = random.nextBoolean();
      boolean isPercent = random.nextBoolean();
      String value = isPercent ? decimal(0, 4000, 2).toString() : decimal(0, 5000, 2).toString();
      globals.add(Documents.discount(isPercent ? 2 : 1, value, isOfAll ? 0 : indFact));
    }
    if (random.nextInt(5) == 0) {
      globals.add(
          DescuentoRecargoBuilder.builder(Documents.discount(2, "3.33", 0))
              .tpoMovDR(Optional.of("R"))
              .build());
    }
    return globals;
  }

  private BigDecimal decimal(int least, int greatest, int scale) {
    return BigDecimal.valueOf(least + random.nextInt(greatest - least), scale);
  }
}
