package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/**
 * A code of the product and who gave it, B-C2 and B-C3.
 *
 * @param tpoCod whose code, up to 10 characters, B-C2
 * @param cod the code, up to 35 characters, B-C3
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record CodItem(Optional<String> tpoCod, Optional<String> cod) {}
