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
 * @param fchValor value date of a retention when it is not that of the document, A-C5.1
 * @param tipoTraslado why goods travel: 1 sale, 2 within the company, A-C6
 * @param indPropiedad 1 when the goods that travel are another's, A-C6.1
 * @param tipoDocProp kind of document of their owner: 2 to 7 as A-C60, A-C6.2
 * @param codPaisProp ISO 3166 country of that document, A-C6.3
 * @param docProp its number for kinds 2 and 3, A-C6.4
 * @param docPropExt its number for kinds 4 to 7, A-C6.5
 * @param rznSocProp name of the owner, A-C6.6
 * @param periodoDesde service period from, A-C7
 * @param periodoHasta service period to, A-C8
 * @param mntBruto how the lines state their prices: 1 VAT included, 2 and 3 by regime, absent net,
 *     A-C10
 * @param fmaPago 1 cash, 2 credit, A-C11
 * @param fchVenc due date, A-C12
 * @param clauVenta clause of sale (Incoterms), {@code N/A} if there is none, A-C13
 * @param modVenta mode of sale for exports and tax free, A-C14
 * @param viaTransp way of transport: 1 sea, 2 air, 3 land, 8 none, 9 other, A-C15
 * @param infoAdicionalDoc other information, up to 150 characters, A-C16
 * @param ivaAlDia 1 when the issuer is not up to date with VAT; its absence states that it is,
 *     A-C17
 * @param secProf 1 when protected by professional secrecy, A-C18
 * @param indPagCta3ros 1 for payments on behalf of others, A-C19
 * @param indCobPropia 1 for own collections, A-C20
 * @param indCompraMEReventa foreign money bought to be sold again: 1 own, 2 on another's account,
 *     A-C21
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record IdDoc(
    Optional<TipoCfe> tipoCFE,
    Optional<String> serie,
    Optional<Integer> nro,
    Optional<String> nroInterno,
    Optional<LocalDate> fchEmis,
    Optional<LocalDate> fchValor,
    Optional<Integer> tipoTraslado,
    Optional<Integer> indPropiedad,
    Optional<Integer> tipoDocProp,
    Optional<String> codPaisProp,
    Optional<String> docProp,
    Optional<String> docPropExt,
    Optional<String> rznSocProp,
    Optional<LocalDate> periodoDesde,
    Optional<LocalDate> periodoHasta,
    Optional<Integer> mntBruto,
    Optional<Integer> fmaPago,
    Optional<LocalDate> fchVenc,
    Optional<String> clauVenta,
    Optional<Integer> modVenta,
    Optional<Integer> viaTransp,
    Optional<String> infoAdicionalDoc,
    Optional<Integer> ivaAlDia,
    Optional<Integer> secProf,
    Optional<Integer> indPagCta3ros,
    Optional<Integer> indCobPropia,
    Optional<Integer> indCompraMEReventa) {}
