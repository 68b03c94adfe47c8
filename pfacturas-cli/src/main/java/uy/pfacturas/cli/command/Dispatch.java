package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.core.json.Json;

/** One file on its way through a mailbox, followed as an ERP follows it: by its status file. */
final class Dispatch {
  private static final Set<Estado> UNDER_WAY =
      EnumSet.of(
          Estado.RECIBIDO, Estado.INCOMPLETO, Estado.ENVIANDO, Estado.DESCONOCIDO, Estado.FIRMADO);
  private static final long LOOK_MILLIS = 20;

  private final Path status;
  private final Optional<String> before;

  private Dispatch(Path status, Optional<String> before) {
    this.status = status;
    this.before = before;
  }

  /**
   * Drops a file into the mailbox, written aside and renamed in.
   *
   * @param input gives it its name
   * @throws CliException if a file of this name waits there
   */
  static Dispatch drop(Path mailbox, InputFile input, byte[] content) {
    Path target = mailbox.resolve("entrada").resolve(input.name());
    if (Files.exists(target)) {
      throw new CliException(Exit.USAGE, "archivo_existe", target);
    }
    Path status = mailbox.resolve("salida").resolve(input.baseName() + ".estado.json");
    Dispatch dispatch = new Dispatch(status, version(status));
    InputFile.write(target, content);
    return dispatch;
  }

  /** The answer that ends it; empty if there is none in this time. */
  Optional<JsonNode> await(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    Optional<JsonNode> answer = answer();
    while (answer.isEmpty() && System.nanoTime() < end) {
      boolean opened = never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      answer = opened ? Optional.empty() : answer();
    }
    return answer;
  }

  /** Whether the file's way ends with this state, as far as this machine takes it. */
  static boolean isEnd(Estado estado) {
    return !UNDER_WAY.contains(estado);
  }

  private Optional<JsonNode> answer() {
    Optional<String> now = version(status);
    if (now.isEmpty() || now.equals(before)) {
      return Optional.empty();
    }
    try {
      JsonNode node = Json.MAPPER.readTree(Files.readAllBytes(status));
      return Optional.of(node).filter(n -> isEnd(Estado.valueOf(n.path("Estado").asText())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What tells one writing of the status file from another: each is a new file, renamed in. */
  private static Optional<String> version(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(attributes.fileKey() + " " + attributes.lastModifiedTime());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
