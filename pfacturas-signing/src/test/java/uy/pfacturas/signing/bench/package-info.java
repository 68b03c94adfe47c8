/** What signing costs, measured by {@code bench/firma}; not part of the tests. */
@NullMarked
package uy.pfacturas.signing.bench;

import org.jspecify.annotations.NullMarked;
