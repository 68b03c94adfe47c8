package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A retention or perception on a line, B-C20 to B-C23.
 *
 * @param codRet code of the retention table, B-C20
 * @param tasa rate in per cent, B-C21
 * @param mntSujetoaRet amount subject to it, B-C22
 * @param infoAdicionalRet other information, B-C22.1
 * @param valRetPerc amount, B-C23
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record Retencion(
    Optional<String> codRet,
    Optional<BigDecimal> tasa,
    Optional<BigDecimal> mntSujetoaRet,
    Optional<String> infoAdicionalRet,
    Optional<BigDecimal> valRetPerc) {}
