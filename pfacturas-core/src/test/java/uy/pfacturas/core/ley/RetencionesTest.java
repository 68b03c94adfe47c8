package uy.pfacturas.core.ley;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetencionesTest {
  private final Retenciones codes = Retenciones.published();

  /** As DGI's texts write them: with or without the zeros that fill the number of the line up. */
  @ParameterizedTest
  @ValueSource(strings = {"2183211", "2181410", "214211", "2142011", "9999001", "9999999"})
  void isKnown_codeOfDgi_isTrue(String code) {
    assertThat(codes.isKnown(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2183", "2183999", "9999000", "99990011", "218398", "x183211"})
  void isKnown_other_isFalse(String code) {
    assertThat(codes.isKnown(code)).isFalse();
  }
}
