package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.wiring.Orders;
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
    String result = answer.path("resultado").asText();
    if (session.options().isJson()) {
      session.console().out().println(answer);
    } else {
      session.say("rut.valido", rut);
      JsonNode who = answer.path("contribuyente");
      if (!who.isMissingNode()) {
        session.say(
            "rut.titular",
            who.path("denominacion").asText(),
            who.path("domicilio").asText("-"),
            who.path("ciudad").asText("-"),
            who.path("fuente").asText());
        session.say(who.path("activo").asBoolean() ? "rut.activo" : "rut.inactivo");
      }
      session.say(
          "rut." + result,
          age(answer.path("edadSegundos").asLong()),
          answer.path("motivo").asText());
    }
    return switch (result) {
      case "conocido", "recordado" -> Exit.DONE;
      case "desconocido" -> Exit.REJECTED;
      case "invalido" -> Exit.INVALID;
      default -> Exit.UNAVAILABLE;
    };
  }

  private String age(long seconds) {
    Duration age = Duration.ofSeconds(seconds);
    return age.toDays() > 0
        ? session.messages().get("edad.dias", age.toDays())
        : session.messages().get("edad.minutos", age.toMinutes());
  }
}
