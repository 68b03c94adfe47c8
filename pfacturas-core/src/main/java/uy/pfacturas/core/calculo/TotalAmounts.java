package uy.pfacturas.core.calculo;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.Retencion;
import uy.pfacturas.core.cfe.RetencionTotal;
import uy.pfacturas.core.cfe.Totales;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.ley.TasasIva.Tasas;

/**
 * The totals of a document whose lines and global discounts have their amounts: A-C112 to A-C130. A
 * total is there when a line, discount or surcharge goes into it.
 */
final class TotalAmounts {
  private static final int IVA_INCLUDED = 1;
  private static final String TAX_CREDIT = "2181";

  private final Cfe cfe;
  private final Sums sums;
  private final Tasas tasas;

  private TotalAmounts(Cfe cfe, Tasas tasas) {
    this.cfe = cfe;
    this.sums = Sums.of(cfe.items(), cfe.descuentosRecargos());
    this.tasas = tasas;
  }

  /** The totals; currency, exchange rate and the VAT of other rates are taken as given. */
  static Totales of(Cfe cfe, Tasas tasas) {
    return new TotalAmounts(cfe, tasas).totales();
  }

  private Totales totales() {
    TotalesBuilder counted =
        TotalesBuilder.builder(cfe.totales()).cantLinDet(Optional.of(cfe.items().size()));
    return switch (cfe.tipo().familia()) {
      case REMITO -> counted.build();
      case RESGUARDO -> resguardo(counted);
      case REMITO_EXPORTACION -> {
        Optional<BigDecimal> sum =
            Optional.of(sums.exportacion(Familia.REMITO_EXPORTACION, cfe.items()));
        yield counted.mntExpoyAsim(sum).mntTotal(sum).build();
      }
      case TICKET, FACTURA, EXPORTACION, BOLETA -> sale(counted);
    };
  }

  private Totales resguardo(TotalesBuilder counted) {
    List<RetencionTotal> retenciones = retenciones(cfe.items());
    return counted
        .retencPerceps(retenciones)
        .mntTotRetenido(retained(retenciones, false).or(() -> Optional.of(Rounding.ZERO)))
        .mntTotCredFisc(retained(retenciones, true))
        .build();
  }

  private Totales sale(TotalesBuilder counted) {
    Familia familia = cfe.tipo().familia();
    Vat minimum = vat(IndFact.TASA_MINIMA, tasas.minima());
    Vat basic = vat(IndFact.TASA_BASICA, tasas.basica());
    Optional<BigDecimal> otherVat = cfe.totales().mntIVAOtra();
    List<RetencionTotal> retenciones = retenciones(cfe.items());
    Totales partial =
        counted
            .mntNoGrv(
                sums.hasNoGravado(familia)
                    ? Optional.of(sums.noGravado(familia))
                    : Optional.empty())
            .mntExpoyAsim(
                familia == Familia.EXPORTACION
                    ? Optional.of(sums.of(IndFact.EXPORTACION))
                    : sum(IndFact.EXPORTACION))
            .mntImpuestoPerc(sum(IndFact.IMPUESTO_PERCIBIDO))
            .mntIVaenSusp(sum(IndFact.IVA_EN_SUSPENSO))
            .mntNetoIvaTasaMin(minimum.net)
            .mntNetoIVATasaBasica(basic.net)
            .mntNetoIVAOtra(sum(IndFact.OTRA_TASA))
            .ivaTasaMin(minimum.rate)
            .ivaTasaBasica(basic.rate)
            .mntIVATasaMin(minimum.vat)
            .mntIVATasaBasica(basic.vat)
            .mntIVAOtra(otherVat)
            .mntTotRetenido(retained(retenciones, false))
            .mntTotCredFisc(retained(retenciones, true))
            .retencPerceps(retenciones)
            .montoNF(
                sums.has(IndFact.NO_FACTURABLE, IndFact.NO_FACTURABLE_NEGATIVO)
                    ? Optional.of(sums.noFacturable())
                    : Optional.empty())
            .build();
    Totales withTotal =
        TotalesBuilder.builder(partial).mntTotal(Optional.of(Total.of(partial))).build();
    return TotalesBuilder.builder(withTotal)
        .mntPagar(Optional.of(Pagar.of(cfe, withTotal)))
        .build();
  }

  private Optional<BigDecimal> sum(int... indicators) {
    return sums.has(indicators) ? Optional.of(sums.of(indicators)) : Optional.empty();
  }

  private Vat vat(int indFact, BigDecimal rate) {
    if (!sums.has(indFact)) {
      return Vat.NONE;
    }
    BigDecimal sum = sums.of(indFact);
    boolean isGross = cfe.idDoc().mntBruto().filter(m -> m == IVA_INCLUDED).isPresent();
    BigDecimal net = isGross ? Rounding.net(sum, rate) : sum;
    BigDecimal vat = isGross ? sum.subtract(net) : Rounding.percent(sum, rate);
    return new Vat(Optional.of(net), Optional.of(rate), Optional.of(vat));
  }

  /**
   * A-C127 and A-C128: one total per code, in the order of the lines; what a line of an e-Resguardo
   * undoes is taken away.
   */
  private static List<RetencionTotal> retenciones(List<Item> items) {
    Map<String, BigDecimal> byCode = new LinkedHashMap<>();
    for (Item item : items) {
      for (Retencion retencion : item.retencPerceps()) {
        retencion
            .codRet()
            .ifPresent(
                code ->
                    byCode.merge(
                        code,
                        Sums.signed(item, retencion.valRetPerc().orElse(Rounding.ZERO)),
                        BigDecimal::add));
      }
    }
    return byCode.entrySet().stream()
        .map(e -> new RetencionTotal(Optional.of(e.getKey()), Optional.of(e.getValue())))
        .toList();
  }

  /** A-C125 and A-C125.1: codes of form 2181 are tax credits. */
  private static Optional<BigDecimal> retained(List<RetencionTotal> totals, boolean isCredit) {
    return totals.stream()
        .filter(t -> t.codRet().orElse("").startsWith(TAX_CREDIT) == isCredit)
        .flatMap(t -> t.valRetPerc().stream())
        .reduce(BigDecimal::add);
  }

  private record Vat(
      Optional<BigDecimal> net, Optional<BigDecimal> rate, Optional<BigDecimal> vat) {
    static final Vat NONE = new Vat(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
