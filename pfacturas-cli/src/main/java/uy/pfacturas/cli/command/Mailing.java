package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uy.pfacturas.cli.config.BuzonConfig;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.cloud.mailbox.Estado;

/** Through which mailbox a file goes, and how long its final answer is waited for. */
final class Mailing {
  @Option(names = "--buzon", paramLabel = "NOMBRE", descriptionKey = "pfacturas.send.buzon")
  private @Nullable String mailbox;

  @Option(
      names = "--plazo",
      paramLabel = "SEGUNDOS",
      defaultValue = "60",
      descriptionKey = "pfacturas.send.plazo")
  private int seconds;

  /** Puts a file with this content into the mailbox, and shows its final answer. */
  Exit send(Session session, InputFile name, byte[] content) throws InterruptedException {
    Config config = session.config();
    try (Orders orders = Orders.of(config, session.wiring())) {
      Dispatch dispatch = Dispatch.drop(buzon(config).carpeta(), name, content);
      orders.settle();
      return dispatch
          .await(Duration.ofSeconds(seconds))
          .map(status -> show(session, status))
          .orElseGet(() -> late(session, name));
    }
  }

  private BuzonConfig buzon(Config config) {
    return config.buzones().stream()
        .filter(b -> mailbox == null || b.nombre().equals(mailbox))
        .findFirst()
        .orElseThrow(() -> new CliException(Exit.USAGE, "sin_buzon", String.valueOf(mailbox)));
  }

  private static Exit show(Session session, JsonNode status) {
    if (session.options().isJson()) {
      session.show(status);
    } else {
      status
          .properties()
          .forEach(e -> session.console().out().println(e.getKey() + "=" + e.getValue().asText()));
    }
    return StatusCommand.exit(Estado.valueOf(status.path("Estado").asText()));
  }

  private Exit late(Session session, InputFile input) {
    session.note("send.tarde", input.name(), seconds);
    return Exit.PENDING;
  }
}
