package uy.pfacturas.signing.revocation;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** Asks authorities over the network. Safe for any number of threads. */
public interface Fetcher {
  /**
   * What is at an address.
   *
   * @param maxBytes more than that is not read
   * @throws IOException when there is no answer, or not within these limits; its message is for
   *     persons
   */
  byte[] get(URI address, int maxBytes) throws IOException;

  /**
   * What an address answers to something sent.
   *
   * @param type media type of what is sent
   * @param maxBytes more than that is not read
   * @throws IOException as {@link #get}
   */
  byte[] post(URI address, String type, byte[] body, int maxBytes) throws IOException;

  /**
   * By HTTP and HTTPS alone, wherever redirects lead.
   *
   * @param limit of a whole call, from the name's look-up to the last byte
   */
  static Fetcher http(Duration limit) {
    return new HttpFetcher(
        new OkHttpClient.Builder().callTimeout(limit).followRedirects(false).build());
  }
}
