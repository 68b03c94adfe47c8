package uy.pfacturas.cli.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.cli.wiring.Installation;

/** A file that is wrong has its own answer, is kept as it is, and stops no other. */
@Timeout(120)
class BadFilesTest {
  private static final AtomicInteger NEXT = new AtomicInteger();

  @TempDir private static Path folder;
  private static Site site;
  private static Installation station;

  @BeforeAll
  static void open() {
    site = new Site(folder);
    site.edit(
        "DELETE FROM cae WHERE tipo = 112",
        "UPDATE cae SET siguiente = hasta + 1 WHERE tipo = 103",
        "UPDATE cae SET vence = '2020-01-01',"
            + " registro = json_set(registro, '$.vence', '2020-01-01') WHERE tipo = 102");
    station = site.start();
  }

  @AfterAll
  static void close() {
    station.close();
    site.close();
  }

  /** Puts a wrong file and then a good one; gives the answer to the wrong one. */
  private JsonNode refused(String name, byte[] content) throws IOException {
    site.put(name, content);
    String other = "BIEN" + NEXT.incrementAndGet();
    site.put(other + ".txt", Site.good(other));
    String base = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    JsonNode status = site.await(base, "RECHAZADO");
    assertThat(status.path("Codigo").asText()).isNotEmpty();
    assertThat(status.path("Mensaje").asText()).isNotEmpty();
    assertThat(status.path("QueHacer").asText()).isNotEmpty();
    assertThat(status.has("Nro")).isFalse();
    site.until("kept " + name, () -> site.kept("rechazados", name).size() == 1);
    assertThat(site.kept("rechazados", name).get(0)).hasBinaryContent(content);
    assertThat(site.kept("rechazados", base + ".error.txt")).hasSize(1);
    site.await(other, "ENTREGADO");
    return status;
  }

  private JsonNode refused(String name, String text) throws IOException {
    return refused(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String says(JsonNode status) {
    return status.path("Codigo").asText()
        + " "
        + status.path("Mensaje").asText()
        + " "
        + status.path("QueHacer").asText();
  }

  /** It may be about to be written: it is not taken, and said to be empty. */
  @ParameterizedTest
  @ValueSource(strings = {"vacio.txt", "vacio2.json", "vacio3.xml"})
  void empty_isReportedAndLeft(String name) {
    site.put(name, "");
    String other = "BIEN" + NEXT.incrementAndGet();
    site.put(other + ".txt", Site.good(other));
    assertThat(says(site.await(name.substring(0, name.indexOf('.')), "INCOMPLETO")))
        .contains("vac");
    assertThat(site.mailbox().resolve("entrada").resolve(name)).exists();
    site.await(other, "ENTREGADO");
  }

  @Test
  void cutInHalf_isReportedAndTakenOnceItIsWhole() throws IOException {
    String whole = Site.good("CORTADO");
    Path file = site.mailbox().resolve("entrada/cortado.txt");
    Files.writeString(file, whole.substring(0, whole.length() / 2));
    site.put("BIENC.txt", Site.good("BIENC"));
    JsonNode status = site.await("cortado", "INCOMPLETO");
    assertThat(says(status)).contains("[Fin]");
    assertThat(file).exists();
    site.await("BIENC", "ENTREGADO");
    Files.writeString(file, whole);
    assertThat(site.await("cortado", "ENTREGADO").path("Id").asText()).isEqualTo("CORTADO");
  }

  @Test
  void twoContentsForOneId_theFirstAnswerStays() throws IOException {
    site.put("uno.txt", Site.good("DOBLE"));
    int number = site.await("uno", "ENTREGADO").path("Nro").asInt();
    JsonNode other = refused("otro.txt", Site.good("DOBLE").replace("50.00", "51.00"));
    assertThat(says(other)).contains("ID_REPETIDO", "101-A-" + number);
    site.put("uno-otra-vez.txt", Site.good("DOBLE"));
    assertThat(site.await("uno-otra-vez", "ENTREGADO").path("Nro").asInt()).isEqualTo(number);
  }

  @Test
  void undeclaredEncoding_isRefusedWithBothReadings() throws IOException {
    String text = Site.good("ACENTO").replace("Detergente", "Jabón");
    JsonNode status = refused("acento.txt", text.getBytes(Charset.forName("windows-1252")));
    assertThat(says(status)).contains("Jabón", "windows-1252");
  }

  @Test
  void unknownKey_namesLineAndTheKeyThatWasMeant() throws IOException {
    JsonNode status = refused("clave.txt", Site.good("CLAVE").replace("NomItem", "NombItem"));
    assertThat(says(status)).contains("NombItem", "NomItem", "línea 10");
  }

  @Test
  void missingFields_areNamedAllAtOnce() throws IOException {
    String text = Site.good("FALTA").replace("FmaPago=1\n", "").replace("IndFact=3\n", "");
    assertThat(says(refused("falta.txt", text))).contains("FmaPago", "IndFact", "A-C11", "B-C4");
  }

  @Test
  void totalsTooFarOff_areRefused() throws IOException {
    String text = Site.good("TOTAL").replace("[Item]", "[Totales]\nMntTotal=130.00\n[Item]");
    assertThat(says(refused("total.txt", text))).contains("130.00", "122.00");
  }

  @Test
  void rutWithWrongDigit_isRefused() throws IOException {
    String text =
        Site.ticket("DIGITO", "111", "")
            .replace(
                "[Item]",
                "[Receptor]\nTipoDocRecep=2\nDocRecep=219999830018\nRznSocRecep=X\n"
                    + "DirRecep=Y\nCiudadRecep=Z\n[Item]");
    assertThat(says(refused("digito.txt", text)))
        .contains("A-C62", "dígito verificador", "línea 10");
  }

  @ParameterizedTest
  @CsvSource({"112, sin-cae", "103, agotado", "102, vencido"})
  void caeThatCannotGiveANumber_isRefused(String type, String name) throws IOException {
    String text =
        Site.ticket(name, type, "")
            .replace("[Fin]", "[Referencia]\nIndGlobal=1\nRazonRef=Prueba\n[Fin]")
            .replace(
                "[Item]",
                type.equals("112")
                    ? "[Receptor]\nTipoDocRecep=2\nDocRecep=219999830019\n[Item]"
                    : "[Item]");
    assertThat(says(refused(name + ".txt", text))).contains("CAE", type);
  }

  @Test
  void xmlWithDoctypeOrEntities_isRefused() throws IOException {
    String doctype =
        "<!DOCTYPE CFE [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
            + "<CFE xmlns=\"http://cfe.dgi.gub.uy\" version=\"1.0\">&a;</CFE>";
    assertThat(says(refused("doctype.xml", doctype))).contains("DOCTYPE");
    String entity = "<CFE xmlns=\"http://cfe.dgi.gub.uy\" version=\"1.0\"><eTck>&b;</eTck></CFE>";
    assertThat(says(refused("entidad.xml", entity))).contains("XML-01", "línea 1");
  }

  @Test
  void hundredMegabytesOfGarbage_isRefusedUnread() throws IOException {
    Path aside = folder.resolve("enorme");
    try (RandomAccessFile file = new RandomAccessFile(aside.toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    Files.move(aside, site.mailbox().resolve("entrada/enorme.txt"));
    site.put("BIENE.txt", Site.good("BIENE"));
    assertThat(says(site.await("enorme", "RECHAZADO"))).contains("104857600");
    site.until("kept", () -> site.kept("rechazados", "enorme.txt").size() == 1);
    assertThat(site.kept("rechazados", "enorme.txt").get(0)).hasSize(100L << 20);
    site.await("BIENE", "ENTREGADO");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..txt", "a..b.txt", "con espacios.txt", "ñandú.txt", "-rf.txt"})
  void strangeName_isAFileLikeAnyOther(String name) {
    String id = "NOMBRE" + NEXT.incrementAndGet();
    site.put(name, Site.good(id));
    site.until("by id", () -> byId(id).equals("ENTREGADO"));
  }

  @Test
  void nameOf255Characters_isAFileLikeAnyOther() {
    site.put("n".repeat(251) + ".txt", Site.good("LARGO"));
    site.until("by id", () -> byId("LARGO").equals("ENTREGADO"));
  }

  @Test
  void idThatLeadsOutOfTheMailbox_staysInside() throws IOException {
    site.put("fuga.txt", Site.good("../../fuga"));
    site.until("answered", () -> !site.status("fuga").path("Estado").asText().isEmpty());
    site.put("BIENF.txt", Site.good("BIENF"));
    site.await("BIENF", "ENTREGADO");
    assertThat(folder.resolve("fuga.estado.json")).doesNotExist();
    assertThat(site.mailbox().resolve("fuga.estado.json")).doesNotExist();
  }

  private static String byId(String id) {
    return site.status("por-id/" + id).path("Estado").asText();
  }
}
