package uy.pfacturas.print.internal.hoja;

import uy.pfacturas.print.internal.pdf.Letra;

/** The letters of the page. */
final class Letras {
  static final Letra CUERPO = Letra.de(Medidas.LETRA);
  static final Letra FUERTE = CUERPO.enNegrita();
  static final Letra ROTULO = CUERPO.enGris(0.35);
  static final Letra LEYENDA = Letra.de(Medidas.LETRA_LEYENDA);
  static final Letra LEYENDA_FUERTE = LEYENDA.enNegrita();
  static final Letra TIPO = Letra.de(3.5).enNegrita();
  static final Letra AGUA = new Letra(true, 16, 0.91);

  private Letras() {}
}
