package uy.pfacturas.core.formato;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.testing.Desacuerdo;

/**
 * {@code docs/formato} says what the table says. Written anew with {@code -Dgolden.update=true}.
 */
class FormatoPagesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("pfacturas.raiz", "."), "docs", "formato");

  @Test
  void pages_sayWhatTheTableSays() throws IOException {
    Map<String, String> pages = pages();
    if (Boolean.getBoolean("golden.update")) {
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Files.writeString(Files.createDirectories(FOLDER).resolve(page.getKey()), page.getValue());
      }
    }
    assertThat(written())
        .as("docs/formato is written anew with -Dgolden.update=true")
        .isEqualTo(pages);
  }

  private static Map<String, String> pages() {
    List<FormatoPage> families =
        Arrays.stream(Familia.values()).map(f -> new FormatoPage(Formato.vigente(), f)).toList();
    Map<String, String> pages = new TreeMap<>();
    families.forEach(p -> pages.put(p.fileName(), p.markdown()));
    pages.put("README.md", index(families));
    pages.put("desacuerdos.md", disagreements());
    return pages;
  }

  private static Map<String, String> written() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.collect(
          Collectors.toMap(
              f -> f.getFileName().toString(), FormatoPagesTest::text, (a, b) -> a, TreeMap::new));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String index(List<FormatoPage> families) {
    return """
        # El formato de los comprobantes

        Qué claves lleva el archivo de cada tipo de comprobante, según el *Formato de los CFE v25-1* de DGI y sus esquemas 1.44.2. Lo mismo, para un tipo solo, muestra
        `pfacturas formato TIPO` (con `--json` para programas, `--markdown`, o `--ejemplo` para un archivo que vale). En qué se apartan los dos textos de DGI, y a cuál se sigue, está en
        [desacuerdos.md](desacuerdos.md).

        La presencia de una clave es: **sí**, va siempre; **según**, obligatoria cuando se da su condición; **opcional**; **completa**, el programa la calcula o la toma de los datos de la
        empresa si falta; **no va**. Las claves valen en mayúsculas o minúsculas; un valor vacío es ausencia; `n` numera desde 1 lo que se repite.

        Los comprobantes de contingencia (2xx) existen en papel antes que en el archivo: éste lleva `Tipo=cfc` en `[Pedido]`, `Serie` y `Nro` en `[IdDoc]`, la constancia en `[CAEData]`
        (`CAE_ID`, `DNro`, `HNro`, `FecVenc`), y no `[Impresion]`. Lo demás es como en el tipo al que reemplazan.

        Estas páginas salen de la misma tabla que el programa usa: se escriben de nuevo con `mvn -pl pfacturas-core test -Dtest=FormatoPagesTest -Dgolden.update=true`.

        | Tipo | Comprobante |
        |---|---|
        """
        + families.stream().flatMap(FormatoPage::index).sorted().collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String disagreements() {
    return """
        # En qué no coinciden el texto y el esquema de DGI

        El *Formato de los CFE v25-1* y los esquemas 1.44.2 dicen cosas distintas de algunos datos. Se sigue al más estricto de los dos. Éstos son todos los casos: una prueba compara la tabla
        con cada elemento del esquema (presencia, orden, veces, tipo, largo, códigos, forma, rango) y con la obligatoriedad del texto, y no admite otros.

        ## El esquema deja pasar lo que el texto no

        """
        + table(Desacuerdo.DEL_ESQUEMA)
        + """

        ## El texto llama condicional a lo que el esquema exige

        """
        + table(Desacuerdo.DEL_TEXTO)
        + """

        ## Lo que el esquema no dice de la escritura

        """
        + Desacuerdo.DE_ESCRITURA.stream()
            .map(e -> "- Admite %s; %s (`%s`).\n".formatted(e.esquema(), e.porque(), e.codigo()))
            .collect(Collectors.joining())
        + """

        El largo de un texto se cuenta como lo cuentan los validadores del esquema: un carácter de fuera del plano básico (un emoji) vale por dos.

        ## Qué no se conserva de un XML que se lee y se escribe de nuevo

        Prefijos, blancos entre elementos o alrededor de números, ceros y signos de más, elementos de zona vacíos (`SubTotInfo`, `DscRcgGlobal`, `MediosPago`, `Referencia`), el huso de una fecha,
        comentarios e instrucciones: nada que signifique algo. Lo demás es igual, canónicamente, con la firma y la zona K cifrada. Un documento firmado nunca se escribe de nuevo: vale como vino.
        """;
  }

  private static String table(List<Desacuerdo> all) {
    return "| Campo | Elemento | Familias | Esquema | Texto | Se sigue |\n|---|---|---|---|---|---|\n"
        + all.stream()
            .map(
                d ->
                    "| %s | %s | %s | %s | %s | %s |\n"
                        .formatted(
                            d.campo(),
                            d.elemento(),
                            families(d),
                            d.esquema(),
                            d.texto(),
                            d.porque()))
            .collect(Collectors.joining());
  }

  private static String families(Desacuerdo d) {
    return d.familias().size() == Familia.values().length
        ? "todas"
        : d.familias().stream().sorted().map(Familia::elemento).collect(Collectors.joining(", "));
  }
}
