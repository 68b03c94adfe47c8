package uy.pfacturas.cli.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.core.json.Json;

/** Hands in a CAE: the file that DGI made, as it is. Repeatable. */
@Command(name = "importar", aliases = "import")
final class CaeImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE.xml", descriptionKey = "p.cae")
  private Path file;

  private final Session session;

  CaeImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    byte[] content = new InputFile(session.folder().resolve(file)).read();
    String text = new String(content, StandardCharsets.UTF_8);
    try (Orders orders = Orders.of(session.config(), session.wiring())) {
      CaeCommand.show(
          session,
          orders.ask(Orders.CAE_IMPORTAR, Json.MAPPER.createObjectNode().put("archivo", text)));
    }
    return Exit.DONE.code();
  }
}
