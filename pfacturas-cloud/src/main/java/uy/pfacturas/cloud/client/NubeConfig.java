package uy.pfacturas.cloud.client;

import java.net.URI;
import java.time.Duration;

/**
 * Where the cloud is and who asks.
 *
 * @param base address without {@code /v1}, http only on loopback
 * @param key key of the company
 * @param ruc the company, 12 digits
 * @param estacion the installation
 * @param connect longest time to connect
 * @param answer longest time from sending to the end of the answer
 */
public record NubeConfig(
    URI base, ApiKey key, String ruc, String estacion, Duration connect, Duration answer) {
  /** With 3 s to connect and 10 s to answer. */
  public static NubeConfig of(URI base, ApiKey key, String ruc, String estacion) {
    return new NubeConfig(base, key, ruc, estacion, Duration.ofSeconds(3), Duration.ofSeconds(10));
  }
}
