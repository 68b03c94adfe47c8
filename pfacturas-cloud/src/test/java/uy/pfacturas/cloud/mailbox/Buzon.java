package uy.pfacturas.cloud.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uy.pfacturas.cloud.testing.TestClock;
import uy.pfacturas.core.input.PedidoReader;
import uy.pfacturas.core.input.Syntax;

/** A mailbox in a temporary folder, as tests use it. */
final class Buzon implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-24T15:00:00Z");
  static final String FIN = "[Pedido]\nId=1\n[Fin]\n";

  final Path root;
  final TestClock clock = new TestClock(START);
  final TestDisk disk = new TestDisk();
  Identity identity = Identity.FILE_ID;
  Syntax syntax = Syntax.DEFAULT;
  Duration quiet = Duration.ofSeconds(2);
  Mailbox mailbox;

  Buzon(Path root) {
    this.root = root;
    this.mailbox = open();
  }

  Mailbox open() {
    MailboxConfig config =
        new MailboxConfig(
            root,
            identity,
            syntax,
            quiet,
            Duration.ofMinutes(10),
            Duration.ofDays(30),
            Duration.ofSeconds(10),
            Locale.ROOT);
    return Mailbox.open(
        config, new PedidoReader(syntax), Buzon::isComplete, new LargeFiles(), clock, disk);
  }

  void reopen() {
    mailbox.close();
    mailbox = open();
  }

  /** Stands for the reader: text with as many items as it says, or with the bracket closed. */
  private static boolean isComplete(byte[] content, String fileName) {
    String text = new String(content, ISO_8859_1);
    return text.contains("CantLinDet=1") || (text.startsWith("{") && text.strip().endsWith("}}"));
  }

  Path entrada(String name) {
    return root.resolve("entrada").resolve(name);
  }

  /** Writes a file into entrada with its time of writing. */
  Path put(String name, String content) {
    try {
      Path file = Files.writeString(entrada(name), content);
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void pass(Duration time) {
    clock.pass(time);
  }

  List<String> claimed() {
    return mailbox.claim(100).stream().map(Claim::fileName).toList();
  }

  Claim claimOne() {
    List<Claim> claims = mailbox.claim(100);
    if (claims.size() != 1) {
      throw new AssertionError("claimed " + claims);
    }
    return claims.get(0);
  }

  /** Codes of what keeps files waiting. */
  List<String> waiting() {
    return mailbox.waiting().stream().map(w -> w.fileName() + " " + w.why().code().code()).toList();
  }

  /** Paths of all files below a folder of the mailbox, relative to it, sorted. */
  List<String> files(String folder) {
    Path below = root.resolve(folder);
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
          .map(p -> below.relativize(p).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String file) {
    return read(file, UTF_8);
  }

  String read(String file, Charset charset) {
    try {
      return Files.readString(root.resolve(file), charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StatusFile status(Estado estado, String id) {
    return StatusFileBuilder.builder()
        .estado(estado)
        .desde(OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
        .id(Optional.of(id))
        .build();
  }

  @Override
  public void close() {
    mailbox.close();
  }
}
