package uy.pfacturas.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code of the module is unique, and has its sentence and its remedy in both languages. */
class FaultCatalogTest {
  private static final int MOST_ARGS = 6;

  @Test
  void codes_ofTheModule_areUniqueAndHaveTheirTexts() throws Exception {
    List<FaultCode> codes = codes();
    assertThat(codes).hasSizeGreaterThan(40);
    assertThat(codes).extracting(FaultCode::code).doesNotHaveDuplicates();
    String[] args = new String[MOST_ARGS];
    java.util.Arrays.fill(args, "x");
    for (FaultCode code : codes) {
      Fault fault = Fault.of(code, "", "", args);
      String es = FaultText.of(Locale.forLanguageTag("es-UY")).sentence(fault);
      String en = FaultText.of(Locale.ENGLISH).sentence(fault);
      assertThat(es).as(code.code()).isNotBlank().doesNotContain("{", "''");
      assertThat(en).as(code.code()).isNotBlank().doesNotContain("{", "''").isNotEqualTo(es);
      for (Locale locale : List.of(Locale.forLanguageTag("es"), Locale.US)) {
        assertThat(FaultText.of(locale).remedy(fault))
            .as(code.code())
            .isNotBlank()
            .doesNotContain("{", "''");
      }
    }
  }

  private static List<FaultCode> codes() throws Exception {
    List<FaultCode> codes = new ArrayList<>();
    for (String name : classNames()) {
      Class<?> type = Class.forName(name, false, FaultCode.class.getClassLoader());
      if (FaultCode.class.isAssignableFrom(type) && type.isEnum()) {
        for (Object constant : type.getEnumConstants()) {
          codes.add((FaultCode) constant);
        }
      }
    }
    return codes;
  }

  private static List<String> classNames() throws IOException, URISyntaxException {
    Path root =
        Path.of(FaultCode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(f -> root.relativize(f).toString())
          .filter(f -> f.endsWith(".class"))
          .map(f -> f.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .toList();
    }
  }
}
