/**
 * What is wrong with a document or a file, said for the person who must mend it. Entry: {@link
 * uy.pfacturas.core.fault.Fault}.
 */
@NullMarked
package uy.pfacturas.core.fault;

import org.jspecify.annotations.NullMarked;
