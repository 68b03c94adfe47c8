package uy.pfacturas.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the example files that travel with the program. */
final class Example {
  private final String mailbox;
  private final String name;
  private final byte[] content;

  private Example(String mailbox, String name, byte[] content) {
    this.mailbox = mailbox;
    this.name = name;
    this.content = content;
  }

  /** Folder of the mailbox that it is for. */
  String mailbox() {
    return mailbox;
  }

  /** Its name. */
  String name() {
    return name;
  }

  /** Its bytes, a copy. */
  byte[] content() {
    return content.clone();
  }

  /** All of them, in the order of their names. */
  static List<Example> all() throws IOException {
    URL root =
        Optional.ofNullable(Example.class.getResource("entrada"))
            .orElseThrow(() -> new IllegalStateException("the example files are not in the jar"));
    try {
      URI uri = root.toURI();
      if (!uri.getScheme().equals("jar")) {
        return in(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return in(jar.getPath(uri.getSchemeSpecificPart().replaceFirst(".*!", "")));
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static List<Example> in(Path root) throws IOException {
    List<Example> examples = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        examples.add(
            new Example(
                root.relativize(file).getName(0).toString(),
                root.relativize(file).getName(1).toString(),
                Files.readAllBytes(file)));
      }
    }
    return examples;
  }
}
