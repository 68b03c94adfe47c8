package uy.pfacturas.core.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Etapa;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.FormatoText;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.testing.ErpFiles;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.xml.CfeXml;

/**
 * Hostile files: whatever the bytes, an answer comes back, and soon. {@code -Dpfacturas.entradas=N}
 * chooses how many for each reader, {@code -Dpfacturas.semilla=N} which.
 */
class FuzzTest {
  private static final int INPUTS = Integer.getInteger("pfacturas.entradas", 20_000);
  private static final long SEED = Long.getLong("pfacturas.semilla", 20_261_124);
  private static final long SLOW = Duration.ofSeconds(10).toNanos();
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

  private final Random random = new Random(SEED);

  @ParameterizedTest
  @EnumSource(ErpFiles.class)
  void read_anyBytes_givesAReading(ErpFiles format, TestReporter reporter) {
    PedidoReader[] readers = {
      new PedidoReader(Syntax.DEFAULT),
      new PedidoReader(new Syntax(Optional.of(Charset.forName("IBM850")), true, 100_000))
    };
    List<byte[]> seeds = examples().map(format::write).toList();
    hostile(
        reporter,
        seeds,
        (input, i) -> {
          assertThat(readers[i % 2].read(input, format.fileName())).isNotNull();
          if (i % 10 == 1) {
            readers[0].isComplete(input, format.fileName());
          }
        });
  }

  @Test
  void parse_anyBytes_givesADocumentOrItsFaults(TestReporter reporter) {
    List<byte[]> seeds =
        examples().map(c -> Esquema.firmado(text(c)).getBytes(StandardCharsets.UTF_8)).toList();
    hostile(
        reporter,
        seeds,
        (input, i) -> {
          CfeXml.Parsed parsed = CfeXml.parse(input);
          assertThat(parsed).isNotNull();
          if (parsed instanceof CfeXml.Parsed.Document document) {
            assertThat(Formato.vigente().check(document.cfe(), Etapa.FIRMADO)).isNotNull();
          }
        });
  }

  /** The document of each type's example. */
  private static Stream<Cfe> examples() {
    FormatoText text = new FormatoText(Formato.vigente(), Locale.ROOT);
    PedidoReader reader = new PedidoReader(Syntax.DEFAULT);
    return Arrays.stream(TipoCfe.values())
        .map(t -> reader.read(text.ejemplo(t).getBytes(StandardCharsets.UTF_8), "a.txt"))
        .map(r -> ((Pedido.Emision) ((Reading.Read) r).pedido()).cfe());
  }

  private static String text(Cfe cfe) {
    return new String(CfeXml.render(cfe), StandardCharsets.UTF_8);
  }

  /** Shows noise and broken files to a reader; none may take long. */
  private void hostile(TestReporter reporter, List<byte[]> seeds, ObjIntConsumer<byte[]> read) {
    reporter.publishEntry("pfacturas.semilla", Long.toString(SEED));
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(2).plusMillis(INPUTS * 2L),
        () -> {
          for (int i = 0; i < INPUTS; i++) {
            byte[] input = i % 10 == 0 ? noise() : mutated(seeds.get(random.nextInt(seeds.size())));
            long start = System.nanoTime();
            read.accept(input, i);
            assertThat(System.nanoTime() - start).as("seed %d, input %d", SEED, i).isLessThan(SLOW);
          }
        });
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
            case 2 -> spliced(bytes, at, Arrays.copyOfRange(bytes, at, to), at);
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
