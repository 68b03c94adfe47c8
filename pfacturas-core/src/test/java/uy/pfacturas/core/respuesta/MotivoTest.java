package uy.pfacturas.core.respuesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.testing.Referencias;

class MotivoTest {
  private static final Pattern ROW =
      Pattern.compile("^\\s+([RSEC]\\d\\d)\\s+(\\S.*?)\\s{2,}(X(?:\\s+X)?)\\s*$");

  /** The schema writes some of them in other words than the text; each is the schema's. */
  private static final Set<String> OTHER_WORDS = Set.of("E05", "E13", "C05", "C06", "C08");

  @Test
  void codes_andTheTablesOfDgi_areTheSame() throws IOException {
    Map<String, String> glosas = new TreeMap<>();
    Map<String, Boolean> both = new HashMap<>();
    for (String line :
        Files.readAllLines(Referencias.file("formatos/formato-mensaje-de-respuesta-v19.txt"))) {
      Matcher m = ROW.matcher(line);
      if (m.matches()) {
        glosas.put(m.group(1), m.group(2));
        both.put(m.group(1), m.group(3).length() > 1);
      }
    }
    // Two lines each in the text; E27 to E60 are left to the parties.
    Set<String> known =
        Arrays.stream(Motivo.values())
            .filter(m -> m != Motivo.ACORDADO)
            .map(Motivo::code)
            .collect(Collectors.toCollection(TreeSet::new));
    known.removeAll(List.of("C11", "C12", "C13"));
    glosas.keySet().removeIf(c -> c.compareTo("E27") >= 0 && c.startsWith("E"));
    assertThat(glosas.keySet()).isEqualTo(known);
    glosas.forEach(
        (code, glosa) -> {
          Motivo motivo = Motivo.find(code).orElseThrow();
          if (!OTHER_WORDS.contains(code)) {
            assertThat(motivo.glosa()).as(code).isEqualTo(glosa);
          }
          assertThat(motivo.quien() == Motivo.Quien.AMBOS).as(code).isEqualTo(both.get(code));
        });
  }

  @Test
  void glosas_areOfTheSchema() throws IOException {
    String schema = Files.readString(Referencias.file("xsd/DGITypes.xsd"));
    for (Motivo motivo : Motivo.values()) {
      if (motivo.quien() != Motivo.Quien.RECEPTOR && motivo != Motivo.C09) {
        assertThat(schema).contains("<xs:enumeration value=\"" + motivo.glosa() + "\"/>");
      }
    }
  }

  @Test
  void find_code_isItsMeaning() {
    assertThat(Motivo.find("E02")).contains(Motivo.E02);
    assertThat(Motivo.find("E27")).contains(Motivo.ACORDADO);
    assertThat(Motivo.find("E60")).contains(Motivo.ACORDADO);
    for (String none : List.of("E00", "E16", "E61", "C07", "ACORDADO", "")) {
      assertThat(Motivo.find(none)).isEmpty();
    }
  }

  @Test
  void yaEnviado_isSaidOfThoseThatMeanNoFailure() {
    assertThat(Arrays.stream(Motivo.values()).filter(Motivo::isYaEnviado))
        .containsExactly(Motivo.S08, Motivo.S20, Motivo.E02);
    FaultText es = FaultText.of(Locale.forLanguageTag("es"));
    for (Motivo motivo : List.of(Motivo.S08, Motivo.S20, Motivo.E02)) {
      Fault fault = Fault.of(motivo, "", "");
      assertThat(es.sentence(fault)).contains("usted ya lo envió");
      assertThat(es.remedy(fault)).startsWith("No es un error").contains("no anule");
    }
    assertThat(Rechazo.of(Motivo.E02).isYaEnviado()).isTrue();
    assertThat(new Rechazo("E99", "", Optional.empty()).isYaEnviado()).isFalse();
  }

  @Test
  void anulaElNumero_isSaidOfWhatDgiRefusesForGood() {
    assertThat(Arrays.stream(Motivo.values()).filter(Motivo::anulaElNumero))
        .containsExactly(
            Motivo.E01,
            Motivo.E03,
            Motivo.E04,
            Motivo.E05,
            Motivo.E06,
            Motivo.E07,
            Motivo.E08,
            Motivo.E10,
            Motivo.E11,
            Motivo.E12,
            Motivo.E13,
            Motivo.E14,
            Motivo.E15);
  }
}
