package uy.pfacturas.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Etapa;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.testing.Filled;

/**
 * The schema as judge of our verdict: what DGI's schema rejects of a changed document, we reject.
 * The reverse does not hold, because the format demands more than the schema: data that must be
 * there for a type, texts that may not be empty, signs, days.
 */
class MutationTest {
  private static final Pattern LEAF = Pattern.compile("<([A-Za-z_]+)>([^<]*)</\\1>");
  private static final Pattern ANY = Pattern.compile("<([A-Za-z_]+)>(?:[^<]*|.{0,400}?)</\\1>");
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "x",
          "0",
          "-1",
          "1.5",
          "99999999999",
          "0.001",
          "1e3",
          "+1",
          "2011-09-30",
          "2026-13-01",
          "2050-12-31",
          "AA",
          "Ñ",
          "1A",
          "ZZZ",
          "999",
          "12345678901234567",
          "ñ".repeat(21),
          "ñ".repeat(81),
          "ñ".repeat(1001),
          "123456789012",
          "1 2",
          "0007",
          ".5");

  private final Random random = new Random(7);

  @Test
  void verdict_onChangedDocuments_isNeverMilderThanTheSchemas() throws IOException, SAXException {
    Esquema esquema = Esquema.cfe();
    List<String> milder = new ArrayList<>();
    int rejected = 0;
    for (TipoCfe tipo : List.of(TipoCfe.E_TICKET, TipoCfe.E_FACTURA)) {
      String xml = new String(CfeXml.render(Filled.cfe(tipo)), StandardCharsets.UTF_8);
      for (int i = 0; i < 250; i++) {
        String changed = changed(xml);
        List<String> errors = esquema.errors(changed);
        rejected += errors.isEmpty() ? 0 : 1;
        if (!errors.isEmpty() && accepted(changed)) {
          milder.add(errors.get(0));
        }
      }
    }
    assertThat(rejected).isGreaterThan(250);
    // A receiver with a country, and a document that is none of Uruguay, is for the rules.
    milder.removeIf(
        e -> e.contains("'TipoDocRecep' no coincide") || e.contains("'CodPaisRecep' no coincide"));
    assertThat(milder).isEmpty();
  }

  private static boolean accepted(String xml) {
    return CfeXml.parse(xml.getBytes(StandardCharsets.UTF_8)) instanceof CfeXml.Parsed.Document d
        && Formato.vigente().check(d.cfe(), Etapa.FIRMADO).isEmpty();
  }

  private String changed(String xml) {
    return switch (random.nextInt(4)) {
      case 0 -> {
        MatchResult leaf = one(LEAF, xml);
        yield xml.substring(0, leaf.start(2))
            + VALUES.get(random.nextInt(VALUES.size()))
            + xml.substring(leaf.end(2));
      }
      case 1 -> {
        MatchResult leaf = one(LEAF, xml);
        yield xml.substring(0, leaf.start()) + xml.substring(leaf.end());
      }
      case 2 -> {
        MatchResult element = one(ANY, xml);
        yield xml.substring(0, element.end()) + element.group() + xml.substring(element.end());
      }
      default -> {
        MatchResult leaf = one(LEAF, xml);
        MatchResult other = one(LEAF, xml);
        yield xml.substring(0, other.start()) + leaf.group() + xml.substring(other.start());
      }
    };
  }

  private MatchResult one(Pattern pattern, String xml) {
    List<MatchResult> all = pattern.matcher(xml).results().toList();
    return all.get(random.nextInt(all.size()));
  }
}
