package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Total of one code of retention or perception, A-C127 and A-C128.
 *
 * @param codRet code of the retention table, A-C127
 * @param valRetPerc amount, A-C128
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record RetencionTotal(Optional<String> codRet, Optional<BigDecimal> valRetPerc) {}
