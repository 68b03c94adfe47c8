package uy.pfacturas.print.internal.hoja;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uy.pfacturas.core.cfe.Moneda;

final class PalabrasTest {
  @ParameterizedTest
  @CsvSource({
    "UYU,Peso uruguayo (UYU)",
    "UYI,Unidad Indexada uruguaya (UYI)",
    "UYR,Unidad Reajustable uruguaya (UYR)",
    "CHF,franco suizo (CHF)",
    "XQQ,XQQ"
  })
  void moneda_code_isInWordsWithItsCode(String code, String words) {
    assertThat(Palabras.moneda(new Moneda(code))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"UY,Uruguay", "BR,Brasil", "99,otro país", "?,?"})
  void pais_code_isInSpanish(String code, String words) {
    assertThat(Palabras.pais(code)).isEqualTo(words);
  }

  @Test
  void facturacion_noCode_speaksOfIva() {
    assertThat(IntStream.rangeClosed(1, 17).mapToObj(Palabras::facturacion))
        .noneMatch(w -> w.contains("IVA"));
  }

  @Test
  void tipoDocumento_eachCode_hasItsOwnWord() {
    assertThat(IntStream.rangeClosed(1, 7).mapToObj(Palabras::tipoDocumento))
        .containsExactly("NIE", "RUC", "C.I.", "Otros", "Pasaporte", "DNI", "NIFE");
  }
}
