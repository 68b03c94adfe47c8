package uy.pfacturas.cli.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.nube.decision.Case;
import uy.pfacturas.nube.decision.CaseBook;

/** What contradicts the ledger of a cloud, with what to do; also while it runs. */
@Command(name = "cuarentena", aliases = "quarantine")
final class NubeCuarentenaCommand implements Callable<Integer> {
  @ParentCommand private NubeCommand nube;

  private final Session session;

  NubeCuarentenaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return list(false);
  }

  /** One line for each that is open. */
  @Command(name = "listar", aliases = "list")
  int list(@Option(names = {"--todas", "--all"}) boolean withClosed) {
    List<Case> cases = book().quarantine(withClosed);
    if (session.options().isJson()) {
      session.show(Json.MAPPER.valueToTree(cases));
      return Exit.DONE.code();
    }
    cases.forEach(this::line);
    session.say("cuarentena.total", cases.stream().filter(c -> c.cerrada().isEmpty()).count());
    return Exit.DONE.code();
  }

  private static String ids(Case one) {
    Optional<String> other = one.registrado().filter(id -> !id.equals(one.id()));
    return one.id() + other.map(id -> (one.id().isEmpty() ? "" : ", ") + id).orElse("");
  }

  /** All that is known of one; the document that came with it into a file. */
  @Command(name = "ver", aliases = "show")
  int show(
      @Parameters(paramLabel = "N", descriptionKey = "p.caso") long n,
      @Option(
              names = {"-o", "--salida"},
              paramLabel = "FILE")
          @Nullable Path target) {
    CaseBook book = book();
    Case one =
        book.find(n).orElseThrow(() -> new CliException(Exit.USAGE, "sin_caso", Long.toString(n)));
    if (session.options().isJson()) {
      session.show(Json.MAPPER.valueToTree(one));
    } else {
      tell(one);
      book.decisions("cuarentena/" + n).forEach(line -> session.say("cuarentena.decision", line));
    }
    if (target != null) {
      Path file = session.folder().resolve(target);
      InputFile.write(file, one.xml().getBytes(StandardCharsets.UTF_8));
      session.note("cuarentena.escrita", file);
    }
    return Exit.DONE.code();
  }

  private void line(Case one) {
    session.say(
        one.cerrada().isPresent() ? "cuarentena.cerrada" : "cuarentena.linea",
        Long.toString(one.n()),
        one.recibido(),
        one.motivo(),
        one.numero().texto(),
        one.ruc(),
        one.estacion(),
        ids(one));
  }

  private void tell(Case one) {
    line(one);
    session.say("cuarentena.por." + one.motivo());
    session.say("cuarentena.llego", one.id(), one.hash(), one.huella());
    session.say(
        "cuarentena.consta",
        one.duena().orElse(""),
        one.registrado().orElse(""),
        one.hashRegistrado().orElse(""));
    session.say("cuarentena.hacer." + one.motivo());
  }

  /** A person has dealt with it. */
  @Command(name = "cerrar", aliases = "close")
  int close(
      @Parameters(paramLabel = "N", descriptionKey = "p.caso") long n,
      @Option(
              names = {"-m", "--motivo"},
              paramLabel = "TEXT",
              required = true)
          String motivo) {
    if (!book().close(n, motivo)) {
      throw new CliException(Exit.USAGE, "sin_caso", Long.toString(n));
    }
    session.say("cuarentena.se_cerro", Long.toString(n));
    return Exit.DONE.code();
  }

  private CaseBook book() {
    return nube.folder().cases(session);
  }
}
