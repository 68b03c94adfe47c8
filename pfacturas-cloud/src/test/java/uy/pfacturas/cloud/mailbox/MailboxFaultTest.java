package uy.pfacturas.cloud.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;

class MailboxFaultTest {
  @ParameterizedTest
  @EnumSource
  void code_isUniqueAndSaidInBothLanguages(MailboxFault code) {
    Fault fault = Fault.of(code, "", "", "UNO", "DOS");
    FaultText spanish = FaultText.of(Locale.ROOT);
    FaultText english = FaultText.of(Locale.ENGLISH);

    assertThat(Arrays.stream(MailboxFault.values()).map(MailboxFault::code))
        .filteredOn(other -> Objects.equals(other, code.code()))
        .hasSize(1);
    assertThat(spanish.sentence(fault)).isNotBlank().isNotEqualTo(english.sentence(fault));
    assertThat(spanish.remedy(fault)).endsWith(".").isNotEqualTo(english.remedy(fault));
    assertThat(english.remedy(fault)).endsWith(".");
    assertThat(spanish.sentence(fault).contains("UNO"))
        .isEqualTo(english.sentence(fault).contains("UNO"));
    assertThat(spanish.sentence(fault).contains("DOS"))
        .isEqualTo(english.sentence(fault).contains("DOS"));
  }
}
