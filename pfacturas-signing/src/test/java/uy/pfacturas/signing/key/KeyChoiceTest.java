package uy.pfacturas.signing.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uy.pfacturas.signing.TestKeys;

class KeyChoiceTest {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final SigningKey NEXT_YEARS =
      TestKeys.AUTHORITY.issue(TestKeys.RUC, "Renovada", Clock.offset(TestKeys.CLOCK, YEAR));
  private static final StoredKey OLD = new StoredKey("vieja", TestKeys.COMPANY);
  private static final StoredKey NEW = new StoredKey("nueva", NEXT_YEARS);
  private static final StoredKey OTHER = new StoredKey("otra", TestKeys.OTHER);

  @Test
  void choose_renewedOneThatIsNotInForce_takesTheOldUntilItIs() {
    assertThat(chosen(TestKeys.MOMENT, OLD, NEW)).isSameAs(TestKeys.COMPANY);
    assertThat(chosen(TestKeys.MOMENT.plus(YEAR), OLD, NEW)).isSameAs(NEXT_YEARS);
  }

  @Test
  void choose_noneInForce_givesTheOneThatLastsLongest() {
    Instant late = TestKeys.MOMENT.plus(Duration.ofDays(4000));

    SigningKey key = chosen(late, NEW, OLD);

    assertThat(key).isSameAs(NEXT_YEARS);
    assertThatThrownBy(() -> key.inForce(late))
        .isInstanceOfSatisfying(
            CertificateNotInForceException.class, e -> assertThat(e.code()).isEqualTo("LLAVE-18"))
        .hasMessageContaining("venció");
  }

  @Test
  void inForce_beforeItsTime_saysFromWhen() {
    assertThatThrownBy(() -> NEXT_YEARS.inForce(TestKeys.MOMENT))
        .isInstanceOfSatisfying(
            CertificateNotInForceException.class, e -> assertThat(e.code()).isEqualTo("LLAVE-19"))
        .hasMessageContaining("todavía no");
    assertThat(TestKeys.COMPANY.inForce(TestKeys.MOMENT)).isSameAs(TestKeys.COMPANY);
  }

  @Test
  void ownedBy_anotherCompany_saysWhose() {
    assertThat(TestKeys.COMPANY.ownedBy(TestKeys.RUC)).isSameAs(TestKeys.COMPANY);
    assertThatThrownBy(() -> TestKeys.OTHER.ownedBy(TestKeys.RUC))
        .isInstanceOf(OtherRucException.class)
        .hasMessageContaining("210000000017")
        .hasMessageContaining(TestKeys.RUC);
    assertThatThrownBy(() -> TestKeys.AUTHORITY.key().ownedBy(TestKeys.RUC))
        .isInstanceOf(OtherRucException.class);
  }

  @Test
  void choose_onlyKeyThatIsAnothers_saysWhose() {
    KeyChoice choice = new KeyChoice(Optional.of("otra"), Optional.of(TestKeys.RUC));

    assertThatThrownBy(() -> choice.choose(List.of(OLD, OTHER), "aquí", TestKeys.MOMENT))
        .isInstanceOf(OtherRucException.class);
    assertThatThrownBy(
            () ->
                KeyChoice.ofRuc("219999830019".replace('2', '3'))
                    .choose(List.of(OLD, OTHER), "aquí", TestKeys.MOMENT))
        .isInstanceOf(KeyNotFoundException.class);
  }

  @Test
  void choose_ofNoKeys_saysWhere() {
    assertThatThrownBy(() -> KeyChoice.ANY.choose(List.of(), "aquí", TestKeys.MOMENT))
        .isInstanceOf(NoSigningKeyException.class)
        .hasMessageContaining("aquí");
  }

  private static SigningKey chosen(Instant moment, StoredKey... keys) {
    return KeyChoice.ofRuc(TestKeys.RUC).choose(List.of(keys), "aquí", moment);
  }
}
