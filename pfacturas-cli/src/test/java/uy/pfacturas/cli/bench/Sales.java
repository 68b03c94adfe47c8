package uy.pfacturas.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Cash sales without paper, written beforehand and moved into the mailbox when their time comes.
 */
final class Sales {
  private static final String SALE =
      """
      [Pedido]
      Formato=1
      Id=%s
      [IdDoc]
      TipoCFE=101
      MntBruto=1
      FmaPago=1
      [Item]
      IndFact=3
      NomItem=Articulo de prueba
      Cantidad=%d
      UniMed=un
      PrecioUnitario=122.00
      [Item]
      IndFact=2
      NomItem=Arroz suelto
      Cantidad=2.500
      UniMed=kg
      PrecioUnitario=44.00
      [Impresion]
      Imprimir=N
      [Fin]
      """;

  private final Path aside;
  private final Path entrada;
  private final Queue<String> ready = new ArrayDeque<>();
  private int written;

  /** Written in a folder beside those of the mailbox: on the same disk, and not looked at. */
  Sales(Path mailbox) throws IOException {
    this.entrada = mailbox.resolve("entrada");
    this.aside = Files.createDirectories(mailbox.resolveSibling("por-entregar"));
  }

  /** Writes so many; their base names in order. */
  List<String> write(int count) throws IOException {
    List<String> bases = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      written++;
      String base = "V%06d".formatted(written);
      Files.writeString(aside.resolve(base + ".txt"), SALE.formatted(base, 1 + written % 9));
      bases.add(base);
    }
    ready.addAll(bases);
    return bases;
  }

  /** Makes the next one visible in {@code entrada/}, whole. */
  void enter() throws IOException {
    String file = ready.remove() + ".txt";
    Files.move(aside.resolve(file), entrada.resolve(file), StandardCopyOption.ATOMIC_MOVE);
  }
}
