package uy.pfacturas.cli.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An ERP that writes invoices: cash sales, credit invoices and notes for them, a few files again
 * under another name, a few that are wrong.
 */
final class Erp {
  private static final String LINE =
      """
      [Item]
      IndFact=3
      NomItem=Articulo de prueba
      Cantidad=%d
      PrecioUnitario=%d.50
      [Fin]
      """;

  private record Written(Sent file, String text) {}

  private final Path entrada;
  private final RandomGenerator random;
  private final List<Written> written = new ArrayList<>();
  private Optional<String> invoice = Optional.empty();

  Erp(Path mailbox, RandomGenerator random) {
    this.entrada = mailbox.resolve("entrada");
    this.random = random;
  }

  /** What it has written. */
  List<Sent> sent() {
    return written.stream().map(Written::file).toList();
  }

  /** Writes the next file, of any kind. */
  Sent write() {
    int kind = random.nextInt(100);
    if (kind < 4) {
      return put(false, "[IdDoc]\nTipoCFE=111\nFmaPago=1\n" + receiver("219999830018"));
    }
    if (kind < 7) {
      return put(false, "[IdDoc]\nTipoCFE=101\nFmaPago=1\nColorFavorito=azul\n");
    }
    List<Written> good = written.stream().filter(w -> w.file().isGood()).toList();
    if (kind < 12 && !good.isEmpty()) {
      Written first = good.get(random.nextInt(good.size()));
      return put(new Sent(name(), first.file().id(), true), first.text());
    }
    if (kind < 30 && invoice.isPresent()) {
      return writeNote(invoice.get());
    }
    return kind < 50 ? writeInvoice() : writeSale();
  }

  /** Writes a good file of each type. */
  void writeOneOfEach() {
    writeSale();
    writeNote(writeInvoice().id());
  }

  private Sent writeInvoice() {
    Sent sent = put(true, "[IdDoc]\nTipoCFE=111\nFmaPago=1\n" + receiver("219999830019"));
    invoice = Optional.of(sent.id());
    return sent;
  }

  private Sent writeNote(String of) {
    String note = "[Referencia]\nIdRef=%s\nRazonRef=Devolucion\n".formatted(of);
    return put(true, "[IdDoc]\nTipoCFE=112\nFmaPago=1\n" + receiver("219999830019") + note);
  }

  /** Writes a cash sale. */
  Sent writeSale() {
    return put(true, "[IdDoc]\nTipoCFE=101\nFmaPago=1\n");
  }

  private static String receiver(String rut) {
    return """
        [Receptor]
        TipoDocRecep=2
        DocRecep=%s
        RznSocRecep=Cliente Demo SRL
        DirRecep=Av. Italia 100
        CiudadRecep=Montevideo
        """
        .formatted(rut);
  }

  private String name() {
    return "F" + (written.size() + 1);
  }

  private Sent put(boolean isGood, String head) {
    Sent sent = new Sent(name(), "ID-" + (written.size() + 1), isGood);
    String line = LINE.formatted(1 + random.nextInt(3), 10 + random.nextInt(90));
    return put(sent, "[Pedido]\nFormato=1\nId=" + sent.id() + "\n" + head + line);
  }

  private Sent put(Sent sent, String text) {
    Path aside = entrada.resolve("." + sent.file() + ".tmp");
    try {
      Files.writeString(aside, text);
      Files.move(aside, entrada.resolve(sent.file()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written.add(new Written(sent, text));
    return sent;
  }
}
