package uy.pfacturas.core.cae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.testing.SecondOpinion;

class CaeXmlTest {
  private static final Constancia CONSTANCIA =
      new Constancia(
          new Rut(Documents.RUC),
          Documents.cae(TipoCfe.E_FACTURA),
          LocalDate.of(2026, 1, 2),
          OffsetDateTime.parse("2026-01-02T10:00:00-03:00"));

  private static final String XML = new String(CaeXml.render(CONSTANCIA), StandardCharsets.UTF_8);

  @Test
  void parse_fileOfDgi_isItsCae() throws IOException {
    Path folder = Path.of(System.getProperty("pfacturas.referencias", ""), "dgi", "ejemplos");
    Path file = folder.resolve("cae-219999830019-90120000194-e-ticket.xml");
    boolean isThere = Files.exists(file);
    assertThat(isThere || System.getenv("CI") == null).as("DGI's sample in CI").isTrue();
    Assumptions.assumeTrue(isThere, "DGI's sample of a CAE is not here");
    Constancia constancia = parsed(Files.readAllBytes(file));
    assertThat(constancia)
        .isEqualTo(
            new Constancia(
                new Rut("219999830019"),
                new Cae(
                    90120000194L,
                    TipoCfe.E_TICKET,
                    "B",
                    1,
                    145778,
                    LocalDate.of(2014, 8, 24),
                    Optional.empty(),
                    Optional.empty()),
                LocalDate.of(2012, 8, 24),
                OffsetDateTime.parse("2012-08-24T12:19:08-03:00")));
  }

  @Test
  void render_andParse_isTheSameValue() {
    assertThat(parsed(CaeXml.render(CONSTANCIA))).isEqualTo(CONSTANCIA);
    Cae cae = CONSTANCIA.cae();
    Constancia special =
        new Constancia(
            CONSTANCIA.ruc(),
            new Cae(
                cae.caeId(), cae.tipo(), "1A", 5, 5, cae.vence(), Optional.of(1), Optional.of(12)),
            CONSTANCIA.emision(),
            CONSTANCIA.firmada());
    assertThat(parsed(CaeXml.render(special))).isEqualTo(special);
  }

  @Test
  void render_constancia_isValidAgainstTheSchema(@TempDir Path folder) throws Exception {
    String signed = Esquema.mensajeFirmado(XML);
    assertThat(Esquema.of("CAE.xsd").errorsOf(signed)).isEmpty();
    SecondOpinion.validates(signed.getBytes(StandardCharsets.UTF_8), "CAE.xsd", folder);
  }

  @Test
  void parse_fault_namesItsPlace() {
    String xml = XML.replace("<ns0:FVD>2027-12-31", "\n  <ns0:FVD>2027-31-12");
    assertThat(
            CaeXml.parse(
                xml.replace("<ns0:TCFE>111</ns0:TCFE>", "").getBytes(StandardCharsets.UTF_8)))
        .asInstanceOf(type(CaeXml.Parsed.Malformed.class))
        .satisfies(
            m -> {
              assertThat(m.faults())
                  .extracting(f -> f.code().code() + " " + f.path() + " " + f.place().line())
                  .containsExactly("CAE-03 DA.TCFE 1", "CAE-05 DA.FVD 2");
            });
    assertThat(CaeXml.parse((XML + "x").getBytes(StandardCharsets.UTF_8)))
        .asInstanceOf(type(CaeXml.Parsed.Malformed.class))
        .satisfies(m -> assertThat(m.faults().get(0).place().isKnown()).isTrue());
  }

  @TestFactory
  Stream<DynamicTest> parse_smallestBrokenFile_isThatFaultAlone() {
    return Stream.of(
            broken(CaeCode.NOT_XML, XML.substring(0, XML.length() - 3)),
            broken(
                CaeCode.NOT_XML,
                XML.replaceFirst("<ns0:CAE", "<!DOCTYPE x [<!ENTITY e \"A\">]><ns0:CAE")),
            broken(CaeCode.NOT_XML, XML.replace("<ns0:Serie>A<", "<ns0:Serie>&e;<")),
            broken(CaeCode.NOT_XML, XML + " ".repeat(1 << 16)),
            broken(CaeCode.NOT_XML, XML + "x"),
            broken(CaeCode.NOT_XML, XML + XML.replaceFirst("<\\?xml[^>]*>", "")),
            broken(CaeCode.NOT_A_CAE, "<CAE xmlns=\"urn:x\"/>"),
            broken(CaeCode.MISSING, XML.replaceFirst("<ns0:NA>[0-9]+</ns0:NA>", "")),
            broken(
                CaeCode.TWICE,
                XML.replace("<ns0:Serie>A</ns0:Serie>", "<ns0:Serie>A</ns0:Serie>".repeat(2))),
            broken(CaeCode.TWICE, XML.replaceFirst("(<ns0:TmstFrma>.*</ns0:TmstFrma>)", "$1$1")),
            broken(CaeCode.TWICE, XML.replace("</ns0:CAE>", "<ns0:DA/></ns0:CAE>")),
            broken(CaeCode.BAD_VALUE, XML.replace("219999830019", "219999830018")),
            broken(CaeCode.BAD_VALUE, XML.replace(">111<", ">110<")),
            broken(CaeCode.BAD_VALUE, XML.replace("<ns0:TA>E<", "<ns0:TA>P<")),
            broken(CaeCode.BAD_VALUE, XML.replace("2027-12-31", "31/12/2027")),
            broken(CaeCode.UNKNOWN, XML.replace("<ns0:TA>E</ns0:TA>", "<ns0:TB>E</ns0:TB>")),
            broken(
                CaeCode.UNKNOWN,
                XML.replace(
                    "<ns0:TA>E</ns0:TA>",
                    "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/>")),
            broken(
                CaeCode.EMPTY_RANGE,
                XML.replace("<ns0:HNro>1000<", "<ns0:HNro>0001<")
                    .replace("<ns0:DNro>1<", "<ns0:DNro>2<")))
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.code().code(),
                    () -> {
                      assertThat(broken.xml()).isNotEqualTo(XML);
                      assertThat(CaeXml.parse(broken.xml().getBytes(StandardCharsets.UTF_8)))
                          .asInstanceOf(type(CaeXml.Parsed.Malformed.class))
                          .satisfies(
                              m ->
                                  assertThat(m.faults())
                                      .extracting(Fault::code)
                                      .containsExactly(broken.code()));
                    }));
  }

  private record Broken(CaeCode code, String xml) {}

  private static Broken broken(CaeCode code, String xml) {
    return new Broken(code, xml);
  }

  @Test
  void parse_randomChanges_neverThrow() {
    Random random = new Random(20261124);
    byte[] good = CaeXml.render(CONSTANCIA);
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = good.clone();
      for (int j = 0; j <= random.nextInt(4); j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      CaeXml.Parsed parsed = CaeXml.parse(bytes);
      if (parsed instanceof CaeXml.Parsed.Malformed malformed) {
        assertThat(malformed.faults()).isNotEmpty();
        malformed
            .faults()
            .forEach(f -> assertThat(FaultText.of(Locale.ENGLISH).sentence(f)).isNotEmpty());
      }
    }
  }

  private static Constancia parsed(byte[] xml) {
    return assertThat(CaeXml.parse(xml))
        .asInstanceOf(type(CaeXml.Parsed.Document.class))
        .actual()
        .constancia();
  }
}
