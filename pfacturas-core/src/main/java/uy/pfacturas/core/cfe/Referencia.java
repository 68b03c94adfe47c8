package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One document that this one refers to, zone F.
 *
 * @param nroLinRef line, 1 to 40, F-C1
 * @param indGlobal 1 for a reference that names no document, F-C2
 * @param tpoDocRef type, F-C3
 * @param serie series, F-C4
 * @param nroCFERef number, F-C5
 * @param razonRef reason, up to 90 characters, F-C6
 * @param fechaCFEref date, F-C7
 * @param mntCFEref amount, F-C8
 * @param tpoMonedaRef currency, F-C9
 * @param tpoCambioRef exchange rate, F-C10
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record Referencia(
    Optional<Integer> nroLinRef,
    Optional<Integer> indGlobal,
    Optional<TipoCfe> tpoDocRef,
    Optional<String> serie,
    Optional<Integer> nroCFERef,
    Optional<String> razonRef,
    Optional<LocalDate> fechaCFEref,
    Optional<BigDecimal> mntCFEref,
    Optional<Moneda> tpoMonedaRef,
    Optional<BigDecimal> tpoCambioRef) {}
