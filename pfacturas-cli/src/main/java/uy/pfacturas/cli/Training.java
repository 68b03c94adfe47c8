package uy.pfacturas.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import uy.pfacturas.cli.console.Console;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.cloud.control.ControlServer;
import uy.pfacturas.core.json.Json;

/**
 * Does once what short commands do, against a synchronizer that is none, so that the launcher can
 * keep the classes that they need in an archive (class-data sharing). Says nothing and leaves
 * nothing behind.
 */
final class Training {
  private static final String RUT = "219999830019";
  private static final String CONFIG =
      """
      ambiente = "demo"
      instalacion = "CAJA1"
      datos = "."
      [[buzon]]
      carpeta = "buzon"
      """;

  private Training() {}

  /** Called by the launcher only. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("pfacturas");
    try {
      Path config = folder.resolve("pfacturas.toml");
      Files.writeString(config, CONFIG, StandardCharsets.UTF_8);
      ControlServer server = ControlServer.start(folder, Training::answer);
      call(folder, "rut", "--digito", RUT);
      call(folder, "rut", RUT);
      call(folder, "rut", RUT, "--stacktrace");
      call(folder, "status", RUT);
      server.close();
    } finally {
      delete(folder);
    }
  }

  private static void call(Path folder, String... args) {
    int code = Pfacturas.run(args, silent(), Map.of(), folder);
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", args) + " ended with " + code);
    }
  }

  private static JsonNode answer(String orden, JsonNode asked, Consumer<JsonNode> avance) {
    if (orden.equals(Orders.RUT_TEXTO)) {
      avance.accept(TextNode.valueOf(""));
      return IntNode.valueOf(0);
    }
    ObjectNode answer = Json.MAPPER.createObjectNode().put("resultado", "conocido");
    answer.put("Estado", "ENTREGADO").putObject("contribuyente").put("denominacion", "");
    return answer;
  }

  private static Console silent() {
    return new Console(
        new PrintWriter(Writer.nullWriter()),
        new PrintWriter(Writer.nullWriter()),
        new BufferedReader(Reader.nullReader()),
        false);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
