package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One of the discounts that make the line's, B-C14 and B-C15.
 *
 * @param descTipo 1 amount, 2 per cent, B-C14
 * @param descVal its value, B-C15
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record SubDescuento(Optional<Integer> descTipo, Optional<BigDecimal> descVal) {}
