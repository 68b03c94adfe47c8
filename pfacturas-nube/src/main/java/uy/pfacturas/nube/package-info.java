/**
 * The cloud: an HTTP server over a ledger of numbers, embedded in a synchronizer or in a process of
 * its own. Entry: {@link uy.pfacturas.nube.Nube}. May use core and signing; knows nothing of
 * mailboxes, printing or card terminals.
 */
@NullMarked
package uy.pfacturas.nube;

import org.jspecify.annotations.NullMarked;
