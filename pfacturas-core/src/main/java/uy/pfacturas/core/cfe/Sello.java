package uy.pfacturas.core.cfe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The seal of a signed document: what paper shows of its signature.
 *
 * @param hash base64 of the digest in its signature (28 characters for SHA-1, 44 for SHA-256)
 * @param qr address that the QR holds
 * @see "Documento técnico CFE v1.1 and Formato de los CFE v25-1, representación impresa, sello
 *     digital"
 */
public record Sello(String hash, URI qr) {
  private static final String BASE = "https://www.efactura.dgi.gub.uy/";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  /**
   * The seal of a document that has its number, its time of signing and its amounts.
   *
   * @param fiscal false for the demo and DGI's test environment, whose QR points to DGI's test page
   */
  public static Sello of(Cfe cfe, String hash, boolean fiscal) {
    Numero numero = cfe.numero().orElseThrow();
    LocalDate day = cfe.tmstFirma().orElseThrow().toLocalDate();
    String query =
        String.join(
            ",",
            cfe.emisor().rucEmisor().orElseThrow(),
            Integer.toString(numero.tipo().codigo()),
            numero.serie(),
            Integer.toString(numero.nro()),
            monto(cfe).setScale(2, RoundingMode.HALF_UP).toPlainString(),
            DAY.format(day),
            URLEncoder.encode(hash, StandardCharsets.UTF_8));
    return new Sello(
        hash, URI.create(BASE + (fiscal ? "consultaQR" : "consultaQRPrueba") + "/cfe?" + query));
  }

  /**
   * The amount of the QR: 0, A-C125, A-C124 or A-C130 by family (Formato v25-1, pie del
   * comprobante).
   */
  private static BigDecimal monto(Cfe cfe) {
    return switch (cfe.tipo().familia()) {
      case REMITO -> BigDecimal.ZERO;
      case RESGUARDO -> cfe.totales().mntTotRetenido().orElseThrow();
      case REMITO_EXPORTACION -> cfe.mntTotal();
      case TICKET, FACTURA, EXPORTACION, BOLETA -> cfe.totales().mntPagar().orElseThrow();
    };
  }

  /** The first six characters of the hash, printed for those who cannot read the QR. */
  public String codigoSeguridad() {
    return hash.substring(0, 6);
  }
}
