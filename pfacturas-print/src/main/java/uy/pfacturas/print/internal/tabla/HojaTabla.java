package uy.pfacturas.print.internal.tabla;

import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.print.Tabla;
import uy.pfacturas.print.internal.layout.Align;
import uy.pfacturas.print.internal.layout.Block;
import uy.pfacturas.print.internal.layout.Flow;
import uy.pfacturas.print.internal.layout.Gap;
import uy.pfacturas.print.internal.layout.Part;
import uy.pfacturas.print.internal.layout.Row;
import uy.pfacturas.print.internal.layout.Row.Cell;
import uy.pfacturas.print.internal.layout.Rule;
import uy.pfacturas.print.internal.layout.Stack;
import uy.pfacturas.print.internal.layout.Typesetter;
import uy.pfacturas.print.internal.pdf.Canvas;
import uy.pfacturas.print.internal.pdf.Letra;
import uy.pfacturas.print.internal.pdf.Pdf;
import uy.pfacturas.print.internal.pdf.Typefaces;

/** Composes the pages of one table, A4. */
public final class HojaTabla {
  private static final double BORDE = 12;
  private static final double ANCHO = Canvas.WIDTH - 2 * BORDE;
  private static final double ABAJO = Canvas.HEIGHT - BORDE;
  private static final double ENTRE_COLUMNAS = 2;
  private static final Letra TITULO = Letra.de(3.5).enNegrita();
  private static final Letra CUERPO = Letra.de(1.9);
  private static final Letra ROTULO = CUERPO.enNegrita();

  private final Typefaces typefaces;
  private final Typesetter typesetter;

  /** Composes with these fonts, which nobody else uses meanwhile. */
  public HojaTabla(Typefaces typefaces) {
    this.typefaces = typefaces;
    this.typesetter = new Typesetter(typefaces);
  }

  /** The PDF of this table. */
  public byte[] render(Tabla tabla) {
    Flow flow = new Flow(BORDE, BORDE, ABAJO - 6);
    List<Block> title = new ArrayList<>();
    title.add(typesetter.text(tabla.titulo(), TITULO, ANCHO));
    title.add(new Gap(2));
    tabla.notas().forEach(nota -> title.add(typesetter.text(nota, CUERPO, ANCHO)));
    flow.add(Part.of(0, title));
    flow.add(new Part(head(tabla), rows(tabla), new Gap(0), false));
    try (Pdf pdf = new Pdf(typefaces, tabla.titulo(), tabla.autor(), tabla.hecha())) {
      for (int page = 1; page <= flow.pages(); page++) {
        Canvas canvas = pdf.newPage();
        flow.draw(canvas, page, BORDE);
        String number = tabla.pagina() + " " + page + "/" + flow.pages();
        typesetter.text(number, CUERPO, ANCHO, Align.RIGHT).draw(canvas, BORDE, ABAJO - 4);
      }
      return pdf.bytes();
    }
  }

  private Block head(Tabla tabla) {
    List<String> headings = tabla.columnas().stream().map(Tabla.Columna::rotulo).toList();
    return Stack.of(new Gap(4), row(tabla, headings, ROTULO), new Rule(ANCHO, 0.25, 0, 1.5));
  }

  private List<Block> rows(Tabla tabla) {
    return tabla.filas().stream()
        .<Block>map(fila -> Stack.of(row(tabla, fila, CUERPO), new Rule(ANCHO, 0.1, 0.7, 1.2)))
        .toList();
  }

  private Block row(Tabla tabla, List<String> texts, Letra letra) {
    double parts = tabla.columnas().stream().mapToDouble(Tabla.Columna::parte).sum();
    List<Cell> cells = new ArrayList<>();
    double x = 0;
    for (int i = 0; i < texts.size(); i++) {
      Tabla.Columna column = tabla.columnas().get(i);
      double width = ANCHO * column.parte() / parts;
      Align align = column.aLaDerecha() ? Align.RIGHT : Align.LEFT;
      cells.add(new Cell(x, typesetter.text(texts.get(i), letra, width - ENTRE_COLUMNAS, align)));
      x += width;
    }
    return new Row(cells);
  }
}
