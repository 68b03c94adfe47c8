/** Documentation that is generated, and the proof that it is current. */
@NullMarked
package uy.pfacturas.cli.docs;

import org.jspecify.annotations.NullMarked;
