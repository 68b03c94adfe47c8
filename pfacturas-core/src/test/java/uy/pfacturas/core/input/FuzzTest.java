package uy.pfacturas.core.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.FormatoText;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;

/** Hostile files: whatever the bytes, an answer comes back, and soon. */
class FuzzTest {
  private static final int INPUTS = 20_000;
  private static final String JSON =
      "{\"Pedido\":{\"Id\":\"1\"},\"IdDoc\":{\"TipoCFE\":101,\"FmaPago\":1},"
          + "\"Item\":[{\"IndFact\":3,\"NomItem\":\"a\",\"Cantidad\":1.5,\"PrecioUnitario\":2,"
          + "\"CodItem\":[{\"TpoCod\":\"INT1\",\"Cod\":\"x\"}]}],\"Adenda\":\"a\\nb\"}";
  private static final List<String> BITS =
      List.of(
          "[Item]",
          "[Fin]",
          "[",
          "]",
          "=",
          ";",
          "\n",
          "\r",
          "\u001A",
          "\f",
          "\0",
          ".",
          ".1.",
          "\"",
          "{",
          "}",
          ",",
          ":",
          "null",
          "1e999999999",
          "-",
          "9".repeat(60),
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
          "xmlns:a=\"b\"",
          "\uD800",
          "\uFFFF",
          "ñ",
          "\uD83D\uDE00",
          "[Adenda]",
          "=\n=",
          "CodItem.1.Cod=1\n",
          "IdRef=1\n",
          "\\u0000",
          "'",
          "<Item>",
          "<CFE>",
          "encoding='");

  private final Random random = new Random(20261124);

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.json", "a.xml"})
  void read_anyBytes_givesAReading(String name) {
    PedidoReader[] readers = {
      new PedidoReader(Syntax.DEFAULT),
      new PedidoReader(new Syntax(Optional.of(Charset.forName("IBM850")), true, 100_000))
    };
    byte[] seed = seed(name);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < INPUTS; i++) {
            byte[] input = i % 10 == 0 ? noise() : mutated(seed);
            PedidoReader reader = readers[i % 2];
            assertThat(reader.read(input, name)).isNotNull();
            if (i % 10 == 1) {
              reader.isComplete(input, name);
            }
            if (name.equals("a.xml") && i % 2 == 0) {
              assertThat(CfeXml.parse(input)).isNotNull();
            }
          }
        });
  }

  private static byte[] seed(String name) {
    String text =
        new FormatoText(Formato.vigente(), java.util.Locale.ROOT).ejemplo(TipoCfe.E_FACTURA);
    return switch (name) {
      case "a.txt" -> text.getBytes(StandardCharsets.UTF_8);
      case "a.json" -> JSON.getBytes(StandardCharsets.UTF_8);
      default -> CfeXml.render(Documents.eFactura());
    };
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A valid file with some bytes changed, cut, doubled, or hostile bits put in. */
  private byte[] mutated(byte[] seed) {
    byte[] bytes = seed;
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      int at = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, at + random.nextInt(30));
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> spliced(bytes, at, new byte[0], to);
            case 1 -> spliced(bytes, at, bit(), at);
            case 2 -> spliced(bytes, at, java.util.Arrays.copyOfRange(bytes, at, to), at);
            default -> spliced(bytes, at, new byte[] {(byte) random.nextInt(256)}, to);
          };
    }
    return bytes;
  }

  private byte[] bit() {
    return BITS.get(random.nextInt(BITS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] middle, int from) {
    byte[] spliced = new byte[at + middle.length + bytes.length - from];
    System.arraycopy(bytes, 0, spliced, 0, at);
    System.arraycopy(middle, 0, spliced, at, middle.length);
    System.arraycopy(bytes, from, spliced, at + middle.length, bytes.length - from);
    return spliced;
  }
}
