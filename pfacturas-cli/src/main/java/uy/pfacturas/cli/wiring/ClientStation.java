package uy.pfacturas.cli.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import uy.pfacturas.cloud.StatusListener;
import uy.pfacturas.cloud.Synchronizer;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.nube.client.ClientDesk.Shown;

/**
 * The station of one company inside the cloud: what a client puts becomes a file of its mailbox,
 * named by the client's id, and the answer is the status of that file.
 */
final class ClientStation implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Shown NOT_YET = new Shown("{\"Estado\":\"RECIBIDO\"}", false);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** Somebody who put a file: the first answer that came under its id, and the last one. */
  private static final class Waiter {
    private final CompletableFuture<StatusFile> first = new CompletableFuture<>();
    private volatile Optional<StatusFile> last = Optional.empty();

    void said(StatusFile status) {
      last = Optional.of(status);
      first.complete(status);
    }
  }

  private final Path mailbox;
  private final Map<String, Waiter> waiting = new ConcurrentHashMap<>();
  private Function<String, Optional<StatusFile>> known = id -> Optional.empty();
  private Runnable end = () -> {};

  /**
   * Not working yet.
   *
   * @param mailbox its folder
   */
  ClientStation(Path mailbox) {
    this.mailbox = mailbox;
  }

  /** What is to be told of every state. */
  StatusListener listener() {
    return this::changed;
  }

  /** Works from now on, and ends with this. */
  void works(Synchronizer started) {
    started.start();
    works(started::find, started::close);
  }

  /**
   * @param find what is known of an id
   * @param close ends it
   */
  void works(Function<String, Optional<StatusFile>> find, Runnable close) {
    known = find;
    end = close;
  }

  private void changed(String base, StatusFile status) {
    Waiter waiter = waiting.get(base);
    if (waiter != null && isFinal(status)) {
      waiter.said(status);
    }
  }

  /** Takes a request; one that is put again while it is worked on waits with the first. */
  Shown put(String id, byte[] file) {
    Waiter own = new Waiter();
    Waiter first = waiting.putIfAbsent(id, own);
    if (first != null) {
      return await(id, first.first);
    }
    try {
      boolean isKnown = known.apply(id).isPresent();
      Path name = Path.of(id + ending(file));
      write(id, name, file);
      return isKnown ? awaitItsOwn(name, own) : await(id, own.first);
    } finally {
      waiting.remove(id, own);
    }
  }

  /**
   * What was known of the id may be told again meanwhile: this file is answered once it is gone.
   */
  private Shown awaitItsOwn(Path name, Waiter own) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    boolean isAnswered = false;
    while (!isAnswered && System.nanoTime() - until < 0) {
      // In the order in which it goes through them.
      isAnswered =
          !Files.exists(mailbox.resolve("entrada").resolve(name))
              && !Files.exists(mailbox.resolve("proceso").resolve(name))
              && own.last.isPresent();
      if (!isAnswered) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
    return isAnswered ? shown(own.last.orElseThrow()) : NOT_YET;
  }

  private Shown await(String id, CompletableFuture<StatusFile> answer) {
    try {
      return shown(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return find(id).orElseGet(() -> NOT_YET);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NOT_YET;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a status is only completed with a value", e);
    }
  }

  /** What became of an id; empty if there is no such document. */
  Optional<Shown> find(String id) {
    return known.apply(id).map(this::shown);
  }

  private void write(String id, Path name, byte[] file) {
    Path entrada = mailbox.resolve("entrada");
    Path aside = entrada.resolve("." + id + ".tmp");
    try {
      Files.write(aside, file);
      Files.move(
          aside,
          entrada.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of JSON, XML or text, by its first sign. */
  private static String ending(byte[] file) {
    for (byte b : file) {
      if (b == '{') {
        return ".json";
      } else if (b == '<') {
        return ".xml";
      } else if (!Character.isWhitespace(b)) {
        return ".txt";
      }
    }
    return ".txt";
  }

  private static boolean isFinal(StatusFile status) {
    return switch (status.estado()) {
      case RECIBIDO, INCOMPLETO, RETENIDO, ENVIANDO, DESCONOCIDO -> false;
      default -> status.estado() != Estado.FIRMADO || status.xml().isPresent();
    };
  }

  private Shown shown(StatusFile status) {
    try {
      ObjectNode json = (ObjectNode) Json.MAPPER.readTree(status.json());
      Path xml = mailbox.resolve(status.xml().orElse(""));
      if (status.xml().isPresent() && Files.exists(xml)) {
        json.put("XmlFirmado", Files.readString(xml));
      }
      return new Shown(json.toString(), isFinal(status));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a status file is JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    end.run();
  }
}
