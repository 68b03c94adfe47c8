package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the contingency stands, line by line, for a person. */
record ContingencyLines(Session session) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT);

  void show(JsonNode now) {
    if (now.path("enContingencia").asBoolean()) {
      session.say(
          now.path("aMano").asBoolean() ? "contingencia.si_a_mano" : "contingencia.si",
          time(now.path("desde")),
          now.path("causa").asText());
    } else {
      session.say("contingencia.no");
    }
    if (now.has("impedimento")) {
      session.say("contingencia.impedimento", now.path("impedimento").asText());
    }
    if (now.has("masViejo")) {
      session.say(
          "contingencia.sin_entregar",
          now.path("sinEntregar").asText(),
          now.path("masViejo").asText(),
          age(Instant.parse(now.path("masViejoDesde").asText())),
          time(now.path("vence")));
    }
  }

  private String time(JsonNode instant) {
    return TIME.format(Instant.parse(instant.asText()).atZone(session.clock().getZone()));
  }

  private String age(Instant since) {
    Duration age = Duration.between(since, session.clock().instant());
    return age.toHours() > 0
        ? session.messages().get("edad.horas", age.toHours(), age.toMinutesPart())
        : session.messages().get("edad.minutos", age.toMinutes());
  }
}
