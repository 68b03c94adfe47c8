/**
 * The authorisations (CAE) of the companies: DGI's files taken in, and what is left of each. Entry:
 * {@link uy.pfacturas.nube.cae.CaeBook}. Uses the store and signing; numbers are leased by the
 * ledger.
 */
@NullMarked
package uy.pfacturas.nube.cae;

import org.jspecify.annotations.NullMarked;
