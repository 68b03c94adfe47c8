package uy.pfacturas.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.rules.RuleCode;

/**
 * {@code docs/validaciones.md} says of each field of the format which rules judge it, and what only
 * DGI can judge. Written anew with {@code -Dgolden.update=true}.
 */
class ValidationListTest {
  private static final Path PAGE =
      Path.of(System.getProperty("pfacturas.raiz", "."), "docs", "validaciones.md");
  private static final String HEAD =
      """
      # Validaciones del formato, campo por campo

      Del *Formato de los CFE* v25-1. **Tabla**: lo que juzga la tabla del formato en cada campo, solo: presencia según el tipo, largo, cifras, códigos, fechas posibles, repeticiones; sus pruebas recorren todos los campos de todos los tipos (`FormatoTest`, `EachFaultTest`) y los comparan con los esquemas de DGI. **Reglas**: lo que mira más de un campo o el significado de un valor; cada una tiene en `RulesTest` el comprobante más chico que la rompe a ella sola. (*): DGI rechaza el comprobante. Esta página sale del programa.

      | campo | elemento | tabla | reglas | sólo DGI |
      |---|---|---|---|---|
      """;

  @Test
  void page_saysOfEachFieldWhatJudgesIt() throws IOException {
    String page = page();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/validaciones.md is written anew with -Dgolden.update=true")
        .isEqualTo(page);
  }

  @Test
  void rulesAndNotes_areOfFieldsOfTheTable() {
    Set<String> fields = fields().keySet();
    assertThat(Arrays.stream(RuleCode.values()).map(RuleCode::campo)).allMatch(fields::contains);
    assertThat(notes().keySet()).allMatch(fields::contains);
    assertThat(fields).hasSizeGreaterThan(120);
  }

  private static String page() {
    ResourceBundle sentences =
        ResourceBundle.getBundle("uy.pfacturas.core.rules.faults", Locale.forLanguageTag("es"));
    Map<String, String> notes = notes();
    StringBuilder page = new StringBuilder(HEAD);
    fields()
        .forEach(
            (number, rows) ->
                page.append(
                    "| %s%s | %s | %s | %s | %s |%n"
                        .formatted(
                            number,
                            rows.get(0).rechaza() ? " (*)" : "",
                            rows.stream()
                                .map(r -> "`" + r.elemento() + "`")
                                .distinct()
                                .collect(joined()),
                            rows.get(0).tipo().name().toLowerCase(Locale.ROOT),
                            rules(number, sentences),
                            notes.getOrDefault(number, ""))
                        .replace(System.lineSeparator(), "\n")));
    return page.toString();
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("<br>");
  }

  private static String rules(String number, ResourceBundle sentences) {
    return Arrays.stream(RuleCode.values())
        .filter(rule -> rule.campo().equals(number))
        .map(
            rule ->
                "`%s` %s"
                    .formatted(
                        rule.code(),
                        sentences.getString(rule.code()).replace("''", "'").replace("|", "\\|")))
        .collect(joined());
  }

  /** The rows of each field that has a number of DGI's, in the order of the table. */
  private static Map<String, List<Campo>> fields() {
    return Formato.vigente().secciones().filas().stream()
        .flatMap(ValidationListTest::below)
        .filter(row -> row.campo().contains("-C"))
        .collect(Collectors.groupingBy(Campo::campo, LinkedHashMap::new, Collectors.toList()));
  }

  private static Stream<Campo> below(Campo row) {
    return Stream.concat(
        Stream.of(row), row.hijos().filas().stream().flatMap(ValidationListTest::below));
  }

  private static Map<String, String> notes() {
    try (InputStream in =
        Optional.ofNullable(ValidationListTest.class.getResourceAsStream("solo-dgi.tsv"))
            .orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
