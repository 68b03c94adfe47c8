package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One global discount or surcharge, zone D; element DRG_Item.
 *
 * @param nroLinDR line, 1 to 20, D-C1
 * @param tpoMovDR D discount, R surcharge, D-C2
 * @param tpoDR 1 amount, 2 per cent, D-C3
 * @param codDR code, D-C4
 * @param glosaDR its name, D-C5
 * @param valorDR its amount, D-C6
 * @param indFactDR to which lines it belongs, as B-C4, D-C7
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record DescuentoRecargo(
    Optional<Integer> nroLinDR,
    Optional<String> tpoMovDR,
    Optional<Integer> tpoDR,
    Optional<Integer> codDR,
    Optional<String> glosaDR,
    Optional<BigDecimal> valorDR,
    Optional<Integer> indFactDR) {}
