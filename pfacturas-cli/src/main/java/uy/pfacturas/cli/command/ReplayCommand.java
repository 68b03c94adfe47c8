package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.console.Progress;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.core.json.Json;

/** Sends again what failed: by id, by day, by state, or all. */
@Command(name = "replay", aliases = "reenviar")
final class ReplayCommand implements Callable<Integer> {
  @Option(names = "--id", paramLabel = "ID")
  private @Nullable String id;

  @Option(names = "--desde", paramLabel = "AAAA-MM-DD")
  private @Nullable LocalDate from;

  @Option(names = "--hasta", paramLabel = "AAAA-MM-DD")
  private @Nullable LocalDate to;

  @Option(names = "--estado", paramLabel = "ESTADO", split = ",")
  private final List<Estado> states = new ArrayList<>();

  @Option(names = {"--todos", "--all"})
  private boolean all;

  @Option(
      names = {"--tomar", "--take"},
      paramLabel = "ID")
  private @Nullable String take;

  @Option(
      names = {"--sin-papel", "--no-paper"},
      paramLabel = "ID")
  private @Nullable String noPaper;

  @Option(
      names = {"--con-papel", "--with-paper"},
      paramLabel = "ID")
  private @Nullable String withPaper;

  @Option(names = "--qr", paramLabel = "TEXT")
  private @Nullable String qr;

  @Option(names = {"--simular", "--dry-run"})
  private boolean dryRun;

  @Spec private CommandSpec spec;

  private final Session session;

  ReplayCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    boolean chosen = id != null || from != null || to != null || !states.isEmpty();
    long others = Stream.of(take, noPaper, withPaper).filter(Objects::nonNull).count();
    if ((chosen ? 1 : 0) + (all ? 1 : 0) + others != 1) {
      throw new ParameterException(spec.commandLine(), session.messages().get("replay.elija"));
    }
    ObjectNode args = args();
    Ticker ticker = new Ticker(session, false);
    try (Orders orders = Orders.of(session.config(), session.wiring(), ticker)) {
      JsonNode steps = orders.ask(Orders.REPLAY, args);
      show(steps);
      if (!dryRun) {
        settle(orders, ticker, steps.size());
      }
    }
    return Exit.DONE.code();
  }

  private void settle(Orders orders, Ticker ticker, int steps) throws InterruptedException {
    try (Progress progress = session.progress()) {
      ticker.measure(progress, steps);
      orders.settle();
    }
  }

  private ObjectNode args() {
    ObjectNode args = Json.MAPPER.createObjectNode().put("simulacro", dryRun);
    if (take != null) {
      args.put("tomar", take);
    }
    if (noPaper != null) {
      args.put("soltar", noPaper);
    }
    if (withPaper != null) {
      PaperQr paper = paper();
      args.put("soltar", withPaper).put("numero", paper.numero().texto()).put("hash", paper.hash());
    }
    if (id != null) {
      args.put("id", id);
    }
    if (from != null) {
      args.put("desde", from.toString());
    }
    if (to != null) {
      args.put("hasta", to.toString());
    }
    ArrayNode names = args.putArray("estados");
    states.forEach(state -> names.add(state.name()));
    return args;
  }

  private PaperQr paper() {
    return Optional.ofNullable(qr)
        .flatMap(PaperQr::parse)
        .orElseThrow(
            () -> new ParameterException(spec.commandLine(), session.messages().get("replay.qr")));
  }

  private void show(JsonNode steps) {
    if (session.options().isJson()) {
      session.show(steps);
      return;
    }
    for (JsonNode step : steps) {
      session.say(
          "replay.paso",
          step.path("id").asText(),
          step.path("estado").asText(),
          session.messages().get("replay." + step.path("accion").asText()));
    }
    session.say(dryRun ? "replay.simulado" : "replay.hecho", steps.size());
  }
}
