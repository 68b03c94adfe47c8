package uy.pfacturas.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;

/**
 * The documents that DGI made and signed in 2016: e-Ticket, e-Factura and their notes. One thing is
 * wrong with each: DGI signed them in 2016 under CAEs that had expired in 2012.
 */
class DgiSamplesTest {
  private static final Pattern DOCUMENT = Pattern.compile("<ns0:CFE .*?</ns0:CFE>", Pattern.DOTALL);

  @Test
  void validate_documentsOfDgi_findsOnlyThatTheirCaesHadExpired() throws IOException {
    Path file =
        Path.of(
            System.getProperty("pfacturas.referencias", ""),
            "dgi",
            "ejemplos",
            "sobre-219999830019-ejemplo.xml");
    boolean isThere = Files.exists(file);
    assertThat(isThere || System.getenv("CI") == null).as("DGI's samples in CI").isTrue();
    Assumptions.assumeTrue(isThere, "DGI's sample documents are not here");

    List<Cfe> documents = documents(Files.readString(file));
    assertThat(documents).hasSize(5);
    Rules rules = new Rules(Documents.clock());
    assertThat(documents)
        .allSatisfy(
            cfe ->
                assertThat(rules.validate(cfe))
                    .extracting(Fault::code)
                    .containsExactly(RuleCode.G_C4_01));
  }

  private static List<Cfe> documents(String envelope) {
    List<Cfe> documents = new ArrayList<>();
    Matcher matcher = DOCUMENT.matcher(envelope);
    while (matcher.find()) {
      byte[] xml = matcher.group().getBytes(StandardCharsets.UTF_8);
      if (CfeXml.parse(xml) instanceof CfeXml.Parsed.Document parsed
          && parsed.cfe().tipo().codigo() < 114) {
        documents.add(parsed.cfe());
      }
    }
    return documents;
  }
}
