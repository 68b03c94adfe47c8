package uy.pfacturas.print.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.testing.Documents;

/** Writes sample PDFs into a folder, to be looked at. */
public final class Muestras {
  private Muestras() {}

  /** {@code args[0]} is the folder. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Map<String, Paper> papers =
        Map.of(
            "ticket", Papers.eTicket().in(Ambiente.DEMO, Regimen.GENERAL),
            "factura",
                Papers.eFactura()
                    .with(
                        List.of("Texto que la norma obliga a imprimir"),
                        "Gracias por su compra\n¡Hasta pronto!"),
            "todo", Papers.everything().in(Ambiente.PRUEBA, Regimen.GENERAL),
            "nota", Paper.of(Documents.notaDeCredito()),
            "minimo", Papers.eTicket().in(Ambiente.PRODUCCION, Regimen.IVA_MINIMO),
            "extremo", Papers.extreme().with(List.of(), "larga ".repeat(900)),
            "lineas30", Papers.lines(30),
            "lineas700", Papers.lines(700));
    for (Map.Entry<String, Paper> paper : papers.entrySet()) {
      Files.write(folder.resolve(paper.getKey() + ".pdf"), paper.getValue().pdf());
    }
  }
}
