package uy.pfacturas.cloud.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.testing.TestClock;
import uy.pfacturas.core.input.PedidoReader;
import uy.pfacturas.core.input.Reading;
import uy.pfacturas.core.input.Syntax;

/** The mailbox with the real reader. */
class MailboxReadingTest {
  private static final String TICKET =
      """
      [Pedido]
      Formato=1
      Id=CAJA1-1
      [IdDoc]
      TipoCFE=101
      FmaPago=1
      [Item]
      IndFact=3
      NomItem=Caf\u00e9
      Cantidad=1
      PrecioUnitario=100.00
      """;

  @TempDir Path folder;
  private final TestClock clock = new TestClock(Buzon.START);

  private void put(String name, String content) throws IOException {
    Files.writeString(folder.resolve("entrada").resolve(name), content, UTF_8);
  }

  @Test
  void claim_threeFormats_areTakenWhenTheirEndIsThere() throws IOException {
    MailboxConfig config =
        MailboxConfig.of(folder, Identity.FILE_ID, Syntax.DEFAULT, Locale.ENGLISH);
    try (Mailbox mailbox =
        Mailbox.open(config, new PedidoReader(Syntax.DEFAULT), new LargeFiles(), clock)) {
      put("fin.txt", TICKET + "[Fin]\n");
      put("cant.txt", TICKET + "[Totales]\nCantLinDet=1\n");
      put("half.txt", TICKET);
      put("whole.json", "{\"Pedido\":{\"Id\":\"2\",\"Tipo\":\"rut\",\"Rut\":\"219999830019\"}}");
      put("half.json", "{\"Pedido\":{\"Id\":\"2\"}");
      put("document.xml", "<Pedido><Id>3</Id></Pedido>\n");
      put("half.xml", "<Pedido><Id>3</Id>");
      put("doctype.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>");

      List<Claim> first = mailbox.claim(99);
      assertThat(names(first)).isEqualTo("doctype.xml document.xml fin.txt whole.json");
      clock.pass(Duration.ofSeconds(2));
      List<Claim> second = mailbox.claim(99);
      assertThat(names(second)).isEqualTo("cant.txt");

      assertThat(mailbox.read(of(first, "fin.txt"))).isInstanceOf(Reading.Read.class);
      assertThat(mailbox.read(of(first, "whole.json"))).isInstanceOf(Reading.Read.class);
      assertThat(mailbox.read(of(first, "doctype.xml"))).isInstanceOf(Reading.Unreadable.class);
      Reading.Unreadable unreadable = (Reading.Unreadable) mailbox.read(of(first, "doctype.xml"));
      mailbox.rejected(of(first, "doctype.xml"), unreadable.faults());
      assertThat(folder.resolve("rechazados/doctype.error.txt"))
          .content(UTF_8)
          .contains("DOCTYPE")
          .contains("\r\n  -> ");
    }
  }

  private static String names(List<Claim> claims) {
    return claims.stream().map(Claim::fileName).sorted().collect(Collectors.joining(" "));
  }

  private static Claim of(List<Claim> claims, String name) {
    return claims.stream().filter(c -> c.fileName().equals(name)).findFirst().orElseThrow();
  }
}
