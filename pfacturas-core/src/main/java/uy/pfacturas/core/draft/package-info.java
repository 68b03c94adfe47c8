/**
 * Building a document by hand, for programs that embed this module instead of writing files. Entry:
 * {@link uy.pfacturas.core.draft.Draft}. Makes {@link uy.pfacturas.core.cfe.Cfe}s that {@link
 * uy.pfacturas.core.preparation.Preparation} completes.
 */
@NullMarked
package uy.pfacturas.core.draft;

import org.jspecify.annotations.NullMarked;
