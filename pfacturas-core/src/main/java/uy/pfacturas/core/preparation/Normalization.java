package uy.pfacturas.core.preparation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import uy.pfacturas.core.calculo.IndFact;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.ComplFiscal;
import uy.pfacturas.core.cfe.ComplFiscalBuilder;
import uy.pfacturas.core.cfe.DescuentoRecargoBuilder;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.IdDoc;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.MedioPagoBuilder;
import uy.pfacturas.core.cfe.ReferenciaBuilder;
import uy.pfacturas.core.cfe.SubTotalBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.Regimen;

/** Fills in what the company, the day and the place of a line say, and the file does not. */
final class Normalization {
  private static final int SIN_IVA = 3;
  private static final int AMOUNT = 1;
  private static final int NOT_UP_TO_DATE = 1;

  private static final Set<Familia> SALES = Set.of(Familia.TICKET, Familia.FACTURA);
  private static final Set<Familia> SAYING_IVA =
      Set.of(Familia.TICKET, Familia.FACTURA, Familia.EXPORTACION);

  private final Empresa empresa;

  Normalization(Empresa empresa) {
    this.empresa = empresa;
  }

  /**
   * The document with defaults; issuer and receiver are left as they are. A document that does not
   * say its type gets those of an e-Ticket.
   */
  Cfe apply(Cfe cfe, LocalDate today) {
    TipoCfe tipo = cfe.idDoc().tipoCFE().orElse(TipoCfe.E_TICKET);
    return CfeBuilder.builder(cfe)
        .idDoc(idDoc(cfe.idDoc(), tipo, today))
        .totales(
            TotalesBuilder.builder(cfe.totales())
                .tpoMoneda(
                    cfe.totales()
                        .tpoMoneda()
                        .or(() -> Optional.of(empresa.moneda()))
                        .filter(m -> tipo.familia() != Familia.REMITO))
                .build())
        .items(numbered(cfe.items(), (item, n) -> item(item, tipo, n)))
        .complFiscal(cfe.complFiscal().map(this::complemento))
        .subTotales(
            numbered(
                cfe.subTotales(),
                (s, n) -> SubTotalBuilder.builder(s).nroSTI(Optional.of(n)).build()))
        .descuentosRecargos(
            numbered(
                cfe.descuentosRecargos(),
                (d, n) ->
                    DescuentoRecargoBuilder.builder(d)
                        .nroLinDR(Optional.of(n))
                        .tpoDR(d.tpoDR().or(() -> Optional.of(AMOUNT)))
                        .build()))
        .mediosPago(
            numbered(
                cfe.mediosPago(),
                (m, n) -> MedioPagoBuilder.builder(m).nroLinMP(Optional.of(n)).build()))
        .referencias(
            numbered(
                cfe.referencias(),
                (r, n) -> ReferenciaBuilder.builder(r).nroLinRef(Optional.of(n)).build()))
        .build();
  }

  private static <T> List<T> numbered(List<T> all, BiFunction<T, Integer, T> number) {
    List<T> result = new ArrayList<>();
    for (T one : all) {
      result.add(number.apply(one, result.size() + 1));
    }
    return result;
  }

  private IdDoc idDoc(IdDoc idDoc, TipoCfe tipo, LocalDate today) {
    return IdDocBuilder.builder(idDoc)
        .fchEmis(idDoc.fchEmis().or(() -> Optional.of(today)))
        .mntBruto(idDoc.mntBruto().or(() -> mntBruto(tipo)))
        .ivaAlDia(
            idDoc
                .ivaAlDia()
                .or(() -> SAYING_IVA.contains(tipo.familia()) ? ivaAlDia() : Optional.empty()))
        .build();
  }

  private Optional<Integer> mntBruto(TipoCfe tipo) {
    boolean isSale = SALES.contains(tipo.familia());
    boolean isPriced = SAYING_IVA.contains(tipo.familia()) || tipo.familia() == Familia.BOLETA;
    if (empresa.regimen().isSinIva() && !tipo.isCuentaAjena()) {
      return isPriced ? Optional.of(SIN_IVA) : Optional.empty();
    }
    return isSale ? empresa.mntBruto() : Optional.empty();
  }

  private ComplFiscal complemento(ComplFiscal k) {
    return ComplFiscalBuilder.builder(k)
        .rucEmisor(k.rucEmisor().or(() -> Optional.of(empresa.ruc())))
        .build();
  }

  /** A-C17; those of monotributo do not use it. */
  private Optional<Integer> ivaAlDia() {
    boolean isMonotributo =
        empresa.regimen() == Regimen.MONOTRIBUTO || empresa.regimen() == Regimen.MONOTRIBUTO_MIDES;
    return empresa.ivaAlDia() || isMonotributo ? Optional.empty() : Optional.of(NOT_UP_TO_DATE);
  }

  private Item item(Item item, TipoCfe tipo, int number) {
    Optional<Integer> indFact = item.indFact().or(() -> indFact(tipo));
    boolean isFree = indFact.filter(f -> f == IndFact.GRATIS).isPresent();
    boolean isMeasured = tipo.familia() != Familia.RESGUARDO;
    return ItemBuilder.builder(item)
        .nroLinDet(Optional.of(number))
        .indFact(indFact)
        .uniMed(item.uniMed().or(() -> Optional.of(empresa.uniMed()).filter(u -> isMeasured)))
        .precioUnitario(
            item.precioUnitario()
                .or(() -> isFree ? Optional.of(BigDecimal.ZERO) : Optional.empty()))
        .build();
  }

  /** Only where type and regime leave no choice. */
  private Optional<Integer> indFact(TipoCfe tipo) {
    if (tipo.familia() == Familia.EXPORTACION) {
      return Optional.of(IndFact.EXPORTACION);
    }
    boolean isOwnSale = SALES.contains(tipo.familia()) && !tipo.isCuentaAjena();
    if (empresa.regimen() == Regimen.GENERAL || !isOwnSale) {
      return Optional.empty();
    }
    return Optional.of(empresa.regimen().isSinIva() ? IndFact.IVA_MINIMO : IndFact.EXENTO);
  }
}
