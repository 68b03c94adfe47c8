package uy.pfacturas.core.ley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UiTest {
  private final Ui ui = Ui.published();

  @Test
  void tope_takesTheQuotationOfTheYearBefore() {
    Ui.Tope tope = ui.tope(LocalDate.of(2025, 6, 1)).orElseThrow();
    assertThat(tope.cotizacion().cierre()).isEqualTo(2024);
    assertThat(tope.cotizacion().isDelAnioAnterior()).isTrue();
    assertThat(tope.pesos()).isEqualByComparingTo("30845.00");
  }

  @Test
  void tope_changedFromTenToFiveThousandOnNovemberFirst2022() {
    assertThat(ui.tope(LocalDate.of(2022, 10, 31)).orElseThrow().ui())
        .isEqualByComparingTo("10000");
    assertThat(ui.tope(LocalDate.of(2022, 11, 1)).orElseThrow().ui()).isEqualByComparingTo("5000");
  }

  @Test
  void on_yearThatIsNotKnown_takesTheNewestOlderAndSaysSo() {
    Ui.Cotizacion cotizacion = ui.on(LocalDate.of(2040, 1, 1)).orElseThrow();
    assertThat(cotizacion.isDelAnioAnterior()).isFalse();
    assertThat(cotizacion.cierre()).isLessThan(2039);
  }

  @Test
  void with_addsAYearAndLeavesTheFirstAsItWas() {
    Ui more = ui.with(2039, new BigDecimal("12.5000"));
    assertThat(more.on(LocalDate.of(2040, 1, 1)).orElseThrow())
        .isEqualTo(new Ui.Cotizacion(2039, new BigDecimal("12.5000"), true));
    assertThat(ui.on(LocalDate.of(2040, 1, 1)).orElseThrow().cierre()).isLessThan(2039);
  }

  @Test
  void with_zero_isRefused() {
    assertThatThrownBy(() -> ui.with(2025, BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rates_beforeElectronicDocuments_areUnknown() {
    assertThat(TasasIva.published().on(LocalDate.of(2011, 9, 30))).isEmpty();
    assertThat(TasasIva.published().on(LocalDate.of(2026, 1, 1)))
        .contains(new TasasIva.Tasas(new BigDecimal("10.000"), new BigDecimal("22.000")));
  }
}
