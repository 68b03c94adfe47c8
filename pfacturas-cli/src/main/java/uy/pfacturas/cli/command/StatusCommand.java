package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.core.json.Json;

/** Tells how the synchronizer does, or what became of one document. */
@Command(name = "status", aliases = "estado")
final class StatusCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "p.id")
  private @Nullable String id;

  private final Session session;

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ObjectNode args = Json.MAPPER.createObjectNode();
    if (id != null) {
      args.put("id", id);
    }
    try (Orders orders = Orders.of(session.config(), session.wiring())) {
      JsonNode answer = orders.ask(Orders.ESTADO, args);
      if (session.options().isJson()) {
        session.show(answer);
      } else if (id == null) {
        show(answer, orders.isRunning());
      } else {
        answer.properties().forEach(this::show);
      }
      return id == null
          ? Exit.DONE.code()
          : exit(Estado.valueOf(answer.path("Estado").asText())).code();
    }
  }

  /** How a state ends the process. */
  static Exit exit(Estado estado) {
    return switch (estado) {
      case RECHAZADO -> Exit.INVALID;
      case RECHAZADO_DGI, ANULADO, EN_OTRA_ESTACION -> Exit.REJECTED;
      case ENTREGADO,
          ACEPTADO_DGI,
          INFORMADO_DGI,
          OBSERVADO_DGI,
          RESPONDIDO,
          FIRMADO_CONTINGENCIA ->
          Exit.DONE;
      case RECIBIDO, INCOMPLETO, RETENIDO, ENVIANDO, DESCONOCIDO, FIRMADO -> Exit.PENDING;
    };
  }

  private void show(Map.Entry<String, JsonNode> entry) {
    session.console().out().println(entry.getKey() + "=" + entry.getValue().asText());
  }

  private void show(JsonNode status, boolean isRunning) {
    session.say(isRunning ? "status.corre" : "status.no_corre");
    status
        .path("documentos")
        .properties()
        .forEach(e -> session.say("status.documentos", e.getKey(), e.getValue().asText()));
    session.say("status.en_proceso", status.path("enProceso").asText());
    status
        .path("numeros")
        .properties()
        .forEach(e -> session.say("status.numeros", e.getKey(), e.getValue().asText()));
    if (status.has("masViejo")) {
      session.say(
          "status.mas_viejo",
          status.path("masViejo").asText(),
          status.path("masViejoDesde").asText());
    }
    new ContingencyLines(session).show(status.path("contingencia"));
    for (String trouble : new String[] {"nube", "pausa", "segundaCopia", "ultimoError"}) {
      if (status.has(trouble)) {
        session.say("status." + trouble, status.path(trouble).asText());
      }
    }
    status.path("avisos").forEach(aviso -> session.say("status.aviso", aviso.asText()));
  }
}
