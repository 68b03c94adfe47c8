package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/**
 * Fiscal data of the one on whose account the document is issued, zone K; element
 * Compl_Fiscal_Data.
 *
 * @param rucEmisor RUC of the issuer, K-C1
 * @param tipoDocMdte kind of document, K-C2
 * @param pais country, K-C3
 * @param docMdte its number, K-C4
 * @param nombreMdte name, K-C5
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record ComplFiscal(
    Optional<String> rucEmisor,
    Optional<Integer> tipoDocMdte,
    Optional<String> pais,
    Optional<String> docMdte,
    Optional<String> nombreMdte) {}
