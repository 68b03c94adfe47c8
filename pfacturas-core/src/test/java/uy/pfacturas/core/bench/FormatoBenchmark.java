package uy.pfacturas.core.bench;

import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.input.PedidoReader;
import uy.pfacturas.core.input.Reading;
import uy.pfacturas.core.input.Syntax;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.preparation.Preparation;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.xml.CfeXml;

/**
 * Our acts on an e-Ticket (read, normalize, calculate, validate, render) beside what others do with
 * the XML that comes out: a bare parse into a DOM, and the JDK's validation against DGI's schema.
 */
final class FormatoBenchmark {
  private static final int ROUNDS = 21;
  private static final long ROUND_NANOS = 100_000_000;
  private static final double MICRO = 1e3;

  private final PedidoReader reader = new PedidoReader(Syntax.DEFAULT);
  private final Preparation preparation =
      new Preparation(Documents.empresa(), Preparation.Registry.NONE, Documents.clock());
  private final Esquema schema;
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private FormatoBenchmark(Esquema schema) {
    this.schema = schema;
  }

  @FunctionalInterface
  private interface Act {
    Object run() throws Exception;
  }

  /**
   * @param micros processor time of one call, median
   * @param bytes allocated by one call
   */
  private record Cost(double micros, double bytes) {}

  /** Called by {@code bench/formato}. */
  public static void main(String[] args) throws Exception {
    FormatoBenchmark benchmark = new FormatoBenchmark(Esquema.cfe());
    for (int lines : List.of(3, 700)) {
      benchmark.measure(lines);
    }
  }

  private void measure(int lines) throws Exception {
    byte[] file = file(lines);
    byte[] xml = CfeXml.render(Documents.numbered(prepared(file), 7));
    byte[] signed =
        Esquema.firmado(new String(xml, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    String text = new String(signed, StandardCharsets.UTF_8);
    if (!schema.errors(withTime(text)).isEmpty()) {
      throw new IllegalStateException("not valid: " + schema.errors(withTime(text)));
    }
    say(
        "e-Ticket de %d líneas: archivo de %d bytes, XML de %d bytes",
        lines, file.length, signed.length);
    Cost ours = cost(() -> CfeXml.render(prepared(file)));
    Cost dom = cost(() -> dom(signed));
    Cost xsd = cost(() -> schema.errors(withTime(text)));
    line("leer, completar, calcular, validar y escribir", ours);
    line("sólo leer el XML a un DOM", dom);
    line("validarlo con el esquema (JDK)", xsd);
    double ratio = ours.micros() / xsd.micros();
    say(
        "  nuestros actos / esquema: %.2f × (meta < 1): %s%n",
        ratio, ratio < 1 ? "cumple" : "NO CUMPLE");
  }

  /** The schema wants a time of signing, which comes with the signature. */
  private static String withTime(String xml) {
    return xml.contains("TmstFirma")
        ? xml
        : xml.replace("<eTck>", "<eTck><TmstFirma>2026-11-24T12:00:00-03:00</TmstFirma>");
  }

  private Cfe prepared(byte[] file) {
    Reading reading = reader.read(file, "venta.txt");
    if (reading instanceof Reading.Read read
        && read.pedido() instanceof Pedido.Emision emision
        && preparation.prepare(emision) instanceof Preparation.Outcome.Ready ready) {
      return ready.cfe();
    }
    throw new IllegalStateException("the sale is not valid: " + reading);
  }

  private static byte[] file(int lines) {
    StringBuilder text =
        new StringBuilder(
            "[Pedido]\nFormato=1\nId=B\n[IdDoc]\nTipoCFE=101\nMntBruto=1\nFmaPago=1\n");
    text.append("[Receptor]\nTipoDocRecep=3\nDocRecep=12345672\n");
    for (int n = 0; n < lines; n++) {
      text.append("[Item]\nCodItem.1.TpoCod=INT1\nCodItem.1.Cod=").append(1000 + n);
      text.append("\nIndFact=").append(n % 3 == 0 ? 2 : 3);
      text.append("\nNomItem=Artículo ").append(n).append("\nCantidad=").append(1 + n % 4);
      text.append("\nUniMed=un\nPrecioUnitario=").append(10 + n).append(".50\n");
    }
    return text.append("[Fin]\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Object dom(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private static Cost cost(Act act) throws Exception {
    double[] micros = new double[ROUNDS];
    long calls = 0;
    long before = 0;
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      if (round == 0) {
        before = allocated();
      }
      long start = spent();
      long end = start;
      int done = 0;
      while (end - start < ROUND_NANOS) {
        if (act.run() == null) {
          throw new IOException("nothing came of it");
        }
        done++;
        end = spent();
      }
      if (round >= 0) {
        micros[round] = (end - start) / MICRO / done;
        calls += done;
      }
    }
    Arrays.sort(micros);
    return new Cost(micros[ROUNDS / 2], (double) (allocated() - before) / calls);
  }

  /** Processor time of this thread: what other programs take meanwhile does not count. */
  private static long spent() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private void line(String what, Cost cost) {
    say("  %-48s %10.1f µs %10.1f KB", what, cost.micros(), cost.bytes() / 1000);
  }

  private void say(String format, Object... args) {
    out.println(String.format(Locale.forLanguageTag("es-UY"), format, args));
  }
}
