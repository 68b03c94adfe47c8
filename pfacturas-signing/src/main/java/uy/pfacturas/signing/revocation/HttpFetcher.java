package uy.pfacturas.signing.revocation;

import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** By HTTP. Addresses come from certificates: nothing but http and https is spoken. */
final class HttpFetcher implements Fetcher {
  private static final int MAX_REDIRECTS = 3;

  private final OkHttpClient client;

  HttpFetcher(OkHttpClient client) {
    this.client = client;
  }

  @Override
  public byte[] get(URI address, int maxBytes) throws IOException {
    HttpUrl url = http(address.toString());
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      try (Response response = call(new Request.Builder().url(url).build())) {
        if (!response.isRedirect()) {
          return body(response, maxBytes);
        }
        url = target(response);
      }
    }
    throw new IOException("HTTP 3xx x " + (MAX_REDIRECTS + 1));
  }

  @Override
  public byte[] post(URI address, String type, byte[] body, int maxBytes) throws IOException {
    RequestBody sent = RequestBody.create(body, MediaType.get(type));
    Request request = new Request.Builder().url(http(address.toString())).post(sent).build();
    try (Response response = call(request)) {
      return body(response, maxBytes);
    }
  }

  private Response call(Request request) throws IOException {
    return client.newCall(request).execute();
  }

  private static HttpUrl http(String address) throws IOException {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null) {
      throw new IOException("! http(s): " + address);
    }
    return url;
  }

  /** Where a redirect leads; never to another protocol. */
  private static HttpUrl target(Response response) throws IOException {
    String location = String.valueOf(response.header("Location"));
    HttpUrl url = response.request().url().resolve(location);
    if (url == null) {
      throw new IOException("HTTP " + response.code() + ": " + location);
    }
    return url;
  }

  private static byte[] body(Response response, int maxBytes) throws IOException {
    if (!response.isSuccessful()) {
      throw new IOException("HTTP " + response.code());
    }
    BufferedSource source = response.body().source();
    if (source.request(maxBytes + 1L)) {
      throw new IOException("> " + maxBytes + " bytes");
    }
    return source.readByteArray();
  }
}
