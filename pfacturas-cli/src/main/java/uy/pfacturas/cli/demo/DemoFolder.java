package uy.pfacturas.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;

/** The folder of a demo, which any other command can work with by its configuration. */
public final class DemoFolder {
  private final Path folder;

  /** In this folder, which need not exist. */
  public DemoFolder(Path folder) {
    this.folder = folder;
  }

  /** Its configuration. */
  public Path config() {
    return folder.resolve(ConfigFile.NAME);
  }

  /**
   * Makes it, and drops the example files into its mailboxes; nothing where it was made before.
   *
   * @return how many files were dropped
   * @throws CliException if there is something else
   */
  public int make() {
    try {
      if (Files.exists(config())) {
        return 0;
      }
      if (Files.exists(folder) && !isEmpty(folder)) {
        throw new CliException(Exit.USAGE, "demo_ocupada", folder);
      }
      Files.createDirectories(folder);
      List<Example> examples = Example.all();
      for (Example example : examples) {
        drop(example);
      }
      // Written last: a demo that was interrupted before this is made anew.
      Files.writeString(config(), template(), StandardCharsets.UTF_8);
      return examples.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      // Mailboxes of a demo that was not finished may be there.
      return entries.allMatch(entry -> entry.getFileName().toString().startsWith("buzon"));
    }
  }

  /** Written aside and renamed in, as a careful ERP does. */
  private void drop(Example example) throws IOException {
    Path entrada = folder.resolve(example.mailbox()).resolve("entrada");
    Files.createDirectories(entrada);
    Path aside = entrada.resolve("." + example.name() + ".tmp");
    Files.write(aside, example.content());
    Files.move(aside, entrada.resolve(example.name()), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Puts the certificate of the demo's authority where a person finds it. */
  public void showAuthority(Path certificate) {
    try {
      Files.copy(certificate, folder.resolve("autoridad.pem"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String template() throws IOException {
    try (InputStream in = DemoFolder.class.getResourceAsStream("demo.toml")) {
      return new String(
          Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
