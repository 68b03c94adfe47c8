package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One line of detail, zone B. Source: Formato de los CFE v25-1, §2.2 B.
 *
 * @param nroLinDet line, from 1, B-C1
 * @param codItems up to five codes of the product, B-C2 and B-C3; element CodItem
 * @param indFact how the line is taxed, B-C4: 1 exempt, 2 minimum rate, 3 basic rate, 5 free of
 *     charge, 6 and 7 not invoiceable, and others
 * @param indAgenteResp R or A for responsible agents, B-C6
 * @param nomItem name, up to 80 characters, B-C7
 * @param ncm tariff position, up to 20 characters, exports only, B-C7.1
 * @param dscItem description, up to 1,000, B-C8
 * @param cantidad quantity, 14+3 digits, B-C9
 * @param uniMed unit, up to 4 characters, B-C10
 * @param precioUnitario unit price, 11+6 digits, B-C11
 * @param descuentoPct discount in per cent, B-C12
 * @param descuentoMonto discount as amount, B-C13
 * @param subDescuentos up to five, B-C14 and B-C15; element SubDescuento
 * @param recargoPct surcharge in per cent, B-C16
 * @param recargoMnt surcharge as amount, B-C17
 * @param subRecargos up to five, B-C18 and B-C19; element SubRecargo
 * @param retencPerceps up to five, B-C20 to B-C23; element RetencPercep
 * @param montoItem amount of the line, scale 2, B-C24
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record Item(
    Optional<Integer> nroLinDet,
    List<CodItem> codItems,
    Optional<Integer> indFact,
    Optional<String> indAgenteResp,
    Optional<String> nomItem,
    Optional<String> ncm,
    Optional<String> dscItem,
    Optional<BigDecimal> cantidad,
    Optional<String> uniMed,
    Optional<BigDecimal> precioUnitario,
    Optional<BigDecimal> descuentoPct,
    Optional<BigDecimal> descuentoMonto,
    List<SubDescuento> subDescuentos,
    Optional<BigDecimal> recargoPct,
    Optional<BigDecimal> recargoMnt,
    List<SubRecargo> subRecargos,
    List<Retencion> retencPerceps,
    Optional<BigDecimal> montoItem) {
  public Item {
    codItems = List.copyOf(codItems);
    subDescuentos = List.copyOf(subDescuentos);
    subRecargos = List.copyOf(subRecargos);
    retencPerceps = List.copyOf(retencPerceps);
  }
}
