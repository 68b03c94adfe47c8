package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.Sello;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.testing.Documents;

class PaperQrTest {
  private static final String HASH = "ab+/cdefghijklmnopqrstuvwxyz0123456789ABCDE=";
  private static final PaperQr WANTED = new PaperQr(new Numero(TipoCfe.E_TICKET, "A", 7), HASH);

  @Test
  void parse_whatIsPrinted_isItsNumberAndHash() {
    Cfe cfe =
        CfeBuilder.builder(Documents.numbered(Documents.eTicket(), 7))
            .tmstFirma(Optional.of(OffsetDateTime.parse("2026-11-24T12:00:00-03:00")))
            .build();
    for (boolean fiscal : new boolean[] {true, false}) {
      assertThat(PaperQr.parse(" " + Sello.of(cfe, HASH, fiscal).qr() + "\n")).contains(WANTED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "219999830019,101,A,7,122.00,24/11/2026," + HASH,
        "https://www.efactura.dgi.gub.uy/consultaQR/cfe?219999830019,101,A,7,122,24/11/2026," + HASH
      })
  void parse_addressThatTheReaderDecoded_isTheSame(String qr) {
    assertThat(PaperQr.parse(qr)).contains(WANTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://ejemplo.test/",
        "219999830019,101,A,7,122.00,24/11/2026",
        "219999830019,999,A,7,122.00,24/11/2026," + HASH,
        "21999983001,101,A,7,122.00,24/11/2026," + HASH,
        "219999830019,101,A,7,122.00,24/11/2026,%zz",
        "219999830019,101,A,7,122.00,24/11/2026,corto="
      })
  void parse_anythingElse_isNone(String qr) {
    assertThat(PaperQr.parse(qr)).isEmpty();
  }
}
