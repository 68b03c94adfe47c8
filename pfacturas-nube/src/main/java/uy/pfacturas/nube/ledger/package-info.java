/**
 * The ledger: what became of every number, and which station owns every id. Entry: {@link
 * uy.pfacturas.nube.ledger.Ledger}. Each change is one commit, and a transition is a conditional
 * update; no timer and no date changes anything. Uses store and refusal; knows nothing of HTTP, XML
 * or signing.
 */
@NullMarked
package uy.pfacturas.nube.ledger;

import org.jspecify.annotations.NullMarked;
