package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.core.json.Json;

/** Tells whether documents are signed here; its subcommands enter, leave and export. */
@Command(
    name = "contingencia",
    aliases = "contingency",
    subcommands = ContingenciaExportCommand.class)
final class ContingenciaCommand implements Callable<Integer> {
  private final Session session;

  ContingenciaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return state();
  }

  /** How it stands; its exit code says it too. */
  @Command(name = "estado", aliases = "status")
  int state() {
    JsonNode now = ask("estado", Optional.empty());
    return (now.path("enContingencia").asBoolean() ? Exit.CONTINGENCY : Exit.DONE).code();
  }

  /** Documents are signed here until it is left. */
  @Command(name = "entrar", aliases = "enter")
  int enter(
      @Option(
              names = {"-m", "--motivo"},
              paramLabel = "TEXT")
          @Nullable String why) {
    ask("entrar", Optional.of(why == null ? session.messages().get("contingencia.a_mano") : why));
    return Exit.DONE.code();
  }

  /** The cloud signs again. */
  @Command(name = "salir", aliases = "leave")
  int leave() {
    ask("salir", Optional.empty());
    return Exit.DONE.code();
  }

  private JsonNode ask(String accion, Optional<String> motivo) {
    ObjectNode args = Json.MAPPER.createObjectNode().put("accion", accion);
    motivo.ifPresent(m -> args.put("motivo", m));
    try (Orders orders = Orders.of(session.config(), session.wiring())) {
      JsonNode now = orders.ask(Orders.CONTINGENCIA, args);
      if (session.options().isJson()) {
        session.show(now);
      } else {
        new ContingencyLines(session).show(now);
      }
      return now;
    }
  }
}
