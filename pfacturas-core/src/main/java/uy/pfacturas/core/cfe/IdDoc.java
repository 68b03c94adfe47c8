package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Identification of the document, zone A, fields A-C2 to A-C21. Source: Formato de los CFE v25-1,
 * §2.2 A.
 *
 * @param tipoCFE type of document, A-C2
 * @param serie series, one or two letters or a digit and a letter, A-C3
 * @param nro number, 1 to 9,999,999, A-C4
 * @param nroInterno the issuer's own number, up to 50 characters, A-C4.1
 * @param fchEmis date of the document, A-C5
 * @param periodoDesde service period from, A-C7
 * @param periodoHasta service period to, A-C8
 * @param mntBruto how the lines state their prices: 1 VAT included, 2 and 3 by regime, absent net,
 *     A-C10
 * @param fmaPago 1 cash, 2 credit, A-C11
 * @param fchVenc due date, A-C12
 * @param modVenta mode of sale for exports and tax free, A-C14
 * @param infoAdicionalDoc other information, up to 150 characters, A-C16
 * @param ivaAlDia 1 when the issuer is not up to date with VAT; its absence states that it is,
 *     A-C17
 * @param secProf 1 when protected by professional secrecy, A-C18
 * @param indPagCta3ros 1 for payments on behalf of others, A-C19
 * @param indCobPropia 1 for own collections, A-C20
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record IdDoc(
    Optional<TipoCfe> tipoCFE,
    Optional<String> serie,
    Optional<Integer> nro,
    Optional<String> nroInterno,
    Optional<LocalDate> fchEmis,
    Optional<LocalDate> periodoDesde,
    Optional<LocalDate> periodoHasta,
    Optional<Integer> mntBruto,
    Optional<Integer> fmaPago,
    Optional<LocalDate> fchVenc,
    Optional<Integer> modVenta,
    Optional<String> infoAdicionalDoc,
    Optional<Integer> ivaAlDia,
    Optional<Integer> secProf,
    Optional<Integer> indPagCta3ros,
    Optional<Integer> indCobPropia) {}
