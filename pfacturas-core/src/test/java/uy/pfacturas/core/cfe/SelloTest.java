package uy.pfacturas.core.cfe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.OtherDocuments;

/** Formato de los CFE v25-1, pie del comprobante, sello digital. */
class SelloTest {
  private static final String SHA256 = "aB+/9cdefGhIjKlMnOpQrStUvWxYz0123456789+/Aw=";
  private static final String SHA1 = "SBNVeGpb5nVz2ACMfaTcShzKNyE=";
  private static final OffsetDateTime LATE = OffsetDateTime.parse("2026-11-24T23:59:59-03:00");

  @Test
  void of_eTicket_isTheAddressOfTheFormat() {
    Cfe cfe = signed(Documents.numbered(Documents.eTicket(), 7));

    assertThat(Sello.of(cfe, SHA1, true).qr())
        .hasToString(
            "https://www.efactura.dgi.gub.uy/consultaQR/cfe?"
                + Documents.RUC
                + ",101,A,7,"
                + cfe.totales().mntPagar().orElseThrow()
                + ",24/11/2026,SBNVeGpb5nVz2ACMfaTcShzKNyE%3D");
  }

  @Test
  void of_notFiscal_pointsToDgisTestPage() {
    Cfe cfe = signed(Documents.numbered(Documents.eTicket(), 7));

    assertThat(Sello.of(cfe, SHA1, false).qr().toString())
        .startsWith("https://www.efactura.dgi.gub.uy/consultaQRPrueba/cfe?");
  }

  @ParameterizedTest
  @ValueSource(strings = {SHA256, SHA1})
  void of_hashOfEitherLength_comesBackWholeFromTheAddress(String hash) {
    Sello sello = Sello.of(signed(Documents.numbered(Documents.eTicket(), 7)), hash, true);

    assertThat(hash.length()).isIn(44, 28);
    String written = sello.qr().getRawQuery().split(",")[6];
    // A bare + would be read as a space.
    assertThat(written).doesNotContain("+", "/", "=");
    assertThat(sello.qr().getQuery().split(",")[6]).isEqualTo(hash);
    assertThat(sello.codigoSeguridad()).isEqualTo(hash.substring(0, 6)).hasSize(6);
  }

  static Stream<Arguments> amounts() {
    Cfe resguardo = OtherDocuments.resguardo(TipoCfe.E_RESGUARDO);
    Cfe exported = OtherDocuments.remitoExportacion(TipoCfe.E_REMITO_EXPORTACION);
    Cfe factura = Documents.eFactura();
    return Stream.of(
        Arguments.of(OtherDocuments.remito(TipoCfe.E_REMITO), "0.00"),
        Arguments.of(resguardo, resguardo.totales().mntTotRetenido().orElseThrow().toString()),
        Arguments.of(exported, exported.mntTotal().toString()),
        Arguments.of(factura, factura.totales().mntPagar().orElseThrow().toString()));
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void of_eachFamily_showsItsOwnAmount(Cfe cfe, String amount) {
    Cfe numbered = signed(Documents.numbered(cfe, 7));

    assertThat(Sello.of(numbered, SHA256, true).qr().getQuery().split(",")[4]).isEqualTo(amount);
  }

  private static Cfe signed(Cfe cfe) {
    return cfe.withTmstFirma(LATE);
  }
}
