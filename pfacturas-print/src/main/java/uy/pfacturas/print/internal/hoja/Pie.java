package uy.pfacturas.print.internal.hoja;

import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.core.cfe.CaeData;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.print.internal.layout.Align;
import uy.pfacturas.print.internal.layout.Block;
import uy.pfacturas.print.internal.layout.Frame;
import uy.pfacturas.print.internal.layout.Gap;
import uy.pfacturas.print.internal.layout.Row;
import uy.pfacturas.print.internal.layout.Row.Cell;
import uy.pfacturas.print.internal.layout.Stack;
import uy.pfacturas.print.internal.layout.Typesetter;
import uy.pfacturas.print.internal.pdf.Canvas;
import uy.pfacturas.print.internal.pdf.Qr;

/**
 * The foot: seal at the lower left on every page; resolution, verification, VAT, CAE and its expiry
 * on the last.
 *
 * @see "Formato v25-1, representación impresa, 5"
 */
final class Pie {
  private static final String DGI = "www.dgi.gub.uy";
  private static final double LEYENDAS_X = Medidas.QR + 2 * Medidas.QR_MARGEN + 2;
  private static final double VENCIMIENTO_X = Medidas.ANCHO - Medidas.RECUADRO_VENCIMIENTO;

  private final Typesetter typesetter;
  private final Comprobante comprobante;

  private record Simbolo(Qr qr) implements Block {
    @Override
    public double height() {
      return Medidas.QR;
    }

    @Override
    public void draw(Canvas canvas, double x, double y) {
      canvas.qr(x, y, Medidas.QR, qr);
    }
  }

  Pie(Typesetter typesetter, Comprobante comprobante) {
    this.typesetter = typesetter;
    this.comprobante = comprobante;
  }

  /** The foot of the last page. */
  Block ultimo() {
    return Row.of(
        new Cell(0, sello()),
        new Cell(LEYENDAS_X, leyendas(VENCIMIENTO_X - LEYENDAS_X - 4)),
        new Cell(VENCIMIENTO_X, vencimiento()));
  }

  /** The foot of the other pages. */
  Block intermedio() {
    return Row.of(
        new Cell(0, sello()),
        new Cell(
            LEYENDAS_X,
            Stack.of(
                new Gap(Medidas.QR_MARGEN),
                typesetter.text(
                    "Continúa en la página siguiente",
                    Letras.CUERPO,
                    Medidas.ANCHO - LEYENDAS_X))));
  }

  private Block sello() {
    double width = Medidas.QR + 2 * Medidas.QR_MARGEN;
    return Stack.of(
        new Gap(Medidas.QR_MARGEN),
        new Simbolo(Qr.of(comprobante.sello().qr().toString())),
        new Gap(Medidas.QR_MARGEN),
        typesetter.text("Código de seguridad", Letras.CUERPO, width),
        typesetter.text(comprobante.sello().codigoSeguridad(), Letras.FUERTE, width));
  }

  private Block leyendas(double width) {
    CaeData cae = comprobante.cae();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Gap(Medidas.QR_MARGEN));
    blocks.add(typesetter.text(comprobante.data().resolucion(), Letras.CUERPO, width));
    blocks.add(typesetter.text("Puede verificar comprobante en " + pagina(), Letras.CUERPO, width));
    blocks.add(new Gap(1));
    String iva = ivaAlDia();
    if (!iva.isEmpty()) {
      blocks.add(typesetter.text(iva, Letras.LEYENDA, width));
      blocks.add(new Gap(1));
    }
    blocks.add(typesetter.text("Nº de CAE " + cae.caeId().orElseThrow(), Letras.CUERPO, width));
    blocks.add(
        typesetter.text(
            "Rango autorizado: serie "
                + comprobante.numero().serie()
                + ", del "
                + cae.dNro().orElseThrow()
                + " al "
                + cae.hNro().orElseThrow(),
            Letras.CUERPO,
            width));
    return new Stack(blocks);
  }

  /** The company's own page for e-Tickets and their notes, DGI's for the others. */
  private String pagina() {
    return comprobante.isConsumoFinal()
        ? comprobante.data().paginaVerificacion().replaceFirst("^https?://", "")
        : DGI;
  }

  /** The statement about VAT; monotributo makes none. */
  private String ivaAlDia() {
    Regimen regimen = comprobante.regimen();
    if (regimen == Regimen.MONOTRIBUTO || regimen == Regimen.MONOTRIBUTO_MIDES) {
      return "";
    }
    return comprobante.cfe().idDoc().ivaAlDia().map(Palabras::ivaAlDia).orElse("IVA al día");
  }

  private Block vencimiento() {
    double padding = 1.5;
    String text =
        "Fecha de vencimiento\n" + Importes.dia(comprobante.cae().fecVenc().orElseThrow());
    return Stack.of(
        new Gap(Medidas.QR_MARGEN),
        new Frame(
            typesetter.text(
                text,
                Letras.LEYENDA_FUERTE,
                Medidas.RECUADRO_VENCIMIENTO - 2 * padding,
                Align.CENTRE),
            Medidas.RECUADRO_VENCIMIENTO,
            Medidas.RECUADRO_VENCIMIENTO_ALTO,
            padding,
            1));
  }
}
