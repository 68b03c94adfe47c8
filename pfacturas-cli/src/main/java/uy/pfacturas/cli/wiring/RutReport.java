package uy.pfacturas.cli.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.console.Messages;
import uy.pfacturas.core.rut.Rut;

/**
 * What is known of a taxpayer, said for a person.
 *
 * @param rut the number that was asked for
 * @param answer what the installation answered
 */
public record RutReport(Rut rut, JsonNode answer) {
  /** Line by line. */
  public List<String> lines(Messages messages) {
    List<String> lines = new ArrayList<>();
    lines.add(messages.get("rut.valido", rut));
    JsonNode who = answer.path("contribuyente");
    if (!who.isMissingNode()) {
      lines.add(
          messages.get(
              "rut.titular",
              who.path("denominacion").asText(),
              who.path("domicilio").asText("-"),
              who.path("ciudad").asText("-"),
              who.path("fuente").asText()));
      lines.add(messages.get(who.path("activo").asBoolean() ? "rut.activo" : "rut.inactivo"));
    }
    lines.add(
        messages.get(
            "rut." + result(),
            age(messages, answer.path("edadSegundos").asLong()),
            answer.path("motivo").asText()));
    return lines;
  }

  /** How the command ends. */
  public Exit exit() {
    return switch (result()) {
      case "conocido", "recordado" -> Exit.DONE;
      case "desconocido" -> Exit.REJECTED;
      case "invalido" -> Exit.INVALID;
      default -> Exit.UNAVAILABLE;
    };
  }

  private String result() {
    return answer.path("resultado").asText();
  }

  private static String age(Messages messages, long seconds) {
    Duration age = Duration.ofSeconds(seconds);
    return age.toDays() > 0
        ? messages.get("edad.dias", age.toDays())
        : messages.get("edad.minutos", age.toMinutes());
  }
}
