package uy.pfacturas.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlParserTest {
  private final XmlParser parser = new XmlParser(4 << 20);

  @Test
  void parse_manySmallDocuments_takesOneParser() throws Exception {
    for (int i = 0; i < 50; i++) {
      parser.parse("<a/>".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(parser.made()).isEqualTo(1);
  }

  /** The JDK's parser remembers names for good: a stranger could fill the memory with them. */
  @Test
  void parse_manyNames_givesTheParserUp() throws Exception {
    byte[] large = ("<a>" + "x".repeat(4 << 20 >> 1) + "</a>").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20; i++) {
      parser.parse(large);
    }

    assertThat(parser.made()).isEqualTo(3);
  }
}
