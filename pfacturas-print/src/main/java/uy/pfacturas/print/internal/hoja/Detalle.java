package uy.pfacturas.print.internal.hoja;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.print.internal.layout.Align;
import uy.pfacturas.print.internal.layout.Block;
import uy.pfacturas.print.internal.layout.Frame;
import uy.pfacturas.print.internal.layout.Gap;
import uy.pfacturas.print.internal.layout.Part;
import uy.pfacturas.print.internal.layout.Row;
import uy.pfacturas.print.internal.layout.Row.Cell;
import uy.pfacturas.print.internal.layout.Rule;
import uy.pfacturas.print.internal.layout.Stack;
import uy.pfacturas.print.internal.layout.Typesetter;
import uy.pfacturas.print.internal.pdf.Letra;

/**
 * The lines of the document, zone B. Columns are as wide as their widest value; the description has
 * the rest and goes on over as many lines as it takes.
 *
 * @see "Formato v25-1, zona B and representación impresa, 4"
 */
final class Detalle {
  private static final double PADDING = 1;
  private static final double GUTTER = 3;

  private final Typesetter typesetter;
  private final List<Column> columns = new ArrayList<>();
  private final Column descripcion;

  private record Column(
      String title, Align align, double x, double width, Function<Item, String> value) {}

  private final List<Item> items;

  Detalle(Typesetter typesetter, Cfe cfe) {
    this.typesetter = typesetter;
    this.items = cfe.items();
    double right = Medidas.ANCHO - PADDING;
    Column importe = column("Importe", right, Align.RIGHT, Detalle::importe);
    Column tasa = column("Tasa", importe.x() - GUTTER, Align.LEFT, Detalle::facturacion);
    Column precio = column("Precio unitario", tasa.x() - GUTTER, Align.RIGHT, Detalle::precio);
    Column unidad = column("Unidad", precio.x() - GUTTER, Align.LEFT, Detalle::unidad);
    Column cantidad = column("Cantidad", unidad.x() - GUTTER, Align.RIGHT, Detalle::cantidad);
    descripcion =
        new Column(
            "Descripción",
            Align.LEFT,
            PADDING,
            cantidad.x() - GUTTER - PADDING,
            i -> i.nomItem().orElse(""));
    columns.addAll(List.of(descripcion, cantidad, unidad, precio, tasa, importe));
  }

  /** The table, its headings repeated on each page. */
  Part parte() {
    List<Block> blocks = new ArrayList<>();
    for (Item item : items) {
      blocks.add(row(Letras.CUERPO, c -> c.value().apply(item)));
      detalles(item)
          .flatMap(
              t ->
                  typesetter
                      .text(t, Letras.CUERPO, Medidas.ANCHO - descripcion.x() - 2 - PADDING)
                      .perLine()
                      .stream())
          .forEach(line -> blocks.add(Row.of(new Cell(descripcion.x() + 2, line))));
      blocks.add(new Rule(Medidas.ANCHO, 0.1, 0.7, 1.2));
    }
    Row titles = row(Letras.FUERTE, Column::title);
    return new Part(
        Stack.of(
            new Gap(2.5),
            new Frame(titles, Medidas.ANCHO, titles.height() + 1.6, 0, 0.9),
            new Gap(1)),
        blocks,
        new Gap(2),
        false);
  }

  private Row row(Letra letra, Function<Column, String> text) {
    return new Row(
        columns.stream()
            .map(c -> new Cell(c.x(), typesetter.text(text.apply(c), letra, c.width(), c.align())))
            .toList());
  }

  private Column column(String title, double right, Align align, Function<Item, String> value) {
    double width =
        items.stream()
            .map(value)
            .mapToDouble(v -> typesetter.width(v, Letras.CUERPO))
            .max()
            .orElse(0);
    width = Math.max(width, typesetter.width(title, Letras.FUERTE)) + 0.1;
    return new Column(title, align, right - width, width, value);
  }

  private static String cantidad(Item item) {
    return item.cantidad().map(Importes::cantidad).orElse("");
  }

  /** N/A need not be printed (B-C10). */
  private static String unidad(Item item) {
    return item.uniMed().filter(u -> !u.equals("N/A")).orElse("");
  }

  private static String precio(Item item) {
    return item.precioUnitario().map(Importes::precio).orElse("");
  }

  private static String facturacion(Item item) {
    return item.indFact().map(Palabras::facturacion).orElse("");
  }

  /** The sign of indicator 7 is printed in place of the code (note 6 of zone B). */
  private static String importe(Item item) {
    return item.montoItem()
        .map(m -> item.indFact().filter(i -> i == 7).isPresent() ? m.negate() : m)
        .map(Importes::monto)
        .orElse("");
  }

  /** What stands under the name, line by line. */
  private static Stream<String> detalles(Item item) {
    return Stream.of(
            item.codItems().stream()
                .map(c -> Cabeza.joined(" ", Stream.of(c.tpoCod(), c.cod())).orElse("")),
            item.dscItem().stream(),
            cambio("Descuento", item.descuentoPct(), item.descuentoMonto().map(BigDecimal::negate))
                .stream(),
            cambio("Recargo", item.recargoPct(), item.recargoMnt()).stream(),
            item.retencPerceps().stream()
                .map(
                    r ->
                        "Retención/percepción "
                            + r.codRet().orElse("")
                            + r.tasa().map(t -> " " + Importes.tasa(t)).orElse("")
                            + r.mntSujetoaRet().map(m -> " de " + Importes.monto(m)).orElse("")
                            + r.valRetPerc().map(v -> ": " + Importes.monto(v)).orElse("")
                            + r.infoAdicionalRet().map(t -> " - " + t).orElse("")))
        .flatMap(Function.identity());
  }

  private static Optional<String> cambio(
      String name, Optional<BigDecimal> percent, Optional<BigDecimal> amount) {
    return amount
        .filter(a -> a.signum() != 0)
        .map(
            a ->
                name
                    + percent.map(p -> " " + Importes.tasa(p)).orElse("")
                    + ": "
                    + Importes.monto(a));
  }
}
