package uy.pfacturas.cloud.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.core.json.Json;

/** Listens for commands on a port of loopback, for those who can read the data folder. */
public final class ControlServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int MAX_BODY = 1 << 20;
  private static final int ORDERS_AT_ONCE = 4;
  private static final int CLOSE_SECONDS = 2;

  private final Path folder;
  private final ControlFile file;
  private final ControlHandler handler;
  private final HttpServer http;
  private final ExecutorService threads;

  private ControlServer(Path folder, ControlHandler handler) throws IOException {
    this.folder = folder;
    this.handler = handler;
    this.http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
    this.threads =
        Executors.newFixedThreadPool(
            ORDERS_AT_ONCE,
            task -> {
              Thread thread = new Thread(task, "control");
              thread.setDaemon(true);
              return thread;
            });
    byte[] token = new byte[32];
    new SecureRandom().nextBytes(token);
    this.file =
        new ControlFile(
            http.getAddress().getPort(),
            HexFormat.of().formatHex(token),
            ProcessHandle.current().pid());
  }

  /**
   * Listens, and writes port and token to {@code control.txt} of the data folder, readable by this
   * user only. Takes the place of what a dead process left there.
   *
   * @throws ControlException if it cannot listen or write ({@link ControlFault#NOT_OPEN})
   */
  public static ControlServer start(Path dataFolder, ControlHandler handler) {
    try {
      ControlServer server = new ControlServer(dataFolder, handler);
      server.open();
      return server;
    } catch (IOException e) {
      throw ControlFault.NOT_OPEN.exception(e, e.toString());
    }
  }

  private void open() throws IOException {
    http.setExecutor(threads);
    http.createContext("/v1/orden", this::answer);
    http.start();
    try {
      file.write(folder);
    } catch (IOException e) {
      http.stop(0);
      threads.shutdown();
      throw e;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isAllowed(exchange)) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
      @Nullable JsonNode order = body.length > MAX_BODY ? null : order(body);
      if (order == null || !exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      out.write(done(order, out).text().getBytes(UTF_8));
    }
  }

  private ControlLine done(JsonNode order, OutputStream out) {
    try {
      JsonNode answer =
          handler.handle(
              order.path("orden").asText(),
              order.path("argumentos"),
              progress -> tell(ControlLine.of(ControlLine.Kind.AVANCE, progress), out));
      return ControlLine.of(ControlLine.Kind.RESPUESTA, answer);
    } catch (ControlException e) {
      return ControlLine.of(e);
    } catch (RuntimeException e) {
      LOG.error("order failed", e);
      return ControlLine.of(ControlFault.INTERNAL.exception());
    }
  }

  /** The order goes on when nobody listens any more. */
  private static void tell(ControlLine line, OutputStream out) {
    try {
      out.write(line.text().getBytes(UTF_8));
      out.flush();
    } catch (IOException e) {
      LOG.debug("nobody listens", e);
    }
  }

  private boolean isAllowed(HttpExchange exchange) {
    @Nullable String given = exchange.getRequestHeaders().getFirst("Authorization");
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(US_ASCII), ("Bearer " + file.token()).getBytes(US_ASCII));
  }

  private static @Nullable JsonNode order(byte[] body) throws IOException {
    try {
      JsonNode order = Json.MAPPER.readTree(body);
      return order.path("orden").isTextual() && order.path("argumentos").isObject() ? order : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** Stops listening after the orders in work, for at most two seconds, and removes its file. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      file.remove(folder);
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (IOException e) {
      LOG.warn("control file not removed: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      http.stop(0);
    }
  }
}
