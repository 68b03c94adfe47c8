package uy.pfacturas.cli.mishap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What lies between a station and its cloud: passes questions and answers on, or does with them
 * what networks and overloaded servers do.
 */
final class Network implements AutoCloseable {
  /** What becomes of a question. */
  enum Mood {
    /** It is answered. */
    WELL,
    /** The cloud asks to come again; it did nothing. */
    TOO_MANY_REQUESTS,
    /** The cloud failed; it did nothing. */
    SERVER_ERROR,
    /** The cloud did it, and what comes back is a page of somebody else. */
    GARBAGE,
    /** The cloud did it, and the connection breaks in the middle of its answer. */
    HALF,
    /** The cloud did it, and nothing comes back. */
    NOTHING,
    /** The key is not taken. */
    UNAUTHORIZED
  }

  /**
   * @param part of the address of the questions that are concerned; empty text for all
   * @param met how many were
   */
  private record State(Mood mood, String part, AtomicInteger met) {}

  private final URI cloud;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile State state = new State(Mood.WELL, "", new AtomicInteger());

  Network(URI cloud) {
    this.cloud = cloud;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** From now on this becomes of every question. */
  void is(Mood mood) {
    is(mood, "");
  }

  /** From now on this becomes of the questions with this in their address; the others go well. */
  void is(Mood mood, String part) {
    state = new State(mood, part, new AtomicInteger());
  }

  /** Waits until this became of a question. */
  void awaitMet() {
    State now = state;
    var unused =
        Deadline.await(
            () -> Optional.of(now).filter(s -> s.met().get() > 0), () -> "nobody asked " + now);
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] question = exchange.getRequestBody().readAllBytes();
    State now = state;
    boolean isConcerned = exchange.getRequestURI().getPath().contains(now.part());
    try (exchange) {
      if (isConcerned) {
        now.met().incrementAndGet();
      }
      answer(exchange, question, isConcerned ? now.mood() : Mood.WELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, byte[] question, Mood mood)
      throws IOException, InterruptedException {
    switch (mood) {
      case TOO_MANY_REQUESTS -> say(exchange, 429, "slow down");
      case SERVER_ERROR -> say(exchange, 500, "error");
      case UNAUTHORIZED -> say(exchange, 401, "who are you?");
      case WELL -> {
        HttpResponse<byte[]> answer = pass(exchange, question);
        say(exchange, answer.statusCode(), answer.body(), answer.body().length);
      }
      case GARBAGE -> {
        var unused = pass(exchange, question);
        say(exchange, 200, "<html><body>Bienvenido a la red del hotel</body></html>");
      }
      case HALF -> {
        HttpResponse<byte[]> answer = pass(exchange, question);
        say(exchange, answer.statusCode(), answer.body(), answer.body().length / 2);
      }
      case NOTHING -> {
        var unused = pass(exchange, question);
        awaitAnother(mood);
      }
    }
  }

  /** Keeps silent until the mood is another. */
  private void awaitAnother(Mood mood) {
    var unused =
        Deadline.await(
            () -> Optional.of(state).filter(s -> s.mood() != mood), () -> "mood does not change");
  }

  private HttpResponse<byte[]> pass(HttpExchange exchange, byte[] question)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(cloud.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(question));
    for (String name : new String[] {"Authorization", "Accept", "Content-Type"}) {
      exchange
          .getRequestHeaders()
          .getOrDefault(name, List.of())
          .forEach(value -> request.header(name, value));
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    say(exchange, status, bytes, bytes.length);
  }

  /** Says so many bytes of an answer, and no more. */
  private static void say(HttpExchange exchange, int status, byte[] body, int length)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body, 0, length);
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    is(Mood.WELL);
    server.stop(0);
    threads.shutdownNow();
  }
}
