/**
 * What the cloud says when it says no. Entry: {@link uy.pfacturas.nube.refusal.Refusal}; used by
 * everything that answers requests.
 */
@NullMarked
package uy.pfacturas.nube.refusal;

import org.jspecify.annotations.NullMarked;
