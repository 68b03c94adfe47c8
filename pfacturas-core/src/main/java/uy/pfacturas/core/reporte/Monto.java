package uy.pfacturas.core.reporte;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Amounts of the documents of one type, date and branch that are, or are not, payments on behalf of
 * others. In pesos, up to 15 digits and 2 decimals; notes too are positive.
 *
 * @param fecha date of the documents, A-C5 of theirs, B-C10
 * @param codSuc branch by DGI's code, A-C47 of theirs, B-C11
 * @param indPagCta3ros 1 for payments on behalf of others, B-C11.1
 * @param totMntNoGrv not taxed, B-C12
 * @param totMntExpyAsim export and alike, B-C13
 * @param totMntImpPerc perceived tax, B-C14
 * @param totMntIVAenSusp VAT in suspense, B-C15
 * @param totMntIVATasaMin net at the minimum rate, B-C16
 * @param totMntIVATasaBas net at the basic rate, B-C17
 * @param totMntIVAOtra net at another rate, B-C18
 * @param mntIVATasaMin VAT at the minimum rate, B-C19
 * @param mntIVATasaBas VAT at the basic rate, B-C20
 * @param mntIVAOtra VAT at another rate, B-C21
 * @param ivaTasaMin minimum rate on that date in per cent, B-C22
 * @param ivaTasaBas basic rate on that date in per cent, B-C23
 * @param totMntTotal sum of B-C12 to C21, B-C24
 * @param totMntRetenido retained or perceived, may be negative, B-C25
 * @param totMntCredFisc fiscal credits, may be negative, B-C25.1
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true)
public record Monto(
    LocalDate fecha,
    int codSuc,
    Optional<Integer> indPagCta3ros,
    Optional<BigDecimal> totMntNoGrv,
    Optional<BigDecimal> totMntExpyAsim,
    Optional<BigDecimal> totMntImpPerc,
    Optional<BigDecimal> totMntIVAenSusp,
    Optional<BigDecimal> totMntIVATasaMin,
    Optional<BigDecimal> totMntIVATasaBas,
    Optional<BigDecimal> totMntIVAOtra,
    Optional<BigDecimal> mntIVATasaMin,
    Optional<BigDecimal> mntIVATasaBas,
    Optional<BigDecimal> mntIVAOtra,
    Optional<BigDecimal> ivaTasaMin,
    Optional<BigDecimal> ivaTasaBas,
    Optional<BigDecimal> totMntTotal,
    Optional<BigDecimal> totMntRetenido,
    Optional<BigDecimal> totMntCredFisc) {}
