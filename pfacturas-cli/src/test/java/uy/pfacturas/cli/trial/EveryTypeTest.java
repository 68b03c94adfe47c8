package uy.pfacturas.cli.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.wiring.Installation;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.FormatoText;
import uy.pfacturas.core.rules.Rules;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.signing.TrustedCertificates;
import uy.pfacturas.signing.XmlVerifier;

/** The example of each type goes the whole way: what comes back is signed, valid, and delivered. */
@Timeout(120)
class EveryTypeTest {
  private static final List<TipoCfe> TYPES =
      Stream.of(TipoCfe.values()).filter(tipo -> !tipo.isContingencia()).toList();

  @TempDir private Path folder;

  @Test
  void exampleOfEachType_isSignedByTheCloudAndValidByDgisSchema() throws Exception {
    Esquema schema = Esquema.cfe();
    try (Site site = new Site(folder);
        Installation station = site.start()) {
      assertThat(station.synchronizer().status().pausa()).isEmpty();
      for (TipoCfe tipo : TYPES) {
        site.put(tipo.codigo() + ".txt", example(tipo));
      }
      for (TipoCfe tipo : TYPES) {
        JsonNode status = site.await(Integer.toString(tipo.codigo()), "ENTREGADO");
        assertThat(status.path("TipoCFE").asInt()).isEqualTo(tipo.codigo());
        Path xml = site.mailbox().resolve(status.path("Xml").asText());
        assertThat(schema.errors(Files.readString(xml))).as("%s", tipo).isEmpty();
        isSignedAndRight(Files.readAllBytes(xml), tipo);
      }
    }
  }

  private static void isSignedAndRight(byte[] xml, TipoCfe tipo) {
    assertThat(new XmlVerifier(TrustedCertificates.none()).verify(xml).valid())
        .as("%s", tipo)
        .isPresent();
    Cfe cfe = ((CfeXml.Parsed.Document) CfeXml.parse(xml)).cfe();
    assertThat(cfe.tipo()).isEqualTo(tipo);
    assertThat(new Rules(Site.CLOCK).validate(cfe)).as("%s", tipo).isEmpty();
  }

  /** The program's own example, printed by the ERP itself. */
  private static String example(TipoCfe tipo) {
    return new FormatoText(Formato.vigente(), Locale.forLanguageTag("es"))
        .ejemplo(tipo)
        .replaceFirst("(?m)^\\[Fin\\]", "[Impresion]\nImprimir=N\n[Fin]");
  }
}
