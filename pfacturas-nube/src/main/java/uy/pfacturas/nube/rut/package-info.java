/**
 * What is known of taxpayers. Entry: {@link uy.pfacturas.nube.rut.Taxpayers}. Uses the store; there
 * is a registry for the demo only, DGI's comes with the link to DGI.
 */
@NullMarked
package uy.pfacturas.nube.rut;

import org.jspecify.annotations.NullMarked;
