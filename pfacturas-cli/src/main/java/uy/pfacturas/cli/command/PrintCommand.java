package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.core.json.Json;

/** Prints a signed document again, as it was printed on its day. */
@Command(name = "print", aliases = "imprimir")
final class PrintCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", descriptionKey = "p.id")
  private String id;

  private final Session session;

  PrintCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Orders orders = Orders.of(session.config(), session.wiring())) {
      JsonNode answer = orders.ask(Orders.IMPRIMIR, Json.MAPPER.createObjectNode().put("id", id));
      if (!answer.path("impreso").asBoolean()) {
        throw new CliException(Exit.DEVICE, "no_impreso", id, answer.path("motivo").asText());
      }
      if (session.options().isJson()) {
        session.console().out().println(answer);
      } else {
        session.say("print.hecho", id, answer.path("pdf").asText());
      }
    }
    return Exit.DONE.code();
  }
}
