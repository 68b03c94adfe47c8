package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The authorisation that covers the number, zone G; element CAEData.
 *
 * @param caeId number of the CAE, 11 digits, G-C1
 * @param dNro first number, G-C2
 * @param hNro last number, G-C3
 * @param fecVenc last day to sign, G-C4
 * @param caeEspecial special CAE 1 to 4, G-C5
 * @param causalCAEEsp its cause, G-C6
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record CaeData(
    Optional<Long> caeId,
    Optional<Integer> dNro,
    Optional<Integer> hNro,
    Optional<LocalDate> fecVenc,
    Optional<Integer> caeEspecial,
    Optional<Integer> causalCAEEsp) {}
