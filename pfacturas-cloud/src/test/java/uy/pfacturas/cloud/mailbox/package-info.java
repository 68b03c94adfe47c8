/** Tests of the mailbox, on real folders with a clock that only tests move. */
@NullMarked
package uy.pfacturas.cloud.mailbox;

import org.jspecify.annotations.NullMarked;
