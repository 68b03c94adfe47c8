package uy.pfacturas.core.mensaje;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.core.reporte.Reporte;
import uy.pfacturas.core.respuesta.AckCfe;
import uy.pfacturas.core.respuesta.AckReporte;
import uy.pfacturas.core.respuesta.AckSobre;
import uy.pfacturas.core.respuesta.Anulados;
import uy.pfacturas.core.sobre.Sobre;
import uy.pfacturas.core.testing.Esquema;

/**
 * The schema as judge of our verdict: what DGI's schema rejects of a changed message, we reject or
 * find fault with. The reverse does not hold: the text demands more, and numbers must agree.
 */
class SchemaVerdictTest {
  private static final int CHANGES = 150;
  private static final Pattern LEAF = Pattern.compile("<([A-Za-z0-9_]+)>([^<]*)</\\1>");
  private static final Pattern ANY = Pattern.compile("<([A-Za-z0-9_]+)>(?:[^<]*|.{0,400}?)</\\1>");
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "x",
          "0",
          "-1",
          "1.5",
          "+1",
          "007",
          "999999999999",
          "1e3",
          "12345678901",
          "219999830019",
          "2011-09-30",
          "2026-13-01",
          "2050-12-31",
          "2026-11-24T10:15:00",
          "2051-01-01T00:00:00-03:00",
          "AA",
          "A1",
          "1A",
          "Ñ",
          "999",
          "111",
          "E99",
          "BE",
          "AQI",
          "AQID",
          "ñ".repeat(41),
          "ñ".repeat(101),
          "ñ".repeat(501));

  /** A kind of message, one that is right, and the schema that judges it. */
  record Kind(String schema, MensajeXml<?> format, String right, boolean signed) {
    @Override
    public String toString() {
      return schema;
    }

    /** The message that is put before the judge: the schema wants a signature. */
    String judged(String xml) {
      return signed ? Esquema.mensajeFirmado(xml) : xml;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        kind("EnvioCFE.xsd", Sobre.XML, Messages.sobre(), false),
        kind("ReporteDiarioCFE.xsd", Reporte.XML, Messages.reporte(), true),
        kind("ACKSobre.xsd", AckSobre.XML, Messages.ackSobre(), true),
        kind("ACKRepDiario.xsd", AckReporte.XML, Messages.ackReporte(), true),
        kind("ACKCFE_DGI.xsd", AckCfe.XML, Messages.ackCfe(), true),
        kind("CFEs_Anulados_x_RechazoDGI.xsd", Anulados.XML, Messages.anulados(), true));
  }

  private static <T> Kind kind(String schema, MensajeXml<T> format, T right, boolean signed) {
    String xml = new String(format.render(right), StandardCharsets.UTF_8);
    return new Kind(schema, format, xml, signed);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void verdict_onChangedMessages_isNeverMilderThanTheSchemas(Kind kind) throws Exception {
    Random random = new Random(7);
    Esquema esquema = Esquema.of(kind.schema());
    assertThat(esquema.errorsOf(kind.judged(kind.right()))).isEmpty();
    List<String> milder = new ArrayList<>();
    int rejected = 0;
    for (int i = 0; i < CHANGES; i++) {
      String changed = changed(kind.right(), random);
      List<String> errors = esquema.errorsOf(kind.judged(changed));
      rejected += errors.isEmpty() ? 0 : 1;
      if (!errors.isEmpty() && accepted(kind, changed)) {
        milder.add(errors.get(0));
      }
    }
    // The words of a reason are for people; days with a time are how DGI itself answers.
    milder.removeIf(
        e ->
            e.contains("no es de faceta válida con respecto a la enumeración '[")
                || e.contains("'2026-11-24T10:15:00' no es un valor válido para 'date'"));
    assertThat(rejected).isGreaterThan(CHANGES / 3);
    assertThat(milder).isEmpty();
  }

  private static boolean accepted(Kind kind, String xml) {
    Parsed<?> parsed = kind.format().parse(xml.getBytes(StandardCharsets.UTF_8));
    // The certificate of the right one is none either.
    return parsed instanceof Parsed.Message<?> message
        && message.faults().stream().allMatch(f -> f.code().code().equals("SOB-12"));
  }

  /** A message with one value changed, or one element left out, doubled, or in another place. */
  private static String changed(String xml, Random random) {
    int end = xml.contains("<CFE ") ? xml.indexOf("<CFE ") : xml.length();
    String head = xml.substring(0, end);
    return change(head, random) + xml.substring(end);
  }

  private static String change(String xml, Random random) {
    MatchResult leaf = one(LEAF, xml, random);
    return switch (random.nextInt(4)) {
      case 0 ->
          xml.substring(0, leaf.start(2))
              + VALUES.get(random.nextInt(VALUES.size()))
              + xml.substring(leaf.end(2));
      case 1 -> xml.substring(0, leaf.start()) + xml.substring(leaf.end());
      case 2 -> {
        MatchResult element = one(ANY, xml, random);
        yield xml.substring(0, element.end()) + element.group() + xml.substring(element.end());
      }
      default -> {
        MatchResult other = one(LEAF, xml, random);
        yield xml.substring(0, other.start()) + leaf.group() + xml.substring(other.start());
      }
    };
  }

  private static MatchResult one(Pattern pattern, String xml, Random random) {
    List<MatchResult> all = pattern.matcher(xml).results().toList();
    return all.get(random.nextInt(all.size()));
  }
}
