package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/**
 * The receiver, zone A, fields A-C60 to A-C70. Source: Formato de los CFE v25-1, §2.2 A.
 *
 * @param tipoDocRecep kind of document: 1 NIE, 2 RUC, 3 CI, 4 other, 5 passport, 6 DNI, 7 NIFE,
 *     A-C60
 * @param codPaisRecep ISO 3166 country of that document, A-C61
 * @param docRecep its number for kinds 1 to 3, A-C62
 * @param docRecepExt its number for kinds 4 to 7, e-Tickets only, A-C62.1
 * @param rznSocRecep name, A-C63
 * @param dirRecep address, A-C64
 * @param ciudadRecep city, A-C65
 * @param deptoRecep department, A-C66
 * @param paisRecep country in words, A-C66.1
 * @param cp postal code, A-C67
 * @param infoAdicional other information, A-C68
 * @param lugarDestEnt place of delivery, A-C69
 * @param compraID purchase order, A-C70
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record Receptor(
    Optional<Integer> tipoDocRecep,
    Optional<String> codPaisRecep,
    Optional<String> docRecep,
    Optional<String> docRecepExt,
    Optional<String> rznSocRecep,
    Optional<String> dirRecep,
    Optional<String> ciudadRecep,
    Optional<String> deptoRecep,
    Optional<String> paisRecep,
    Optional<Integer> cp,
    Optional<String> infoAdicional,
    Optional<String> lugarDestEnt,
    Optional<String> compraID) {}
