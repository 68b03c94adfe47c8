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

  private final Path mailbox;
  private final Map<String, CompletableFuture<StatusFile>> waiting = new ConcurrentHashMap<>();
  private Optional<Synchronizer> synchronizer = Optional.empty();

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
    synchronizer = Optional.of(started);
  }

  private void changed(String base, StatusFile status) {
    CompletableFuture<StatusFile> waiter = waiting.get(base);
    if (waiter != null && isFinal(status)) {
      waiter.complete(status);
    }
  }

  /** Takes a request; one that is put again while it is worked on waits with the first. */
  Shown put(String id, byte[] file) {
    CompletableFuture<StatusFile> own = new CompletableFuture<>();
    CompletableFuture<StatusFile> first = waiting.putIfAbsent(id, own);
    if (first != null) {
      return await(id, first);
    }
    try {
      write(id, file);
      return await(id, own);
    } finally {
      waiting.remove(id, own);
    }
  }

  private Shown await(String id, CompletableFuture<StatusFile> answer) {
    try {
      return shown(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return find(id).orElseGet(() -> new Shown("{\"Estado\":\"RECIBIDO\"}", false));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Shown("{\"Estado\":\"RECIBIDO\"}", false);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a status is only completed with a value", e);
    }
  }

  /** What became of an id; empty if there is no such document. */
  Optional<Shown> find(String id) {
    return synchronizer.orElseThrow().find(id).map(this::shown);
  }

  private void write(String id, byte[] file) {
    Path entrada = mailbox.resolve("entrada");
    Path aside = entrada.resolve("." + id + ".tmp");
    try {
      Files.write(aside, file);
      Files.move(
          aside,
          entrada.resolve(id + ending(file)),
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
    synchronizer.ifPresent(Synchronizer::close);
  }
}
