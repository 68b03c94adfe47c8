package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.config.BuzonConfig;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.cloud.mailbox.Estado;

/** Does with one file what the mailbox does, and waits for the final answer. */
@Command(name = "send", aliases = "enviar")
final class SendCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", descriptionKey = "p.archivo")
  private Path file;

  @Option(names = "--buzon", paramLabel = "NOMBRE")
  private @Nullable String mailbox;

  @Option(names = "--plazo", paramLabel = "SEGUNDOS", defaultValue = "60")
  private int seconds;

  private final Session session;

  SendCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Config config = session.config();
    InputFile input = new InputFile(session.folder().resolve(file));
    try (Orders orders = Orders.of(config, session.wiring())) {
      Dispatch dispatch = Dispatch.drop(buzon(config).carpeta(), input);
      orders.settle();
      Optional<JsonNode> answer = dispatch.await(Duration.ofSeconds(seconds));
      return answer.map(this::show).orElseGet(() -> late(input)).code();
    }
  }

  private BuzonConfig buzon(Config config) {
    return config.buzones().stream()
        .filter(b -> mailbox == null || b.nombre().equals(mailbox))
        .findFirst()
        .orElseThrow(() -> new CliException(Exit.USAGE, "sin_buzon", String.valueOf(mailbox)));
  }

  private Exit show(JsonNode status) {
    if (session.options().isJson()) {
      session.console().out().println(status.toPrettyString());
    } else {
      status
          .properties()
          .forEach(e -> session.console().out().println(e.getKey() + "=" + e.getValue().asText()));
    }
    return StatusCommand.exit(Estado.valueOf(status.path("Estado").asText()));
  }

  private Exit late(InputFile input) {
    session.note("send.tarde", input.name(), seconds);
    return Exit.PENDING;
  }
}
