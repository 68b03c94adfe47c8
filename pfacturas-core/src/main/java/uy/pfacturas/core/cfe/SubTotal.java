package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One informative subtotal, zone C; element STI_Item.
 *
 * @param nroSTI line, 1 to 20, C-C1
 * @param glosaSTI its name, C-C2
 * @param ordenSTI where to print it, C-C3
 * @param valSubtotSTI its amount, C-C4
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record SubTotal(
    Optional<Integer> nroSTI,
    Optional<String> glosaSTI,
    Optional<Integer> ordenSTI,
    Optional<BigDecimal> valSubtotSTI) {}
