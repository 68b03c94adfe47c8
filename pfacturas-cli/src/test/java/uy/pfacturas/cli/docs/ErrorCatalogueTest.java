package uy.pfacturas.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.fault.FaultCode;

/**
 * {@code docs/errores.md} lists every code that a person can meet, with its sentence and its
 * remedy. Written anew with {@code -Dgolden.update=true}.
 */
class ErrorCatalogueTest {
  private static final Path PAGE =
      Path.of(System.getProperty("pfacturas.raiz", "."), "docs", "errores.md");
  private static final List<String> REMEDIES = List.of(".remedy", ".queHacer");

  private record Section(String title, String packageName, String bundle) {
    static Section faults(String title, String packageName) {
      return new Section(title, packageName, packageName + ".faults");
    }
  }

  private static final List<Section> SECTIONS =
      List.of(
          Section.faults("El archivo", "uy.pfacturas.core.input"),
          Section.faults("Claves y valores", "uy.pfacturas.core.tree"),
          Section.faults("XML de un CFE", "uy.pfacturas.core.xml"),
          Section.faults("El formato de DGI", "uy.pfacturas.core.formato"),
          Section.faults("Preparación del comprobante", "uy.pfacturas.core.preparation"),
          Section.faults("Importes", "uy.pfacturas.core.calculo"),
          Section.faults("Reglas de DGI, por campo", "uy.pfacturas.core.rules"),
          Section.faults("CAE", "uy.pfacturas.core.cae"),
          Section.faults("Mensajes de DGI", "uy.pfacturas.core.mensaje"),
          Section.faults("Sobres", "uy.pfacturas.core.sobre"),
          Section.faults("Respuestas, y lo que dicen sus códigos", "uy.pfacturas.core.respuesta"),
          Section.faults("Reporte diario", "uy.pfacturas.core.reporte"),
          Section.faults("El buzón", "uy.pfacturas.cloud.mailbox"),
          Section.faults("El archivo de firmados", "uy.pfacturas.cloud.archive"),
          Section.faults("Órdenes a un programa en marcha", "uy.pfacturas.cloud.control"),
          new Section("El sincronizador", "uy.pfacturas.cloud", "uy.pfacturas.cloud.messages"),
          Section.faults("Lo que la nube revisa de un documento", "uy.pfacturas.nube.document"),
          new Section(
              "Negativas de la nube",
              "uy.pfacturas.nube.refusal",
              "uy.pfacturas.nube.refusal.rechazos"),
          new Section("Firmas y llaves", "uy.pfacturas.signing", "uy.pfacturas.signing.signing"));

  @Test
  void page_listsEveryCode() throws IOException {
    String page = page();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/errores.md is written anew with -Dgolden.update=true")
        .isEqualTo(page);
  }

  @Test
  void sections_coverEveryRoomThatFindsFaults() {
    Set<String> rooms =
        new ClassFileImporter()
            .importPackages("uy.pfacturas").stream()
                .filter(JavaClass::isEnum)
                .filter(c -> c.isAssignableTo(FaultCode.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));

    assertThat(rooms).isNotEmpty();
    assertThat(SECTIONS.stream().map(Section::packageName)).containsAll(rooms);
  }

  @Test
  void codes_areUniqueInTheWholeProgram() {
    // The synchronizer repeats refusals of the cloud under the cloud's codes, in the same meaning.
    List<String> codes =
        SECTIONS.stream()
            .filter(section -> !section.packageName().equals("uy.pfacturas.nube.refusal"))
            .flatMap(section -> codes(bundle(section)).stream())
            .toList();

    Set<String> seen = new HashSet<>();
    assertThat(codes.stream().filter(code -> !seen.add(code))).isEmpty();
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append("# Códigos de falta y de error\n\n");
    page.append("Un código no cambia de significado ni se usa para otra cosa. ");
    page.append("`{0}`, `{1}`… son los datos del caso.\n");
    for (Section section : SECTIONS) {
      ResourceBundle bundle = bundle(section);
      page.append("\n## ").append(section.title()).append("\n\n");
      page.append("| código | qué pasa | qué hacer |\n|---|---|---|\n");
      for (String code : codes(bundle)) {
        page.append(
            "| `%s` | %s | %s |%n"
                .formatted(code, cell(bundle.getString(code)), cell(remedy(bundle, code)))
                .replace(System.lineSeparator(), "\n"));
      }
    }
    return page.toString();
  }

  private static ResourceBundle bundle(Section section) {
    return ResourceBundle.getBundle(section.bundle(), Locale.forLanguageTag("es"));
  }

  /** Those keys that have a remedy, in their order. */
  private static Set<String> codes(ResourceBundle bundle) {
    return bundle.keySet().stream()
        .filter(key -> REMEDIES.stream().anyMatch(suffix -> bundle.containsKey(key + suffix)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String remedy(ResourceBundle bundle, String code) {
    return REMEDIES.stream()
        .filter(suffix -> bundle.containsKey(code + suffix))
        .map(suffix -> bundle.getString(code + suffix))
        .findFirst()
        .orElseThrow();
  }

  private static String cell(String text) {
    return text.replace("''", "'").replace("|", "\\|").replace("\n", " ");
  }
}
