package uy.pfacturas.cli.command;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uy.pfacturas.core.cfe.Numero;

/**
 * What the QR of a paper says: RUC, type, series, number, amount, date and hash, with commas,
 * behind the address of DGI. Source: the real addresses in DGI's test and production worlds.
 *
 * @param numero its number
 * @param hash base64 of the digest of its signature
 */
record PaperQr(Numero numero, String hash) {
  private static final Pattern QR =
      Pattern.compile(
          "(?:.*\\?)?[0-9]{12},([0-9]{3}),([A-Za-z0-9]{1,2}),([0-9]{1,7}),[^,]*,[^,]*,([^,\\s]+)");

  /** From the text of a QR; empty if it is none of a CFE. */
  static Optional<PaperQr> parse(String qr) {
    Matcher parts = QR.matcher(qr.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String hash = decode(parts.group(4));
    return Numero.parse(parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3))
        .filter(numero -> hash.matches("[A-Za-z0-9+/]{26,88}={0,2}"))
        .map(numero -> new PaperQr(numero, hash));
  }

  /** A plus is a plus here; some readers decode the address before they show it. */
  private static String decode(String hash) {
    try {
      return URLDecoder.decode(hash.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
