package uy.pfacturas.cli.mishap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.mishap.Papers.CaeOf;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.FormatoText;
import uy.pfacturas.core.rules.Rules;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.signing.XmlVerifier;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** The example of each type goes the whole way: what comes back is signed, valid, and delivered. */
class EveryTypeTest {
  private static final List<TipoCfe> TYPES =
      Stream.of(TipoCfe.values()).filter(tipo -> !tipo.isContingencia()).toList();

  @TempDir private Path folder;

  @Test
  void run_exampleOfEachType_isSignedByTheCloudAndValidByDgisSchema() throws Exception {
    Esquema schema = Esquema.cfe();
    CaeOf[] caes = TYPES.stream().map(t -> CaeOf.plenty(t.codigo())).toArray(CaeOf[]::new);
    try (Cloud cloud = new Cloud(folder.resolve("nube"), caes);
        Shop shop = new Shop(folder.resolve("comercio"))) {
      Till till = shop.configured(cloud.address(), cloud.key()).run().till();
      for (TipoCfe tipo : TYPES) {
        till.put(tipo.codigo() + ".txt", example(tipo));
      }
      for (Map.Entry<TipoCfe, Told> one : awaitAll(till, TYPES).entrySet()) {
        TipoCfe tipo = one.getKey();
        Told told = one.getValue();
        assertThat(told.numero()).isEqualTo(tipo.codigo() + "-A-1");
        byte[] xml = Files.readAllBytes(signed(shop.mailbox(), told.numero()));
        assertThat(schema.errors(new String(xml, UTF_8))).as("%s", tipo).isEmpty();
        isSignedAndRight(xml, tipo);
      }
    }
  }

  @Test
  void run_exampleOfEachCfc_isInformedUnderThePapersNumberAndValidByDgisSchema() throws Exception {
    Esquema schema = Esquema.cfe();
    List<TipoCfe> papers = Stream.of(TipoCfe.values()).filter(TipoCfe::isContingencia).toList();
    try (Cloud cloud = new Cloud(folder.resolve("nube"));
        Shop shop = new Shop(folder.resolve("comercio"))) {
      Till till = shop.configured(cloud.address(), cloud.key()).run().till();
      for (TipoCfe tipo : papers) {
        till.put(tipo.codigo() + ".txt", paper(tipo));
      }
      for (Map.Entry<TipoCfe, Told> one : awaitAll(till, papers).entrySet()) {
        TipoCfe tipo = one.getKey();
        Told told = one.getValue();
        assertThat(paper(tipo)).contains("Nro=" + told.numero().replaceFirst(".*-", ""));
        byte[] xml = Files.readAllBytes(signed(shop.mailbox(), told.numero()));
        assertThat(schema.errors(new String(xml, UTF_8))).as("%s", tipo).isEmpty();
        assertThat(new XmlVerifier(TrustedCertificates.none()).verify(xml).valid()).isPresent();
        assertThat(cloud.numbers(told.id())).as("a CFC has no number of a block").isEmpty();
      }
    }
  }

  /** While there are others to come, folders change under whoever looks into them. */
  private static Map<TipoCfe, Told> awaitAll(Till till, List<TipoCfe> types) throws Exception {
    Map<TipoCfe, Told> all = new EnumMap<>(TipoCfe.class);
    for (TipoCfe tipo : types) {
      all.put(tipo, till.await(Integer.toString(tipo.codigo()), "ENTREGADO"));
    }
    return all;
  }

  private static String paper(TipoCfe tipo) {
    return new FormatoText(Formato.vigente(), Locale.forLanguageTag("es")).ejemplo(tipo);
  }

  private static Path signed(Path mailbox, String numero) throws IOException {
    try (Stream<Path> files = Files.walk(mailbox.resolve("firmados"))) {
      return files.filter(f -> f.endsWith(numero + ".xml")).findFirst().orElseThrow();
    }
  }

  private static void isSignedAndRight(byte[] xml, TipoCfe tipo) {
    assertThat(new XmlVerifier(TrustedCertificates.none()).verify(xml).valid())
        .as("%s", tipo)
        .isPresent();
    Cfe cfe = ((CfeXml.Parsed.Document) CfeXml.parse(xml)).cfe();
    assertThat(cfe.tipo()).isEqualTo(tipo);
    assertThat(new Rules(PassingClock.REAL).validate(cfe)).as("%s", tipo).isEmpty();
  }

  /** The program's own example, printed by the ERP itself. */
  private static String example(TipoCfe tipo) {
    return new FormatoText(Formato.vigente(), Locale.forLanguageTag("es"))
        .ejemplo(tipo)
        .replaceFirst("(?m)^\\[Fin\\]", "[Impresion]\nImprimir=N\n[Fin]");
  }
}
