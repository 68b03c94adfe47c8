package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.core.json.Json;

/** Lists the company's CAEs with what is left of each. */
@Command(name = "cae", subcommands = CaeImportCommand.class)
final class CaeCommand implements Callable<Integer> {
  private final Session session;

  CaeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Orders orders = Orders.of(session.config(), session.wiring())) {
      show(session, orders.ask(Orders.CAE, Json.MAPPER.createObjectNode()));
    }
    return Exit.DONE.code();
  }

  /** One line for each. */
  static void show(Session session, JsonNode list) {
    if (session.options().isJson()) {
      session.show(list);
      return;
    }
    for (JsonNode entry : list.path("cae")) {
      JsonNode cae = entry.path("cae");
      session.say(
          entry.path("vencido").asBoolean() ? "cae.vencido" : "cae.linea",
          cae.path("tipo").asText(),
          cae.path("serie").asText(),
          cae.path("desde").asText(),
          cae.path("hasta").asText(),
          cae.path("vence").asText(),
          entry.path("quedan").asText(),
          cae.path("caeId").asText());
    }
  }
}
