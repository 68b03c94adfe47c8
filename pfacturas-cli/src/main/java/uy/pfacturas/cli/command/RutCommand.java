package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.cli.wiring.RutReport;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.rut.Rut;

/**
 * Checks a RUT and tells what is known of its taxpayer. Where there is no configuration only the
 * digit is checked.
 */
@Command(name = "rut")
final class RutCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUT", descriptionKey = "p.rut")
  private String number;

  @Option(names = {"-d", "--digito"})
  private boolean onlyDigit;

  private final Session session;

  RutCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Optional<Rut> rut = Rut.find(number);
    if (rut.isEmpty() || onlyDigit || !Files.exists(session.configFile())) {
      return digit(rut).code();
    }
    ObjectNode args = Json.MAPPER.createObjectNode().put("rut", rut.get().digitos());
    try (Orders orders = Orders.of(session.config(), session.wiring())) {
      return show(rut.get(), orders.ask(Orders.RUT, args)).code();
    }
  }

  private Exit digit(Optional<Rut> rut) {
    if (session.options().isJson()) {
      ObjectNode answer = Json.MAPPER.createObjectNode().put("digitoCorrecto", rut.isPresent());
      session.console().out().println(answer);
    } else {
      session.say(
          rut.isPresent() ? "rut.valido" : "rut.invalido", rut.<Object>map(r -> r).orElse(number));
    }
    return rut.isPresent() ? Exit.DONE : Exit.INVALID;
  }

  private Exit show(Rut rut, JsonNode answer) {
    RutReport report = new RutReport(rut, answer);
    if (session.options().isJson()) {
      session.console().out().println(answer);
    } else {
      report.lines(session.messages()).forEach(session.console().out()::println);
    }
    return report.exit();
  }
}
