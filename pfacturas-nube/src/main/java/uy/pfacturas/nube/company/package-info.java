/**
 * The companies that a cloud serves: their record, signing key, authorisations (CAE) and API keys.
 * Entry: {@link uy.pfacturas.nube.company.Companies}. Uses the store; used by the server and by
 * whoever administers.
 */
@NullMarked
package uy.pfacturas.nube.company;

import org.jspecify.annotations.NullMarked;
