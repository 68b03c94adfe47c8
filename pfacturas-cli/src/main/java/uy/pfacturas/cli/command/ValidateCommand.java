package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.console.Progress;
import uy.pfacturas.cli.validation.Validation;
import uy.pfacturas.cli.validation.Verdict;
import uy.pfacturas.core.json.Json;

/** Says everything that is wrong with files of an ERP or with CFEs; issues nothing. */
@Command(name = "validate", aliases = "validar")
final class ValidateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "p.archivo")
  private List<Path> files;

  @Mixin private final SyntaxOptions syntax = new SyntaxOptions();

  private final Session session;

  ValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ArrayNode answers = Json.MAPPER.createArrayNode();
    Exit exit = Exit.DONE;
    try (Progress progress = session.progress()) {
      for (int i = 0; i < files.size(); i++) {
        Path file = files.get(i);
        Verdict verdict = judge(file);
        exit = exit.and(verdict.isValid() ? Exit.DONE : Exit.INVALID);
        progress.aside(() -> show(file, verdict, answers));
        progress.at(i + 1L, files.size());
      }
    }
    if (session.options().isJson()) {
      session.show(answers);
    }
    return exit.code();
  }

  private Verdict judge(Path file) {
    InputFile input = new InputFile(session.folder().resolve(file));
    return new Validation(session.clock(), syntax.syntax(session, input.path()))
        .judge(input.read(), input.name());
  }

  private void show(Path file, Verdict verdict, ArrayNode answers) {
    FaultLines lines = new FaultLines(session);
    if (session.options().isJson()) {
      ObjectNode answer = answers.addObject();
      answer.put("archivo", file.toString()).put("valido", verdict.isValid());
      verdict.total().ifPresent(total -> answer.put("total", total));
      answer.set("faltas", lines.json(verdict.faults()));
      answer.set("avisos", lines.json(verdict.avisos()));
      return;
    }
    session.say(verdict.isValid() ? "validate.valido" : "validate.invalido", file);
    lines.print(session, verdict.faults());
    verdict.total().ifPresent(total -> session.say("validate.total", total));
    if (!verdict.avisos().isEmpty()) {
      session.say("validate.avisos");
      lines.print(session, verdict.avisos());
    }
  }
}
