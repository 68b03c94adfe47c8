package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One means of payment, zone E.
 *
 * @param nroLinMP line, 1 to 40, E-C1
 * @param codMP code, E-C2
 * @param glosaMP its name, E-C3
 * @param ordenMP where to print it, E-C4
 * @param valorPago amount, E-C5
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record MedioPago(
    Optional<Integer> nroLinMP,
    Optional<Integer> codMP,
    Optional<String> glosaMP,
    Optional<Integer> ordenMP,
    Optional<BigDecimal> valorPago) {}
