package uy.pfacturas.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.testing.Documents;

class SmallErpTest {
  private static final Cae CAE =
      new Cae(
          90_260_000_001L,
          TipoCfe.E_TICKET,
          "A",
          501,
          600,
          LocalDate.of(2028, 11, 24),
          Optional.empty(),
          Optional.empty());

  private final SmallErp erp = new SmallErp(Documents.empresa(), CAE, Documents.clock());

  @Test
  void pay_twoSales_haveTotalsAndNumbersInTurn() {
    erp.scan("Cuaderno", "2", "61.00");
    erp.scan("Lápiz", "1", "20.00");
    SmallErp.Sale first = erp.pay();
    erp.scan("Goma", "1", "10.01");
    SmallErp.Sale second = erp.pay();

    assertThat(first)
        .isInstanceOfSatisfying(
            SmallErp.Sale.Ready.class,
            sale -> {
              assertThat(sale.numero()).isEqualTo(new Numero(TipoCfe.E_TICKET, "A", 501));
              assertThat(sale.toPay()).isEqualByComparingTo(new BigDecimal("142.00"));
              assertThat(sale.xml())
                  .contains("<NomItem>Lápiz</NomItem>", "<MntPagar>142.00</MntPagar>")
                  .contains("<Serie>A</Serie><Nro>501</Nro>", "<CAE_ID>90260000001</CAE_ID>");
            });
    assertThat(second)
        .isInstanceOfSatisfying(
            SmallErp.Sale.Ready.class, sale -> assertThat(sale.numero().nro()).isEqualTo(502));
  }

  @Test
  void pay_faultySale_saysWhyAndKeepsTheNumber() {
    erp.scan("Regalo", "1", "0");
    SmallErp.Sale refused = erp.pay();
    erp.scan("Goma", "1", "10.01");
    SmallErp.Sale next = erp.pay();

    assertThat(refused)
        .isInstanceOfSatisfying(
            SmallErp.Sale.Refused.class,
            sale -> assertThat(sale.reasons()).anyMatch(r -> r.contains("PrecioUnitario")));
    assertThat(next)
        .isInstanceOfSatisfying(
            SmallErp.Sale.Ready.class, sale -> assertThat(sale.numero().nro()).isEqualTo(501));
  }
}
