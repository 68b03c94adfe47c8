package uy.pfacturas.core.reporte;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import uy.pfacturas.core.cfe.Totales;

/**
 * An amount that is a part of the total of a row, B-C12 to C21.
 *
 * @param campo its number in DGI's text
 * @param elemento its element
 * @param deMonto where a row has it
 * @param enMonto writes it into a row
 * @param deTotales where a document has it
 */
record Importe(
    String campo,
    String elemento,
    Function<Monto, Optional<BigDecimal>> deMonto,
    BiConsumer<MontoBuilder, Optional<BigDecimal>> enMonto,
    Function<Totales, Optional<BigDecimal>> deTotales) {
  static final Importe NO_GRAVADO =
      new Importe(
          "B-C12", "TotMntNoGrv", Monto::totMntNoGrv, MontoBuilder::totMntNoGrv, Totales::mntNoGrv);
  static final Importe EXPORTACION =
      new Importe(
          "B-C13",
          "TotMntExpyAsim",
          Monto::totMntExpyAsim,
          MontoBuilder::totMntExpyAsim,
          Totales::mntExpoyAsim);
  static final Importe PERCIBIDO =
      new Importe(
          "B-C14",
          "TotMntImpPerc",
          Monto::totMntImpPerc,
          MontoBuilder::totMntImpPerc,
          Totales::mntImpuestoPerc);
  static final Importe SUSPENSO =
      new Importe(
          "B-C15",
          "TotMntIVAenSusp",
          Monto::totMntIVAenSusp,
          MontoBuilder::totMntIVAenSusp,
          Totales::mntIVaenSusp);
  static final Importe NETO_MINIMA =
      new Importe(
          "B-C16",
          "TotMntIVATasaMin",
          Monto::totMntIVATasaMin,
          MontoBuilder::totMntIVATasaMin,
          Totales::mntNetoIvaTasaMin);
  static final Importe NETO_BASICA =
      new Importe(
          "B-C17",
          "TotMntIVATasaBas",
          Monto::totMntIVATasaBas,
          MontoBuilder::totMntIVATasaBas,
          Totales::mntNetoIVATasaBasica);
  static final Importe NETO_OTRA =
      new Importe(
          "B-C18",
          "TotMntIVAOtra",
          Monto::totMntIVAOtra,
          MontoBuilder::totMntIVAOtra,
          Totales::mntNetoIVAOtra);
  static final Importe IVA_MINIMA =
      new Importe(
          "B-C19",
          "MntIVATasaMin",
          Monto::mntIVATasaMin,
          MontoBuilder::mntIVATasaMin,
          Totales::mntIVATasaMin);
  static final Importe IVA_BASICA =
      new Importe(
          "B-C20",
          "MntIVATasaBas",
          Monto::mntIVATasaBas,
          MontoBuilder::mntIVATasaBas,
          Totales::mntIVATasaBasica);
  static final Importe IVA_OTRA =
      new Importe(
          "B-C21", "MntIVAOtra", Monto::mntIVAOtra, MontoBuilder::mntIVAOtra, Totales::mntIVAOtra);

  /** All of them, in DGI's order. */
  static final List<Importe> TODOS =
      List.of(
          NO_GRAVADO,
          EXPORTACION,
          PERCIBIDO,
          SUSPENSO,
          NETO_MINIMA,
          NETO_BASICA,
          NETO_OTRA,
          IVA_MINIMA,
          IVA_BASICA,
          IVA_OTRA);

  Optional<BigDecimal> of(Monto monto) {
    return deMonto.apply(monto);
  }

  Optional<BigDecimal> of(Totales totales) {
    return deTotales.apply(totales);
  }

  void set(MontoBuilder monto, Optional<BigDecimal> amount) {
    enMonto.accept(monto, amount);
  }

  /** What a row must say as its total. */
  static BigDecimal suma(Monto monto) {
    return TODOS.stream()
        .map(i -> i.of(monto).orElse(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
