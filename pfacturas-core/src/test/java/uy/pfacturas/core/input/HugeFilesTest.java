package uy.pfacturas.core.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.core.xml.CfeXml;

/**
 * Large files that are made to cost as much as they can: what they cost grows with their size and
 * no faster. {@code -Dpfacturas.grande=N} chooses the characters of each.
 */
class HugeFilesTest {
  private static final int SIZE = Integer.getInteger("pfacturas.grande", 1 << 19);
  private static final Duration PER_MEGABYTE = Duration.ofSeconds(1);
  private static final long BYTES_PER_BYTE = 800;
  private static final String CFE = "<CFE xmlns='http://cfe.dgi.gub.uy' version='1.0'>";
  private static final String XENC = "<e:E xmlns:e='http://www.w3.org/2001/04/xmlenc#'>";
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A head, and then the same again and again with its number for a %d. */
  private record Huge(String name, String what, String head, String again) {
    byte[] content() {
      StringBuilder text = new StringBuilder(head);
      for (int i = 0; text.length() + again.length() + 8 < SIZE; i++) {
        text.append(again.replace("%d", Integer.toString(i)));
      }
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return name + ", " + what;
    }
  }

  static Stream<Huge> files() {
    return Stream.of(
        new Huge("a.txt", "mistyped keys", "[Item]\n", "NomIten%d=x\n"),
        new Huge("a.txt", "numbered keys", "[Item]\n", "CodItem.%d.Cod=x\n"),
        new Huge("a.txt", "a key again", "[Item]\n", "NomItem=x\n"),
        new Huge("a.txt", "mistyped sections", "", "[Iten]\n"),
        new Huge("a.txt", "lines", "", "[Item]\nNomItem=x\n"),
        new Huge("a.txt", "references", "", "[Referencia]\nIdRef=1\n"),
        new Huge("a.txt", "a long value", "[Item]\nNomItem=", "ñ"),
        new Huge("a.txt", "an adenda", "[Adenda]\n", "a\n"),
        new Huge("a.txt", "a dotted key", "[Item]\n", "a.b.c.d.e.f.g"),
        new Huge("a.txt", "control characters", "", "\u0001"),
        new Huge("a.json", "arrays", "", "["),
        new Huge("a.json", "objects", "", "{\"a\":"),
        new Huge("a.json", "lines", "{\"Item\":[", "{},"),
        new Huge("a.json", "mistyped keys", "{\"Item\":[", "{\"NomIten\":\"x\"},"),
        new Huge("a.json", "a long number", "{\"a\":", "9"),
        new Huge("a.json", "a long text", "{\"a\":\"", "\\u00f1"),
        new Huge("a.xml", "elements in elements", "", "<a>"),
        new Huge("a.xml", "elements", CFE, "<a/>"),
        new Huge("a.xml", "elements with attributes", CFE + "<eTck>", "<a b='c'/>"),
        new Huge("a.xml", "mistyped elements", CFE + "<eTck><Detalle>", "<Item><Nom/></Item>"),
        new Huge("a.xml", "attributes", CFE + "<eTck ", "a%d='' "),
        new Huge("a.xml", "namespaces", CFE + "<eTck ", "xmlns:a%d='b' "),
        new Huge("a.xml", "foreign elements", CFE + XENC, "<e:a/>"),
        new Huge("a.xml", "foreign namespaces", CFE + XENC, "<e:a xmlns:c='%d'/>"),
        new Huge("a.xml", "foreign elements below namespaces", foreign(), "<e:a/>"),
        new Huge("a.xml", "foreign escapes", CFE + XENC, "&#xD;>"));
  }

  private static String foreign() {
    StringBuilder head = new StringBuilder(CFE + XENC);
    for (int i = 0; i < 60 * 12; i++) {
      head.append(i % 60 == 0 ? "<e:a" : "").append(" xmlns:a").append(i).append("='b'");
      head.append(i % 60 == 59 ? ">" : "");
    }
    return head.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void read_hugeFile_isBoundedInTimeAndMemory(Huge huge) {
    byte[] content = huge.content();
    PedidoReader reader = new PedidoReader(Syntax.DEFAULT);
    bounded(content, () -> reader.read(content, huge.name()));
    bounded(content, () -> reader.isComplete(content, huge.name()));
    if (huge.name().endsWith("xml")) {
      bounded(content, () -> CfeXml.parse(content));
    }
  }

  private static void bounded(byte[] content, Supplier<Object> read) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long start = THREADS.getCurrentThreadCpuTime();
    assertThat(read.get()).isNotNull();
    assertThat(THREADS.getCurrentThreadCpuTime() - start)
        .isLessThan((PER_MEGABYTE.toNanos() * (content.length + (1 << 20))) >> 20);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - bytes)
        .isLessThan(BYTES_PER_BYTE * (content.length + (1 << 16)));
  }
}
