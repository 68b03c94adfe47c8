package uy.pfacturas.print;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * A table to be put on paper.
 *
 * @param titulo what it is
 * @param autor whose it is
 * @param notas lines under the title
 * @param columnas from left to right, at least one
 * @param filas each with one text for each column; line feeds are kept
 * @param pagina word before a page's number
 * @param hecha when it was made
 */
public record Tabla(
    String titulo,
    String autor,
    List<String> notas,
    List<Columna> columnas,
    List<List<String>> filas,
    String pagina,
    ZonedDateTime hecha) {
  /**
   * A column.
   *
   * @param rotulo its heading
   * @param parte its share of the width, against those of the others; above 0
   * @param aLaDerecha whether its texts stand at the right, as amounts do
   */
  public record Columna(String rotulo, double parte, boolean aLaDerecha) {
    /**
     * @throws IllegalArgumentException if the share is not above 0
     */
    public Columna {
      if (!(parte > 0)) {
        throw new IllegalArgumentException("parte is not above 0: " + parte);
      }
    }
  }

  /**
   * @throws IllegalArgumentException if there is no column, or a row has more or fewer texts
   */
  public Tabla {
    notas = List.copyOf(notas);
    columnas = List.copyOf(columnas);
    filas = filas.stream().map(List::copyOf).toList();
    int wide = columnas.size();
    if (wide == 0 || filas.stream().anyMatch(fila -> fila.size() != wide)) {
      throw new IllegalArgumentException("rows do not have the columns' number of texts: " + wide);
    }
  }

  /**
   * The PDF, A4, as many pages as it takes, with the headings on each. The same table gives the
   * same bytes.
   *
   * @throws PrintException if it cannot be made
   */
  public byte[] pdf() {
    return new uy.pfacturas.print.internal.tabla.HojaTabla(
            uy.pfacturas.print.internal.pdf.Typefaces.parse())
        .render(this);
  }
}
