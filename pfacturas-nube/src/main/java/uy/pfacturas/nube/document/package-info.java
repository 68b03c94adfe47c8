/**
 * Documents on their way through the cloud: checked, signed, and taken back when delivered. Entry:
 * {@link uy.pfacturas.nube.document.SigningDesk}. Uses ledger, company keys, core and signing; the
 * work of signing is done on the caller's thread, never on the writer's.
 */
@NullMarked
package uy.pfacturas.nube.document;

import org.jspecify.annotations.NullMarked;
