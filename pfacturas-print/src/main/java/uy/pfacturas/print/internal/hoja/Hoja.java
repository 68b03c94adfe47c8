package uy.pfacturas.print.internal.hoja;

import java.util.List;
import java.util.stream.Stream;
import uy.pfacturas.print.internal.layout.Align;
import uy.pfacturas.print.internal.layout.Block;
import uy.pfacturas.print.internal.layout.Flow;
import uy.pfacturas.print.internal.layout.Part;
import uy.pfacturas.print.internal.layout.Row;
import uy.pfacturas.print.internal.layout.Row.Cell;
import uy.pfacturas.print.internal.layout.Stack;
import uy.pfacturas.print.internal.layout.Typesetter;
import uy.pfacturas.print.internal.pdf.Canvas;
import uy.pfacturas.print.internal.pdf.Pdf;
import uy.pfacturas.print.internal.pdf.Typefaces;

/** Composes the pages of one document, A4. */
public final class Hoja {
  /** Sections lower than this stand beside the totals; higher ones come before them. */
  private static final double BESIDE = 80;

  private static final String SIN_VALOR = "SIN VALOR FISCAL";

  private final Typefaces typefaces;
  private final Typesetter typesetter;

  /** Composes with these fonts, which nobody else uses meanwhile. */
  public Hoja(Typefaces typefaces) {
    this.typefaces = typefaces;
    this.typesetter = new Typesetter(typefaces);
  }

  /** The PDF of this document. */
  public byte[] render(Comprobante comprobante) {
    Cabeza cabeza = new Cabeza(typesetter, comprobante);
    Pie pie = new Pie(typesetter, comprobante);
    Block first = cabeza.entera();
    Block other = cabeza.breve();
    Block last = pie.ultimo();
    Block middle = pie.intermedio();
    double footTop = Medidas.ABAJO - Math.max(last.height(), middle.height());
    Flow flow =
        new Flow(Medidas.ARRIBA + first.height(), Medidas.ARRIBA + other.height(), footTop - 2);
    flow.add(new Detalle(typesetter, comprobante.cfe()).parte());
    flow.sink();
    cierre(comprobante).forEach(flow::add);
    flow.add(new Adenda(typesetter, comprobante.data()).parte());

    String title =
        comprobante.tipo().nombre()
            + " "
            + comprobante.numero().serie()
            + " "
            + comprobante.numero().nro();
    String author = comprobante.cfe().emisor().rznSoc().orElse("");
    try (Pdf pdf = new Pdf(typefaces, title, author, comprobante.firmado().toZonedDateTime())) {
      for (int page = 1; page <= flow.pages(); page++) {
        Canvas canvas = pdf.newPage();
        if (!comprobante.data().ambiente().isFiscal()) {
          sinValorFiscal(canvas);
        }
        (page == 1 ? first : other).draw(canvas, Medidas.BORDE, Medidas.ARRIBA);
        flow.draw(canvas, page, Medidas.BORDE);
        canvas.rule(Medidas.BORDE, footTop - 0.5, Medidas.ANCHO, 0.25, 0);
        (page == flow.pages() ? last : middle).draw(canvas, Medidas.BORDE, footTop);
        numerar(canvas, page, flow.pages());
      }
      return pdf.bytes();
    }
  }

  /** Zones C to F and the totals. */
  private List<Part> cierre(Comprobante comprobante) {
    List<Part> sections = new Secciones(typesetter, comprobante.cfe()).partes();
    List<Block> totals = new Resumen(typesetter, comprobante).renglones();
    double height = sections.stream().mapToDouble(Part::height).sum();
    if (height <= BESIDE) {
      Block left = new Stack(sections.stream().<Block>map(Part::asBlock).toList());
      return List.of(
          Part.whole(
              3,
              List.of(
                  Row.of(
                      new Cell(0, left), new Cell(Medidas.COLUMNA_DERECHA_X, new Stack(totals))))));
    }
    List<Block> moved =
        totals.stream().<Block>map(b -> Row.of(new Cell(Medidas.COLUMNA_DERECHA_X, b))).toList();
    return Stream.concat(sections.stream(), Stream.of(Part.whole(3, moved))).toList();
  }

  /** Required of each page when there are several, and of none when there is one. */
  private void numerar(Canvas canvas, int page, int pages) {
    if (pages > 1) {
      Block number =
          typesetter.text(
              "Página " + page + " de " + pages, Letras.FUERTE, Medidas.ANCHO, Align.RIGHT);
      number.draw(canvas, Medidas.BORDE, Medidas.ABAJO - number.height());
    }
  }

  private void sinValorFiscal(Canvas canvas) {
    double half = typesetter.width(SIN_VALOR, Letras.AGUA) / 2 * Math.cos(Math.toRadians(45));
    canvas.slanted(
        Canvas.WIDTH / 2 - half + 6, Canvas.HEIGHT / 2 + half + 6, 45, SIN_VALOR, Letras.AGUA);
    Block line = typesetter.text(SIN_VALOR, Letras.LEYENDA_FUERTE, Medidas.ANCHO, Align.CENTRE);
    line.draw(canvas, Medidas.BORDE, Medidas.ARRIBA - line.height() - 1);
  }
}
