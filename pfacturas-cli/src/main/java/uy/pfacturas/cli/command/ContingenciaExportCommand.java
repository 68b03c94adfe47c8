package uy.pfacturas.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uy.pfacturas.cli.bitacora.BitacoraReport;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.cloud.contingencia.Bitacora;
import uy.pfacturas.core.json.Json;

/** Takes the journal of contingency out, and verifies it. */
@Command(name = "exportar", aliases = "export")
final class ContingenciaExportCommand implements Callable<Integer> {
  /** How it is written. */
  enum Formato {
    CSV,
    JSON,
    PDF
  }

  @Option(names = "--desde", paramLabel = "DATE")
  private @Nullable LocalDate from;

  @Option(names = "--hasta", paramLabel = "DATE")
  private @Nullable LocalDate to;

  @Option(names = "--formato", paramLabel = "csv|json|pdf")
  private @Nullable Formato formato;

  @Option(
      names = {"-o", "--salida"},
      paramLabel = "FILE")
  private @Nullable Path target;

  private final Session session;

  ContingenciaExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Formato wanted = wanted();
    Optional<Path> file = Optional.ofNullable(target).map(session.folder()::resolve);
    if (wanted == Formato.PDF && file.isEmpty()) {
      throw new CliException(Exit.USAGE, "pdf_sin_archivo");
    }
    Config config = session.config();
    BitacoraReport report =
        new BitacoraReport(
            config.instalacion(),
            read(config),
            Optional.ofNullable(from),
            Optional.ofNullable(to),
            session.clock());
    if (file.isPresent()) {
      InputFile.write(file.get(), bytes(report, wanted));
      session.note("bitacora.escrita", file.get());
    } else {
      session.console().out().print(new String(bytes(report, wanted), StandardCharsets.UTF_8));
    }
    report.bitacora().rota().ifPresent(n -> session.note("bitacora.rota", n));
    return (report.bitacora().rota().isEmpty() ? Exit.DONE : Exit.INVALID).code();
  }

  private Formato wanted() {
    if (formato != null) {
      return formato;
    }
    return session.options().isJson() ? Formato.JSON : Formato.CSV;
  }

  private byte[] bytes(BitacoraReport report, Formato wanted) {
    return switch (wanted) {
      case CSV -> report.csv().getBytes(StandardCharsets.UTF_8);
      case JSON -> report.json().getBytes(StandardCharsets.UTF_8);
      case PDF -> report.pdf(session.messages());
    };
  }

  private Bitacora read(Config config) {
    try (Orders orders = Orders.of(config, session.wiring())) {
      return Json.MAPPER.treeToValue(
          orders.ask(Orders.BITACORA, Json.MAPPER.createObjectNode()), Bitacora.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the journal does not read what it wrote", e);
    }
  }
}
