package uy.pfacturas.signing.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uy.pfacturas.signing.TestKeys;

class ValidityTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2028-01-01T00:00:00Z");
  private static final Validity TWO_YEARS = new Validity(FROM, TO);

  @Test
  void at_itsEdges_changes() {
    assertThat(TWO_YEARS.at(FROM.minusMillis(1))).isEqualTo(Validity.State.NOT_YET);
    assertThat(TWO_YEARS.at(FROM)).isEqualTo(Validity.State.IN_FORCE);
    assertThat(TWO_YEARS.at(TO.minus(Duration.ofDays(61)))).isEqualTo(Validity.State.IN_FORCE);
    assertThat(TWO_YEARS.at(TO.minus(Duration.ofDays(60)))).isEqualTo(Validity.State.ENDING);
    assertThat(TWO_YEARS.at(TO)).isEqualTo(Validity.State.ENDING);
    assertThat(TWO_YEARS.at(TO.plusMillis(1))).isEqualTo(Validity.State.EXPIRED);
  }

  @Test
  void daysLeft_countsWholeDays() {
    assertThat(TWO_YEARS.daysLeft(TO.minus(Duration.ofHours(49)))).isEqualTo(2);
    assertThat(TWO_YEARS.daysLeft(TO.plusSeconds(1))).isZero();
  }

  @Test
  void of_certificate_isItsDates() {
    assertThat(Validity.of(TestKeys.COMPANY.certificate()).contains(TestKeys.MOMENT)).isTrue();
  }
}
