package uy.pfacturas.cli.mishap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cli.mishap.Papers.CaeOf;
import uy.pfacturas.core.testing.Documents;

/** Files with a bad content: each has its answer, its place, and no effect on the one beside it. */
class BadFilesTest {
  /** For a file that shows no end. */
  private static final Duration TOO_LONG = Duration.ofMinutes(11);

  @TempDir private static Path folder;
  private static Cloud cloud;
  private static Shop shop;
  private static Till till;
  private static int good;

  @BeforeAll
  static void open() {
    cloud =
        new Cloud(
            folder.resolve("nube"),
            CaeOf.plenty(101),
            CaeOf.plenty(111),
            new CaeOf(112, 100, -1),
            new CaeOf(113, 1, 300));
    shop = new Shop(folder.resolve("comercio"));
    shop.configured(cloud.address(), cloud.key()).run();
    till = shop.till();
  }

  @AfterAll
  static void close() {
    shop.close();
    cloud.close();
  }

  private static Told refused(String name, String content, String codigo) {
    return refused(name, content.getBytes(UTF_8), codigo);
  }

  /** The bad file is refused with this code, and the good one that came right after it goes on. */
  private static Told refused(String name, byte[] content, String codigo) {
    till.put(name, content);
    goesOn();
    String base = name.substring(0, name.indexOf('.'));
    Told told = till.await(base, "RECHAZADO");
    assertThat(told.codigo()).as(told.toString()).isEqualTo(codigo);
    assertThat(told.numero()).isEmpty();
    assertReadable(told);
    till.awaitIn("rechazados", content);
    assertThat(till.text("rechazados/" + base + ".error.txt"))
        .contains(codigo.split(",")[0])
        .contains("  -> ");
    return told;
  }

  /** Sentences, each with its capital and its stop, and advice. */
  private static void assertReadable(Told told) {
    assertThat(told.mensaje()).matches("\\p{Lu}.*[.?]");
    assertThat(told.queHacer()).matches("[¿\\p{Lu}].*[.?]");
  }

  private static void goesOn() {
    String id = "BUENA-" + ++good;
    till.put(id + ".txt", Sale.cash(id));
    assertThat(till.await(id, "ENTREGADO").numero()).startsWith("101-A-");
    till.awaitIn("procesados", Sale.cash(id).getBytes(UTF_8));
  }

  @Test
  void run_emptyFile_isReportedAndLeftInItsPlace() {
    till.write("vacio.txt", "");
    goesOn();
    shop.pass(TOO_LONG);
    Told told = till.await("vacio", "INCOMPLETO");
    assertThat(told.codigo()).isEqualTo("BUZ-02");
    assertReadable(told);
    assertThat(till.entrada().resolve("vacio.txt")).exists();
  }

  @Test
  void run_emptyFileMarkedComplete_isRefused() {
    till.write("nada.txt", "");
    till.write("nada.txt.ok", "");
    goesOn();
    Told told = till.await("nada", "RECHAZADO");
    assertThat(told.codigo()).isEqualTo("ARC-02");
    assertReadable(told);
  }

  @Test
  void run_fileCutInHalf_isReportedAndTakenOnceItIsWhole() {
    String whole = Sale.cash("MEDIA-1");
    String half = whole.substring(0, whole.length() / 2);
    till.write("media.txt", half);
    goesOn();
    shop.pass(TOO_LONG);
    Told told = till.await("media", "INCOMPLETO");
    assertThat(told.codigo()).isEqualTo("BUZ-01");
    assertReadable(told);
    assertThat(till.where(half.getBytes(UTF_8))).containsExactly("entrada");

    till.write("media.txt", whole);
    assertThat(till.await("media", "ENTREGADO").id()).isEqualTo("MEDIA-1");
    till.awaitIn("procesados", whole.getBytes(UTF_8));
  }

  @Test
  void run_twoContentsForOneId_firstAnswerStays() {
    till.put("primera.txt", Sale.cash("DOBLE-1"));
    Told first = till.await("primera", Told::impreso);
    Told second =
        refused("segunda.txt", Sale.cash("DOBLE-1").replace("100.00", "200.00"), "ID_REPETIDO");
    assertThat(second.mensaje()).contains("DOBLE-1", first.numero());
    assertThat(second.queHacer()).contains("use otro Id");
    assertThat(till.findById("DOBLE-1")).contains(first);
  }

  @Test
  void run_undeclaredEncoding_isRefusedWithBothReadings() {
    byte[] latin = Sale.cash("COD-1").replace("Detergente", "Jabón").getBytes(ISO_8859_1);
    Told told = refused("codificacion.txt", latin, "COD-01");
    assertThat(told.mensaje())
        .startsWith("Línea 9,")
        .contains("«NomItem=Jabón 750 ml» en windows-1252", "Jab¾n")
        .doesNotContain("\uFFFD");
    assertThat(told.queHacer()).contains("codificacion");
  }

  @Test
  void run_unknownKeys_areAllNamedWithTheirLines() {
    String text = Sale.cash("CLAVES-1").replace("FmaPago=1", "Color=azul\nFmaPagoo=1");
    Told told = refused("claves.txt", text, "FMT-01,FMT-02,FMT-03");
    assertThat(told.id()).isEqualTo("CLAVES-1");
    assertThat(told.mensaje()).contains("Línea 6, columna 1: IdDoc.Color", ". Línea 7, columna 1");
    assertThat(told.queHacer()).contains("¿Quiso escribir «FmaPago»?");
  }

  @Test
  void run_missingFields_areAllNamed() {
    String text = Sale.cash("FALTAN-1").replaceAll("(?m)^(FmaPago|NomItem)=.*\n", "");
    Told told = refused("faltan.txt", text, "FMT-03");
    assertThat(told.mensaje()).contains("IdDoc.FmaPago (A-C11)", "Item[1].NomItem (B-C7)");
    assertThat(told.queHacer()).contains("Agregue FmaPago", "Agregue NomItem");
  }

  @Test
  void run_totalsOffByMoreThanTheTolerance_areRefused() {
    String text = Sale.cash("TOTAL-1").replace("[Item]", "[Totales]\nMntPagar=122.02\n[Item]");
    Told told = refused("total.txt", text, "CAL-01");
    assertThat(told.mensaje()).contains("Totales.MntPagar (A-C130)", "122.02", "122.00", "0.01");
  }

  @Test
  void run_rutWithWrongDigit_isRefused() {
    String text = Sale.invoice("RUT-1").replace(Documents.RUC_RECEPTOR, "210000000028");
    Told told = refused("rut.txt", text, "A-C62-01");
    assertThat(told.mensaje()).contains("Receptor.DocRecep (A-C62)", "dígito verificador");
    assertThat(told.queHacer()).contains("Pida el RUC de nuevo al cliente");
  }

  @Test
  void run_typeWithoutCae_isRefusedAndIssuedOnceThereIsOne() throws IOException {
    String text = Sale.note("SINCAE-1", 102);
    Told told = refused("sincae.txt", text, "SIN_CAE");
    assertThat(told.mensaje()).contains("Nota de Crédito de e-Ticket (102)");
    assertThat(told.queHacer()).contains("Pida la CAE a DGI", "envíe el archivo de nuevo");

    Files.write(folder.resolve("cae.xml"), CaeOf.plenty(102).file(PassingClock.REAL));
    shop.command("cae", "importar", folder.resolve("cae.xml").toString());
    till.put("sincae.txt", text);
    assertThat(till.await("sincae", "ENTREGADO").numero()).isEqualTo("102-A-1");
  }

  @Test
  void run_exhaustedCae_isRefused() {
    till.put("ultima.txt", Sale.note("AGOTADA-1", 113));
    assertThat(till.await("ultima", "ENTREGADO").numero()).isEqualTo("113-A-1");
    Told told = refused("agotada.txt", Sale.note("AGOTADA-2", 113), "CAE_AGOTADA");
    assertThat(told.mensaje()).contains("Nota de Débito de e-Factura (113)", "no quedan números");
    assertThat(told.queHacer()).contains("Pida otra CAE a DGI");
  }

  @Test
  void run_expiredCae_isRefused() {
    Told told = refused("vencida.txt", Sale.note("VENCIDA-1", 112), "CAE_VENCIDA");
    assertThat(told.mensaje()).contains("Nota de Crédito de e-Factura (112)", "vencidas");
    assertThat(told.queHacer()).contains("Pida otra CAE a DGI");
  }

  @Test
  void run_xmlWithDoctype_isRefusedUnread() throws IOException {
    Path secret = Files.writeString(folder.resolve("secreto.txt"), "no-se-lee");
    String doctype = "<!DOCTYPE Pedido [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>\n";
    Told told = refused("doctype.xml", Sale.xml("XML-1", doctype, "&s;"), "XML-02");
    assertThat(told.mensaje()).startsWith("Línea 2,").doesNotContain("no-se-lee");
  }

  @Test
  void run_xmlWithEntities_isRefused() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE p [<!ENTITY a0 \"ja\">\n");
    for (int n = 1; n <= 30; n++) {
      bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">%n".formatted(n, n - 1, n - 1));
    }
    refused("bomba.xml", Sale.xml("XML-2", bomb.append("]>\n").toString(), "&a30;"), "XML-02");

    Told told = refused("entidad.xml", Sale.xml("XML-3", "", "Caf&eacute;"), "XML-01");
    assertThat(told.mensaje()).startsWith("Línea 14,");
    assertThat(told.queHacer()).contains("&amp;");
  }
}
