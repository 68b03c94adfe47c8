package uy.pfacturas.core.draft;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.DescuentoRecargo;
import uy.pfacturas.core.cfe.EmisorBuilder;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.MedioPagoBuilder;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.core.cfe.ReferenciaBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.rut.Rut;

/**
 * What an invoicing system knows of a document: lines, receiver, how it is paid. Issuer, numbering
 * of lines, amounts and totals are left to {@link uy.pfacturas.core.preparation.Preparation}.
 * Immutable: every method gives a new draft. What this does not offer can be changed in {@link
 * #cfe()} with the builders of the records.
 */
public final class Draft {
  private static final int CASH = 1;
  private static final int CREDIT = 2;
  private static final int WITH_VAT = 1;
  private static final int AMOUNT = 1;
  private static final int PERCENT = 2;
  private static final int RUC = 2;

  private final Cfe cfe;

  private Draft(Cfe cfe) {
    this.cfe = cfe;
  }

  /** An empty document of this type, in the company's currency, paid in cash. */
  public static Draft of(TipoCfe tipo) {
    return new Draft(
        CfeBuilder.builder()
            .idDoc(
                IdDocBuilder.builder()
                    .tipoCFE(Optional.of(tipo))
                    .fmaPago(Optional.of(CASH))
                    .build())
            .emisor(EmisorBuilder.builder().build())
            .totales(TotalesBuilder.builder().build())
            .build());
  }

  /** Paid later, due on this day. */
  public Draft credit(LocalDate due) {
    return with(
        CfeBuilder.builder(cfe)
            .idDoc(
                IdDocBuilder.builder(cfe.idDoc())
                    .fmaPago(Optional.of(CREDIT))
                    .fchVenc(Optional.of(due))
                    .build()));
  }

  /** The lines' prices, discounts and surcharges include VAT. */
  public Draft pricesWithVat() {
    return with(
        CfeBuilder.builder(cfe)
            .idDoc(IdDocBuilder.builder(cfe.idDoc()).mntBruto(Optional.of(WITH_VAT)).build()));
  }

  /** In a foreign currency; the rate is in pesos per unit, up to three decimals. */
  public Draft currency(Moneda moneda, BigDecimal rate) {
    return with(
        CfeBuilder.builder(cfe)
            .totales(
                TotalesBuilder.builder(cfe.totales())
                    .tpoMoneda(Optional.of(moneda))
                    .tpoCambio(Optional.of(rate))
                    .build()));
  }

  /** To a company; name, address and city are filled in where a registry knows them. */
  public Draft receiver(Rut rut) {
    return with(
        CfeBuilder.builder(cfe)
            .receptor(
                Optional.of(
                    ReceptorBuilder.builder()
                        .tipoDocRecep(Optional.of(RUC))
                        .docRecep(Optional.of(rut.digitos()))
                        .build())));
  }

  /** To a company. */
  public Draft receiver(Rut rut, String name, String address, String city) {
    return with(
        CfeBuilder.builder(cfe)
            .receptor(
                Optional.of(
                    ReceptorBuilder.builder()
                        .tipoDocRecep(Optional.of(RUC))
                        .docRecep(Optional.of(rut.digitos()))
                        .rznSocRecep(Optional.of(name))
                        .dirRecep(Optional.of(address))
                        .ciudadRecep(Optional.of(city))
                        .build())));
  }

  /**
   * A line without discount.
   *
   * @param indFact how it is taxed, see {@link uy.pfacturas.core.calculo.IndFact}
   * @param name up to 80 characters
   * @param quantity up to three decimals
   * @param price per unit, up to six decimals
   */
  public Draft line(int indFact, String name, BigDecimal quantity, BigDecimal price) {
    return line(indFact, name, quantity, price, BigDecimal.ZERO);
  }

  /** A line with a discount in per cent; see {@link #line(int, String, BigDecimal, BigDecimal)}. */
  public Draft line(
      int indFact, String name, BigDecimal quantity, BigDecimal price, BigDecimal discountPercent) {
    return line(
        ItemBuilder.builder()
            .indFact(Optional.of(indFact))
            .nomItem(Optional.of(name))
            .cantidad(Optional.of(quantity))
            .precioUnitario(Optional.of(price))
            .descuentoPct(Optional.of(discountPercent).filter(p -> p.signum() != 0))
            .build());
  }

  /** A line with all that the format offers. */
  public Draft line(Item item) {
    return with(CfeBuilder.builder(cfe).items(more(cfe.items(), item)));
  }

  /** A discount of the whole document, as an amount; split over the lines' indicators. */
  public Draft discount(String name, BigDecimal amount) {
    return discount(name, AMOUNT, amount);
  }

  /** A discount of the whole document, in per cent; split over the lines' indicators. */
  public Draft discountPercent(String name, BigDecimal percent) {
    return discount(name, PERCENT, percent);
  }

  private Draft discount(String name, int kind, BigDecimal value) {
    DescuentoRecargo discount =
        new DescuentoRecargo(
            Optional.empty(),
            Optional.of("D"),
            Optional.of(kind),
            Optional.empty(),
            Optional.of(name),
            Optional.of(value),
            Optional.empty());
    return with(
        CfeBuilder.builder(cfe).descuentosRecargos(more(cfe.descuentosRecargos(), discount)));
  }

  /** A means of payment, such as {@code Efectivo}, and what was paid by it. */
  public Draft paidBy(String name, BigDecimal amount) {
    return with(
        CfeBuilder.builder(cfe)
            .mediosPago(
                more(
                    cfe.mediosPago(),
                    MedioPagoBuilder.builder()
                        .glosaMP(Optional.of(name))
                        .valorPago(Optional.of(amount))
                        .build())));
  }

  /** The document that this one corrects, and why. */
  public Draft corrects(Numero numero, LocalDate date, String reason) {
    return with(
        CfeBuilder.builder(cfe)
            .referencias(
                more(
                    cfe.referencias(),
                    ReferenciaBuilder.builder()
                        .tpoDocRef(Optional.of(numero.tipo()))
                        .serie(Optional.of(numero.serie()))
                        .nroCFERef(Optional.of(numero.nro()))
                        .fechaCFEref(Optional.of(date))
                        .razonRef(Optional.of(reason))
                        .build())));
  }

  /** The draft as a document that is not complete. */
  public Cfe cfe() {
    return cfe;
  }

  private static Draft with(CfeBuilder builder) {
    return new Draft(builder.build());
  }

  private static <T> List<T> more(List<T> all, T one) {
    List<T> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }
}
