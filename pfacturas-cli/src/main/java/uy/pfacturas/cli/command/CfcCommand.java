package uy.pfacturas.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;

/**
 * Informs a document that was handed over on contingency paper (CFC): the file of the sale, with
 * what the paper says, goes through the mailbox.
 */
@Command(name = "cfc")
final class CfcCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", descriptionKey = "p.archivo")
  private Path file;

  @Option(names = "--tipo", paramLabel = "TIPO")
  private @Nullable Integer tipo;

  @Option(names = "--serie", paramLabel = "SERIE")
  private @Nullable String serie;

  @Option(names = "--numero", paramLabel = "N")
  private @Nullable Integer numero;

  @Option(names = "--fecha", paramLabel = "AAAA-MM-DD")
  private @Nullable LocalDate fecha;

  @Option(names = "--constancia", paramLabel = "CAE")
  private @Nullable Long constancia;

  @Option(names = "--desde", paramLabel = "N")
  private @Nullable Integer desde;

  @Option(names = "--hasta", paramLabel = "N")
  private @Nullable Integer hasta;

  @Option(names = "--vence", paramLabel = "AAAA-MM-DD")
  private @Nullable LocalDate vence;

  @Option(names = "--id", paramLabel = "ID", descriptionKey = "p.id")
  private @Nullable String id;

  @Mixin private Mailing mailing;

  private final Session session;

  CfcCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    InputFile input = new InputFile(session.folder().resolve(file));
    byte[] content = input.read();
    PaperFile paper = new PaperFile(content);
    byte[] said =
        paper
            .with(sections(paper))
            .orElseThrow(() -> new CliException(Exit.USAGE, "cfc_sin_secciones", input.name()));
    return mailing.send(session, input, said).code();
  }

  /** What the options say, by section; a file without an id is named after its paper. */
  private Map<String, Map<String, String>> sections(PaperFile paper) {
    Map<String, String> idDoc = new LinkedHashMap<>();
    put(idDoc, "TipoCFE", tipo);
    put(idDoc, "Serie", serie);
    put(idDoc, "Nro", numero);
    put(idDoc, "FchEmis", compact(fecha));
    Map<String, String> pedido = new LinkedHashMap<>();
    pedido.put("Tipo", "cfc");
    if (id != null || paper.find("Pedido", "Id").isEmpty()) {
      pedido.put("Id", id != null ? id : name(paper, idDoc));
    }
    Map<String, String> caeData = new LinkedHashMap<>();
    put(caeData, "CAE_ID", constancia);
    put(caeData, "DNro", desde);
    put(caeData, "HNro", hasta);
    put(caeData, "FecVenc", compact(vence));
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    sections.put("Pedido", pedido);
    sections.put("IdDoc", idDoc);
    sections.put("CAEData", caeData);
    sections.values().removeIf(Map::isEmpty);
    return sections;
  }

  private static String name(PaperFile paper, Map<String, String> idDoc) {
    StringBuilder name = new StringBuilder("CFC");
    for (String key : new String[] {"TipoCFE", "Serie", "Nro"}) {
      String known = idDoc.getOrDefault(key, "");
      name.append('-').append(known.isEmpty() ? paper.find("IdDoc", key).orElse("") : known);
    }
    return name.toString();
  }

  private static void put(Map<String, String> keys, String key, @Nullable Object value) {
    if (value != null) {
      keys.put(key, value.toString());
    }
  }

  private static @Nullable String compact(@Nullable LocalDate day) {
    return day == null ? null : DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }
}
