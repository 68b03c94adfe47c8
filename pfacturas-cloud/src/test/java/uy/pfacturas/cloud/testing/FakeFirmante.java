package uy.pfacturas.cloud.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import uy.pfacturas.cloud.exchange.Firmante;

/**
 * A key whose signatures are none: a digest that counts up, other than the cloud's. Thread-safe.
 */
public final class FakeFirmante implements Firmante {
  private final AtomicInteger signed = new AtomicInteger();
  private volatile Optional<String> obstacle = Optional.empty();

  /** Signs nothing from now on, for this reason; empty signs again. */
  public void obstruct(Optional<String> reason) {
    obstacle = reason;
  }

  /** How many documents it signed. */
  public int signed() {
    return signed.get();
  }

  @Override
  public Optional<String> obstacle(Instant at) {
    return obstacle;
  }

  @Override
  public Firma sign(byte[] xml) {
    int n = signed.incrementAndGet();
    byte[] digest = new byte[32];
    digest[0] = (byte) 0xFF;
    digest[1] = (byte) (n >> 16);
    digest[2] = (byte) (n >> 8);
    digest[3] = (byte) n;
    String hash = Base64.getEncoder().encodeToString(digest);
    String text = new String(xml, StandardCharsets.UTF_8);
    int end = text.lastIndexOf("</");
    return new Firma(
        text.substring(0, end)
            + "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><DigestValue>"
            + hash
            + "</DigestValue></Signature>"
            + text.substring(end),
        hash);
  }
}
