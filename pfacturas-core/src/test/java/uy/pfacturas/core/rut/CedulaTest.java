package uy.pfacturas.core.rut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CedulaTest {
  @Test
  void find_pointsAndDash_areLeftOut() {
    assertThat(Cedula.find("1.234.567-2")).map(Cedula::digitos).contains("12345672");
  }

  @Test
  void find_wrongDigit_isNone() {
    assertThat(Cedula.find("1.234.567-3")).isEmpty();
  }

  @Test
  void find_sevenDigits_getsTheLeadingZero() {
    // 0123456: 0*2+1*9+2*8+3*7+4*6+5*3+6*4 = 109, so the check digit is 1.
    assertThat(Cedula.find("1234561")).map(Cedula::digitos).contains("01234561");
  }

  @Test
  void isValid_checksEveryDigit() {
    for (int i = 0; i < 7; i++) {
      char[] digits = "12345672".toCharArray();
      digits[i] = digits[i] == '9' ? '0' : (char) (digits[i] + 1);
      assertThat(Cedula.isValid(new String(digits))).as("digit %d", i).isFalse();
    }
    assertThat(Cedula.isValid("12345672")).isTrue();
    assertThat(Cedula.isValid("123456722")).isFalse();
    assertThat(Cedula.isValid("1234567x")).isFalse();
  }

  @Test
  void of_wrongDigit_isRefusedWithoutTheNumber() {
    assertThatThrownBy(() -> new Cedula("12345673"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("1234567");
  }
}
