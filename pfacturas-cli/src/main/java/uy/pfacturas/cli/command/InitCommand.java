package uy.pfacturas.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uy.pfacturas.cli.config.CompanyFile;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.core.empresa.Ambiente;

/** Asks what no default can give and writes a commented configuration. */
@Command(name = "init", aliases = "configurar")
final class InitCommand implements Callable<Integer> {
  @Option(names = "--empresa")
  private boolean company;

  @Option(names = "--sin-preguntas")
  private boolean silent;

  @Option(
      names = {"-v", "--valor"},
      paramLabel = "CLAVE=VALOR")
  private final Map<String, String> given = new LinkedHashMap<>();

  private final Session session;

  InitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Form form = company ? Form.COMPANY : Form.STATION;
    Path file =
        company
            ? session
                .options()
                .config()
                .map(session.folder()::resolve)
                .orElseGet(() -> session.folder().resolve("empresa.toml"))
            : session.configFile();
    if (Files.exists(file)) {
      throw new CliException(Exit.USAGE, "archivo_existe", file);
    }
    Interview interview = new Interview(session, given, silent);
    InputFile.write(
        file, form.fill(template(form), interview.ask(form)).getBytes(StandardCharsets.UTF_8));
    session.say("init.escrito", file);
    check(file);
    session.say(company ? "init.siguiente.empresa" : "init.siguiente", file);
    return Exit.DONE.code();
  }

  /** What was written is read back: an answer that does not do is said now and not at the start. */
  private void check(Path file) {
    if (company) {
      CompanyFile.read(file, Ambiente.PRUEBA);
    } else {
      ConfigFile.read(file);
    }
  }

  private static String template(Form form) {
    try (InputStream in = InitCommand.class.getResourceAsStream(form.template())) {
      if (in == null) {
        throw new IllegalStateException("template is missing: " + form.template());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
