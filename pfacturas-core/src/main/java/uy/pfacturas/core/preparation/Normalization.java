package uy.pfacturas.core.preparation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import uy.pfacturas.core.calculo.IndFact;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.DescuentoRecargoBuilder;
import uy.pfacturas.core.cfe.IdDoc;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.MedioPagoBuilder;
import uy.pfacturas.core.cfe.ReferenciaBuilder;
import uy.pfacturas.core.cfe.SubTotalBuilder;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.Regimen;

/** Fills in what the company, the day and the place of a line say, and the file does not. */
final class Normalization {
  private static final int SIN_IVA = 3;
  private static final int AMOUNT = 1;
  private static final int NOT_UP_TO_DATE = 1;

  private final Empresa empresa;

  Normalization(Empresa empresa) {
    this.empresa = empresa;
  }

  /** The document with defaults; issuer and receiver are left as they are. */
  Cfe apply(Cfe cfe, LocalDate today) {
    return CfeBuilder.builder(cfe)
        .idDoc(idDoc(cfe.idDoc(), today))
        .totales(
            TotalesBuilder.builder(cfe.totales())
                .tpoMoneda(cfe.totales().tpoMoneda().or(() -> Optional.of(empresa.moneda())))
                .build())
        .items(numbered(cfe.items(), this::item))
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

  private IdDoc idDoc(IdDoc idDoc, LocalDate today) {
    return IdDocBuilder.builder(idDoc)
        .fchEmis(idDoc.fchEmis().or(() -> Optional.of(today)))
        .mntBruto(idDoc.mntBruto().or(this::mntBruto))
        .ivaAlDia(idDoc.ivaAlDia().or(this::ivaAlDia))
        .build();
  }

  private Optional<Integer> mntBruto() {
    return empresa.regimen().isSinIva() ? Optional.of(SIN_IVA) : empresa.mntBruto();
  }

  /** A-C17; those of monotributo do not use it. */
  private Optional<Integer> ivaAlDia() {
    boolean isMonotributo =
        empresa.regimen() == Regimen.MONOTRIBUTO || empresa.regimen() == Regimen.MONOTRIBUTO_MIDES;
    return empresa.ivaAlDia() || isMonotributo ? Optional.empty() : Optional.of(NOT_UP_TO_DATE);
  }

  private Item item(Item item, int number) {
    Optional<Integer> indFact = item.indFact().or(this::indFact);
    boolean isFree = indFact.filter(f -> f == IndFact.GRATIS).isPresent();
    return ItemBuilder.builder(item)
        .nroLinDet(Optional.of(number))
        .indFact(indFact)
        .uniMed(item.uniMed().or(() -> Optional.of(empresa.uniMed())))
        .precioUnitario(
            item.precioUnitario()
                .or(() -> isFree ? Optional.of(BigDecimal.ZERO) : Optional.empty()))
        .build();
  }

  /** Only where the regime leaves no choice. */
  private Optional<Integer> indFact() {
    if (empresa.regimen() == Regimen.GENERAL) {
      return Optional.empty();
    }
    return Optional.of(empresa.regimen().isSinIva() ? IndFact.IVA_MINIMO : IndFact.EXENTO);
  }
}
