package uy.pfacturas.cli.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the cloud is, table {@code [nube]}.
 *
 * @param url its address; plain HTTP only on this machine
 * @param ruc the company's RUT
 * @param clave where the API key is
 * @param plazo how long one request may take
 * @param bloque numbers asked for at once, 1 to 10,000
 * @param desvioReloj how far our clock may be from the cloud's, 1 s to 1 h
 */
public record CloudConfig(
    URI url, String ruc, SecretSource clave, Duration plazo, int bloque, Duration desvioReloj) {
  static final Duration PLAZO = Duration.ofSeconds(10);

  /** How far the clock may be off where nothing else is said. */
  public static final Duration DESVIO = Duration.ofMinutes(2);

  /** Numbers asked for at once where nothing else is said. */
  public static final int BLOQUE = 500;

  static Optional<CloudConfig> read(TomlTable table, Folder folder, Problems problems) {
    Optional<URI> url = table.required("url", CloudConfig::address);
    Optional<String> ruc = table.required("ruc", CloudConfig::rut);
    Optional<SecretSource> clave = SecretSource.read(table, folder, problems);
    Duration plazo = table.value("plazo", Span::parse).orElse(PLAZO);
    int bloque = table.value("bloque", CloudConfig::size).orElse(BLOQUE);
    Duration desvio = table.value("desvio_reloj", CloudConfig::skew).orElse(DESVIO);
    return url.flatMap(
        u -> ruc.flatMap(r -> clave.map(c -> new CloudConfig(u, r, c, plazo, bloque, desvio))));
  }

  private static URI address(String written) {
    URI url = URI.create(written);
    String host = url.getHost();
    boolean isLoopback =
        host != null
            && (host.equals("localhost") || host.equals("[::1]") || host.startsWith("127."));
    if (host == null
        || !("https".equals(url.getScheme()) || (isLoopback && "http".equals(url.getScheme())))) {
      throw new IllegalArgumentException("url is not https: " + written);
    }
    return url;
  }

  private static String rut(String written) {
    return uy.pfacturas.core.rut.Rut.find(written)
        .orElseThrow(() -> new IllegalArgumentException("ruc is not a RUT: " + written))
        .digitos();
  }

  private static Duration skew(String written) {
    Duration skew = Span.parse(written);
    if (skew.compareTo(Duration.ofSeconds(1)) < 0 || skew.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("desvio_reloj is out of 1 s to 1 h: " + written);
    }
    return skew;
  }

  private static int size(String written) {
    int size = Integer.parseInt(written);
    if (size < 1 || size > 10_000) {
      throw new IllegalArgumentException("bloque is out of range: " + size);
    }
    return size;
  }
}
