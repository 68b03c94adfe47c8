package uy.pfacturas.print.internal.hoja;

import uy.pfacturas.print.internal.pdf.Canvas;

/**
 * Measures, in millimetres: first those that DGI prescribes, then ours within them.
 *
 * @see "Formato de los CFE v25-1, Formato de la representación impresa"
 */
final class Medidas {
  /** "Tipo de letra": letters without another rule. DGI: at least 2. */
  static final double LETRA = 2.05;

  /** Type of document, legends, boxes of receiver and expiry. DGI: at least 3. */
  static final double LETRA_LEYENDA = 3.05;

  /** "Borde sin letras". DGI: at least 5. */
  static final double BORDE = 12;

  /** "Sello digital": side of the QR. DGI: 22, with margins of 3, to 30, with margins of 5. */
  static final double QR = 26;

  /** "Sello digital": margin of the QR, as far between 3 and 5 as its side is between 22 and 30. */
  static final double QR_MARGEN = 4;

  /** "Identificación del receptor": width of the box of RUC or final consumer. DGI: at least 40. */
  static final double RECUADRO_RECEPTOR = 62;

  /** "Identificación del emisor": width of the box of a regime's legend. DGI: at least 40. */
  static final double RECUADRO_REGIMEN = 78;

  /** Height of both boxes. DGI: at least 10. */
  static final double RECUADRO_ALTO = 13;

  /** "Fecha de vencimiento del CAE": width of its box. DGI: at least 20. */
  static final double RECUADRO_VENCIMIENTO = 52;

  /** "Fecha de vencimiento del CAE": height of its box. DGI: at least 10. */
  static final double RECUADRO_VENCIMIENTO_ALTO = 14;

  /** "Adenda": distance from the document's own data. DGI: at least 5. */
  static final double ADENDA_MARGEN = 5.5;

  /** Width of what is printed. */
  static final double ANCHO = Canvas.WIDTH - 2 * BORDE;

  /** The right one of two columns, and where it begins. */
  static final double COLUMNA_DERECHA = 84;

  static final double COLUMNA_DERECHA_X = ANCHO - COLUMNA_DERECHA;

  /** The left one of two columns. */
  static final double COLUMNA_IZQUIERDA = COLUMNA_DERECHA_X - 6;

  /** Where the head begins and where the foot ends, from the upper edge of the paper. */
  static final double ARRIBA = 12;

  static final double ABAJO = Canvas.HEIGHT - 8;

  private Medidas() {}
}
