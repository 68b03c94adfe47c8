package uy.pfacturas.print.internal.hoja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.IdDoc;
import uy.pfacturas.core.cfe.Receptor;
import uy.pfacturas.print.internal.layout.Block;
import uy.pfacturas.print.internal.layout.Gap;
import uy.pfacturas.print.internal.layout.Row;
import uy.pfacturas.print.internal.layout.Row.Cell;
import uy.pfacturas.print.internal.layout.Stack;
import uy.pfacturas.print.internal.layout.Typesetter;

/** Dates, currency and other data of the whole document, as a strip of labels and values. */
final class Datos {
  private static final int PER_ROW = 4;
  private static final double GUTTER = 3;

  private final Typesetter typesetter;
  private final Comprobante comprobante;
  private final List<Block> cells = new ArrayList<>();

  Datos(Typesetter typesetter, Comprobante comprobante) {
    this.typesetter = typesetter;
    this.comprobante = comprobante;
  }

  Block tira() {
    IdDoc idDoc = comprobante.cfe().idDoc();
    add("Fecha", Optional.of(Importes.dia(comprobante.cfe().fchEmis())));
    add("Vencimiento", idDoc.fchVenc().map(Importes::dia));
    add("Moneda", Optional.of(Palabras.moneda(comprobante.cfe().moneda())));
    add("Precios", idDoc.mntBruto().filter(m -> m == 1).map(m -> "IVA incluido"));
    add("Tipo de cambio", comprobante.cfe().totales().tpoCambio().map(Importes::cantidad));
    add("Período desde", idDoc.periodoDesde().map(Importes::dia));
    add("Período hasta", idDoc.periodoHasta().map(Importes::dia));
    add("Número interno", idDoc.nroInterno());
    add("Orden de compra", comprobante.cfe().receptor().flatMap(Receptor::compraID));
    add("Caja", comprobante.data().cajero());
    List<Block> rows = new ArrayList<>();
    for (int i = 0; i < cells.size(); i += PER_ROW) {
      List<Cell> row = new ArrayList<>();
      for (Block cell : cells.subList(i, Math.min(i + PER_ROW, cells.size()))) {
        row.add(new Cell(row.size() * width(), cell));
      }
      rows.add(new Row(row));
      rows.add(new Gap(0.8));
    }
    idDoc
        .infoAdicionalDoc()
        .ifPresent(t -> rows.add(typesetter.text(t, Letras.CUERPO, Medidas.ANCHO)));
    return new Stack(rows);
  }

  private void add(String label, Optional<String> value) {
    double width = width() - GUTTER;
    value.ifPresent(
        v ->
            cells.add(
                Stack.of(
                    typesetter.text(label, Letras.ROTULO, width),
                    typesetter.text(v, Letras.FUERTE, width))));
  }

  private static double width() {
    return Medidas.ANCHO / PER_ROW;
  }
}
