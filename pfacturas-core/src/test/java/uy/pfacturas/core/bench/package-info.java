/** What the format costs, measured by {@code bench/formato}; not part of the tests. */
@NullMarked
package uy.pfacturas.core.bench;

import org.jspecify.annotations.NullMarked;
