package uy.pfacturas.print.internal.hoja;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImportesTest {
  @ParameterizedTest
  @CsvSource({
    "0,'0,00'",
    "1234.5,'1.234,50'",
    "-0.17,'-0,17'",
    "999999999999999.99,'999.999.999.999.999,99'"
  })
  void monto_value_hasTwoDecimals(BigDecimal value, String text) {
    assertThat(Importes.monto(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"2,'2,00'", "80.123456,'80,123456'", "0.5000,'0,50'"})
  void precio_value_hasTwoToSixDecimals(BigDecimal value, String text) {
    assertThat(Importes.precio(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"2.000,2", "2.5,'2,5'", "1000.125,'1.000,125'"})
  void cantidad_value_hasOnlyTheDecimalsItNeeds(BigDecimal value, String text) {
    assertThat(Importes.cantidad(value)).isEqualTo(text);
  }

  @Test
  void tasaAndDia_areWrittenAsHere() {
    assertThat(Importes.tasa(new BigDecimal("22.000"))).isEqualTo("22 %");
    assertThat(Importes.dia(LocalDate.of(2026, 3, 7))).isEqualTo("07/03/2026");
  }
}
