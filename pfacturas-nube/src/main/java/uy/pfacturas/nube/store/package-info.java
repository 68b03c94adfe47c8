/**
 * The database of a cloud: opening, schema, epoch, and the one writer that groups commits. Entry:
 * {@link uy.pfacturas.nube.store.Store}. Knows no invoices; used by every package that keeps
 * something.
 */
@NullMarked
package uy.pfacturas.nube.store;

import org.jspecify.annotations.NullMarked;
