/**
 * The synchronizer: invoices of the ERP in, signed documents and status files out, exactly once.
 * Entry: {@link uy.pfacturas.cloud.Synchronizer}. Neighbours: the packages below it, core and its
 * door to printing.
 */
@NullMarked
package uy.pfacturas.cloud;

import org.jspecify.annotations.NullMarked;
