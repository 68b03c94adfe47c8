package uy.pfacturas.print.internal.hoja;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Totales;
import uy.pfacturas.print.internal.layout.Block;
import uy.pfacturas.print.internal.layout.Frame;
import uy.pfacturas.print.internal.layout.Gap;
import uy.pfacturas.print.internal.layout.Row;
import uy.pfacturas.print.internal.layout.Row.Cell;
import uy.pfacturas.print.internal.layout.Typesetter;

/**
 * The totals, A-C112 to A-C130. What is zero is not printed, so a document of a regime without VAT
 * says no word of it.
 *
 * @see "Formato v25-1, representación impresa, 4, Totales"
 */
final class Resumen {
  private static final double PADDING = 2;

  private final Comprobante comprobante;
  private final Renglones renglones;
  private final List<Block> blocks = new ArrayList<>();

  Resumen(Typesetter typesetter, Comprobante comprobante) {
    this.comprobante = comprobante;
    this.renglones = new Renglones(typesetter, Medidas.COLUMNA_DERECHA - 2 * PADDING);
  }

  /** Line by line, in DGI's order, as wide as the right column. */
  List<Block> renglones() {
    Totales totales = comprobante.cfe().totales();
    String min = totales.ivaTasaMin().map(t -> " " + Importes.tasa(t)).orElse("");
    String basic = totales.ivaTasaBasica().map(t -> " " + Importes.tasa(t)).orElse("");
    add("No gravado", totales.mntNoGrv());
    add("Exportación y asimiladas", totales.mntExpoyAsim());
    add("Impuesto percibido", totales.mntImpuestoPerc());
    add("IVA en suspenso", totales.mntIVaenSusp());
    add("Neto IVA tasa mínima" + min, totales.mntNetoIvaTasaMin());
    add("Neto IVA tasa básica" + basic, totales.mntNetoIVATasaBasica());
    add("Neto IVA otra tasa", totales.mntNetoIVAOtra());
    add("IVA tasa mínima" + min, totales.mntIVATasaMin());
    add("IVA tasa básica" + basic, totales.mntIVATasaBasica());
    add("IVA otra tasa", totales.mntIVAOtra());
    BigDecimal total = comprobante.cfe().mntTotal();
    BigDecimal toPay = totales.mntPagar().orElse(total);
    if (total.compareTo(toPay) != 0) {
      add("Total", Optional.of(total));
    }
    totales
        .retencPerceps()
        .forEach(r -> add("Retención/percepción " + r.codRet().orElse(""), r.valRetPerc()));
    add("Total retenido/percibido", totales.mntTotRetenido());
    add("Total créditos fiscales", totales.mntTotCredFisc());
    add("Monto no facturable", totales.montoNF());
    blocks.add(new Gap(1.2));
    blocks.add(
        new Frame(
            renglones.de(
                "TOTAL A PAGAR",
                comprobante.cfe().moneda().codigo() + " " + Importes.monto(toPay),
                Letras.LEYENDA_FUERTE),
            Medidas.COLUMNA_DERECHA,
            0,
            PADDING,
            0.9));
    return List.copyOf(blocks);
  }

  private void add(String label, Optional<BigDecimal> amount) {
    amount
        .filter(a -> a.signum() != 0)
        .ifPresent(
            a ->
                blocks.add(
                    Row.of(
                        new Cell(PADDING, renglones.de(label, Importes.monto(a), Letras.CUERPO)))));
  }
}
