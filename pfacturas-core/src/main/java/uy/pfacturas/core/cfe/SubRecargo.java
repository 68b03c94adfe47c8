package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One of the surcharges that make the line's, B-C18 and B-C19.
 *
 * @param recargoTipo 1 amount, 2 per cent, B-C18
 * @param recargoVal its value, B-C19
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record SubRecargo(Optional<Integer> recargoTipo, Optional<BigDecimal> recargoVal) {}
