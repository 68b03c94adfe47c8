package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Totals, zone A, fields A-C110 to A-C130; amounts in the document's currency, scale 2. Source:
 * Formato de los CFE v25-1, §2.2 A.
 *
 * @param tpoMoneda currency, A-C110
 * @param tpoCambio pesos per unit of it, 4+3 digits, A-C111
 * @param mntNoGrv not taxed, A-C112
 * @param mntExpoyAsim export and alike, A-C113
 * @param mntImpuestoPerc perceived tax, A-C114
 * @param mntIVaenSusp VAT in suspense, A-C115
 * @param mntNetoIvaTasaMin net at the minimum rate, A-C116
 * @param mntNetoIVATasaBasica net at the basic rate, A-C117
 * @param mntNetoIVAOtra net at another rate, A-C118
 * @param ivaTasaMin minimum rate in per cent, A-C119
 * @param ivaTasaBasica basic rate in per cent, A-C120
 * @param mntIVATasaMin VAT at the minimum rate, A-C121
 * @param mntIVATasaBasica VAT at the basic rate, A-C122
 * @param mntIVAOtra VAT at another rate, A-C123
 * @param mntTotal total, A-C124
 * @param mntTotRetenido retained or perceived in all, A-C125
 * @param mntTotCredFisc fiscal credit, A-C125.1
 * @param cantLinDet lines of detail, A-C126
 * @param retencPerceps sum per code of retention, up to 20, A-C127 and A-C128; element RetencPercep
 * @param montoNF not invoiceable, A-C129
 * @param mntPagar to pay, A-C130
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record Totales(
    Optional<Moneda> tpoMoneda,
    Optional<BigDecimal> tpoCambio,
    Optional<BigDecimal> mntNoGrv,
    Optional<BigDecimal> mntExpoyAsim,
    Optional<BigDecimal> mntImpuestoPerc,
    Optional<BigDecimal> mntIVaenSusp,
    Optional<BigDecimal> mntNetoIvaTasaMin,
    Optional<BigDecimal> mntNetoIVATasaBasica,
    Optional<BigDecimal> mntNetoIVAOtra,
    Optional<BigDecimal> ivaTasaMin,
    Optional<BigDecimal> ivaTasaBasica,
    Optional<BigDecimal> mntIVATasaMin,
    Optional<BigDecimal> mntIVATasaBasica,
    Optional<BigDecimal> mntIVAOtra,
    Optional<BigDecimal> mntTotal,
    Optional<BigDecimal> mntTotRetenido,
    Optional<BigDecimal> mntTotCredFisc,
    Optional<Integer> cantLinDet,
    List<RetencionTotal> retencPerceps,
    Optional<BigDecimal> montoNF,
    Optional<BigDecimal> mntPagar) {
  public Totales {
    retencPerceps = List.copyOf(retencPerceps);
  }
}
