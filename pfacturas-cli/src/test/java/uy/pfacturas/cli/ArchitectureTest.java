package uy.pfacturas.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.core.json.Json;

/** Keeps the modules as the architecture draws them: core in the middle, cli alone composes. */
class ArchitectureTest {
  private static final String ROOT = "uy.pfacturas.";
  private static final List<String> MODULES =
      List.of("core", "signing", "cloud", "print", "pos", "nube", "cli");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("uy.pfacturas");

  @ParameterizedTest
  @ValueSource(strings = {"core", "signing", "cloud", "print", "pos", "nube", "cli"})
  void import_everyModule_isFound(String module) {
    long count = CLASSES.stream().filter(c -> c.getPackageName().startsWith(ROOT + module)).count();

    // The rules below say nothing about classes that were not found.
    assertThat(count).isGreaterThan(module.equals("pos") ? 2 : 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "signing", "cloud", "print", "pos", "nube"})
  void modules_exceptCli_knowOnlyTheirNeighbours(String module) {
    List<String> allowed =
        switch (module) {
          case "core", "signing" -> List.of(module);
          case "cloud", "nube" -> List.of(module, "core", "signing");
          default -> List.of(module, "core");
        };
    String[] others =
        MODULES.stream()
            .filter(m -> !allowed.contains(m))
            .map(m -> ROOT + m + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(ROOT + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "signing", "cloud", "print", "pos", "nube", "cli"})
  void packages_ofAModule_haveNoCycles(String module) {
    slices()
        .matching(ROOT + module + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "signing", "cloud", "print", "pos", "nube", "cli"})
  void internalPackages_areUsedByTheirModuleAlone(String module) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + module + "..internal..")
        .check(CLASSES);
  }

  @Test
  void core_publicSignatures_haveNoForeignTypes() {
    classes()
        .that()
        .resideInAPackage(ROOT + "core..")
        .and()
        .arePublic()
        // The one mapper is handed to the sibling modules; an embedding ERP has no need of it.
        .and()
        .doNotBelongToAnyOf(Json.class)
        .should(new SpeakOnlyOwnTypes())
        .check(CLASSES);
  }

  @Test
  void process_isEndedByMainAlone() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Pfacturas.class.getName())
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void packages_allSayWhatTheyAreFor() {
    List<String> described =
        CLASSES.stream()
            .filter(c -> c.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .toList();
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct().toList())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(described).contains(name));
  }

  /** Public methods, constructors and fields name the JDK's types and our own. */
  private static final class SpeakOnlyOwnTypes extends ArchCondition<JavaClass> {
    SpeakOnlyOwnTypes() {
      super("speak only of the JDK's types and of their own");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      Stream<JavaType> ofMethods =
          type.getCodeUnits().stream()
              .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
              .flatMap(SpeakOnlyOwnTypes::types);
      Stream<JavaType> ofFields =
          type.getFields().stream()
              .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
              .map(JavaField::getType);
      Stream.concat(ofMethods, ofFields)
          .flatMap(t -> t.getAllInvolvedRawTypes().stream())
          .map(JavaClass::getBaseComponentType)
          .filter(t -> !t.isPrimitive())
          .filter(t -> !t.getName().startsWith("java.") && !t.getName().startsWith(ROOT))
          .forEach(
              t ->
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getName() + " speaks of " + t.getName())));
    }

    private static Stream<JavaType> types(JavaCodeUnit unit) {
      return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
    }
  }
}
