/** Tests of signatures and their verification; each signature also by another program. */
@NullMarked
package uy.pfacturas.signing;

import org.jspecify.annotations.NullMarked;
