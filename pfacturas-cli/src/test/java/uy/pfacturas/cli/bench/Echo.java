package uy.pfacturas.cli.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A server that gives back what it is sent, and the program's client to ask it. */
final class Echo implements AutoCloseable {
  private static final int OK = 200;

  private final HttpServer server;
  private final OkHttpClient client = new OkHttpClient();
  private final Request request;

  Echo() throws IOException {
    // Else its answer waits for the acknowledgement of its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    request =
        new Request.Builder()
            .url("http://127.0.0.1:" + server.getAddress().getPort() + "/")
            .put(RequestBody.create(new byte[Floor.DOCUMENT]))
            .build();
  }

  /** One question and its answer over a connection that stays open; bytes of the answer. */
  int ask() throws IOException {
    try (Response response = client.newCall(request).execute()) {
      return response.body().bytes().length;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
