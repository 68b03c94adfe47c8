package uy.pfacturas.core.mensaje;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.reporte.Reporte;
import uy.pfacturas.core.respuesta.AckCfe;
import uy.pfacturas.core.respuesta.AckReporte;
import uy.pfacturas.core.respuesta.AckSobre;
import uy.pfacturas.core.respuesta.Anulados;
import uy.pfacturas.core.sobre.CfeAdenda;
import uy.pfacturas.core.sobre.CfeFirmado;
import uy.pfacturas.core.sobre.Sobre;
import uy.pfacturas.core.sobre.SobreEmpresas;

/** Hostile bytes for each kind of message: an answer comes back, and soon. */
class HostileTest {
  private static final int MUTATIONS = 400;
  private static final List<String> BITS =
      List.of(
          "<",
          ">",
          "</",
          "/>",
          "&lt;",
          "&x;",
          "&#0;",
          "&#x110000;",
          "<!DOCTYPE a>",
          "<![CDATA[",
          "]]>",
          "<?a b?>",
          "<!--",
          "-->",
          "<CFE>",
          "</CFE>",
          "<Adenda a='>'/>",
          "<Caratula/>",
          "xmlns:a=\"b\"",
          "xmlns=''",
          "version='1.1'",
          "'",
          "\"",
          "=",
          "\0",
          "\uFFFF",
          "ñ",
          "\uD83D\uDE00",
          "-1",
          "9".repeat(60),
          "1e9",
          "encoding='");

  /** A kind of message: how it is read, and one that is right. */
  record Kind(String name, Function<byte[], Parsed<?>> parse, String right) {
    byte[] bytes() {
      return right.getBytes(StandardCharsets.UTF_8);
    }

    Parsed<?> read(String xml) {
      return parse.apply(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    CfeFirmado cfe = Messages.cfe();
    return Stream.of(
        kind("EnvioCFE", Sobre.XML, Messages.sobre()),
        kind("entreEmpresas", SobreEmpresas.XML, Messages.sobreEmpresas()),
        kind("CFE_Adenda", CfeAdenda.XML, Messages.sobreEmpresas().cfes().get(0)),
        new Kind("CFE", CfeFirmado::parse, new String(cfe.bytes(), StandardCharsets.UTF_8)),
        kind("Reporte", Reporte.XML, Messages.reporte()),
        kind("ACKSobre", AckSobre.XML, Messages.ackSobre()),
        kind("ACKRepDiario", AckReporte.XML, Messages.ackReporte()),
        kind("ACKCFE", AckCfe.XML, Messages.ackCfe()),
        kind("Anulados", Anulados.XML, Messages.anulados()));
  }

  private static <T> Kind kind(String name, MensajeXml<T> format, T message) {
    return new Kind(
        name, format::parse, new String(format.render(message), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void parse_hostileXml_isMalformed(Kind kind) {
    String body = kind.right().replaceFirst("<\\?xml[^>]*>", "");
    String name = body.substring(1).split("[ >]", 2)[0];
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
            + "<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    List<String> hostile =
        List.of(
            "<!DOCTYPE " + name + ">" + body,
            laughs + body,
            laughs + body.replaceFirst(">[^<>]+<", ">&b;&e;<"),
            body.replaceFirst(">[^<>]+<", ">&b;<"),
            "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">" + body,
            body.replaceFirst(">", ">" + "<a>".repeat(100_000)),
            body.replaceFirst(">", ">" + "<a>".repeat(500) + "</a>".repeat(500)),
            body.replaceFirst(">", attributes("a") + ">"),
            body.replaceFirst(">", attributes("xmlns:a") + ">"),
            body.replaceFirst(">", "><" + name + attributes("a") + "/>"),
            body + body,
            "",
            "<",
            "\0".repeat(1000));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (String xml : hostile) {
            Parsed<?> parsed = kind.read(xml);
            assertThat(parsed)
                .as(xml.substring(0, Math.min(200, xml.length())))
                .isInstanceOf(Parsed.Malformed.class);
            said(parsed);
          }
        });
  }

  private static String attributes(String prefix) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      all.append(' ').append(prefix).append(i).append("=\"u\"");
    }
    return all.toString();
  }

  /** Very many small things, as many as the size allows: read or not, within seconds. */
  @ParameterizedTest
  @MethodSource("kinds")
  void parse_veryMuchOfIt_endsSoon(Kind kind) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (String little : List.of("<a/>", " ", "<!--x-->", "<?x?>", "x", "&lt;")) {
            String many = little.repeat(400_000 / little.length());
            String xml = kind.right().replaceFirst("(?s)^(.*)</", "$1" + many + "</");
            said(kind.read(xml));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void parse_truncated_isMalformed(Kind kind) {
    byte[] right = kind.bytes();
    for (int i = 0; i < 100; i++) {
      byte[] cut = Arrays.copyOf(right, (int) ((long) right.length * i / 100));
      Parsed<?> parsed = kind.parse().apply(cut);
      assertThat(parsed).isInstanceOf(Parsed.Malformed.class);
      said(parsed);
    }
    assertThat(kind.parse().apply(right)).isInstanceOf(Parsed.Message.class);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void parse_randomChanges_giveAnAnswer(Kind kind) {
    Random random = new Random(20261124);
    int malformed = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      Parsed<?> parsed = kind.parse().apply(mutated(kind.bytes(), random));
      malformed += parsed instanceof Parsed.Malformed ? 1 : 0;
      said(parsed);
    }
    assertThat(malformed).isBetween(MUTATIONS / 4, MUTATIONS - 1);
  }

  /** A right message with some bytes changed, cut, doubled, or hostile bits put in. */
  private static byte[] mutated(byte[] right, Random random) {
    byte[] bytes = right;
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, at + random.nextInt(30));
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> spliced(bytes, at, new byte[0], to);
            case 1 ->
                spliced(
                    bytes,
                    at,
                    BITS.get(random.nextInt(BITS.size())).getBytes(StandardCharsets.UTF_8),
                    at);
            case 2 -> spliced(bytes, at, Arrays.copyOfRange(bytes, at, to), at);
            default -> spliced(bytes, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
          };
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] middle, int from) {
    int rest = Math.min(bytes.length, from);
    byte[] spliced = new byte[at + middle.length + bytes.length - rest];
    System.arraycopy(bytes, 0, spliced, 0, at);
    System.arraycopy(middle, 0, spliced, at, middle.length);
    System.arraycopy(bytes, rest, spliced, at + middle.length, bytes.length - rest);
    return spliced;
  }

  /** Every fault has a sentence; what could not be read has a fault. */
  private static void said(Parsed<?> parsed) {
    List<Fault> faults =
        parsed instanceof Parsed.Malformed<?> malformed
            ? malformed.faults()
            : ((Parsed.Message<?>) parsed).faults();
    assertThat(parsed instanceof Parsed.Message || !faults.isEmpty()).isTrue();
    assertThat(faults).hasSizeLessThan(102);
    FaultText text = FaultText.of(Locale.ENGLISH);
    faults.forEach(f -> assertThat(text.sentence(f) + text.remedy(f)).isNotBlank());
  }
}
