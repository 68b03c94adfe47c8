/**
 * What the law changes by date, as data with validity: VAT rates, the Unidad Indexada, the
 * threshold of identification. Entries: {@link uy.pfacturas.core.ley.TasasIva}, {@link
 * uy.pfacturas.core.ley.Ui}. Depends on nothing else of this project.
 */
@NullMarked
package uy.pfacturas.core.ley;

import org.jspecify.annotations.NullMarked;
