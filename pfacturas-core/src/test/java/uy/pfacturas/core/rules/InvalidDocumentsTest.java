package uy.pfacturas.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.FormatoFault;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;

/**
 * {@code invalid/<code>/<how it is judged>.xml}: for each rule the smallest document that breaks it
 * and nothing else, as other programs may use it. Written anew with {@code -Dgolden.update=true}.
 */
class InvalidDocumentsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("pfacturas.raiz", ".."), "pfacturas-core", "src", "test")
          .resolve("resources/invalid");

  /** Two numbers of one document of identity, which DGI's XML cannot hold both. */
  private static final Set<String> ONE_OF_TWO =
      Set.of("A-C6.4-02", "A-C6.5-02", "A-C62-05", "A-C62.1-02");

  private final Judge judge = new Judge(new Rules(Documents.clock()));

  @Test
  void folder_holdsTheDocumentOfEachRule() throws IOException {
    Map<RuleCode, List<Fault>> cases = new EnumMap<>(RuleCode.class);
    HeaderCases.addTo(cases, judge);
    AmountCases.addTo(cases, judge);
    DetailCases.addTo(cases, judge);
    TypeCases.addTo(cases, judge);
    assertThat(cases).containsOnlyKeys(RuleCode.values());
    for (Map.Entry<RuleCode, List<Fault>> broken : cases.entrySet()) {
      Judge.Judged judged = judge.of(broken.getValue());
      Path file = FOLDER.resolve(broken.getKey().code()).resolve(judged.how() + ".xml");
      String xml = new String(CfeXml.render(judged.cfe()), StandardCharsets.UTF_8) + "\n";
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, xml);
      }
      assertThat(Files.readString(file))
          .as("%s is written anew with -Dgolden.update=true", file)
          .isEqualTo(xml);
    }
  }

  @TestFactory
  Stream<DynamicTest> read_invalidDocument_breaksItsRuleAlone() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(FOLDER)) {
      files = all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
    assertThat(files).hasSameSizeAs(RuleCode.values());
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    FOLDER.relativize(file).toString(),
                    () -> {
                      String how = String.valueOf(file.getFileName()).replace(".xml", "");
                      String code = FOLDER.relativize(file).getName(0).toString();
                      assertThat(found(Files.readAllBytes(file), how))
                          .containsExactly(
                              ONE_OF_TWO.contains(code) ? FormatoFault.NO_VA_CON.code() : code);
                    }));
  }

  /** Codes of what is wrong; in DGI's XML some elements leave no room for others. */
  private List<String> found(byte[] xml, String how) {
    CfeXml.Parsed parsed = CfeXml.parse(xml);
    List<Fault> faults =
        parsed instanceof CfeXml.Parsed.Document document
            ? judge.judge(document.cfe(), how)
            : ((CfeXml.Parsed.Malformed) parsed).faults();
    return faults.stream().map(fault -> fault.code().code()).toList();
  }
}
