/**
 * A cloud for trying out: throw-away authority, invented company, no fiscal value. Entry: {@link
 * uy.pfacturas.nube.demo.DemoNube}.
 */
@NullMarked
package uy.pfacturas.nube.demo;

import org.jspecify.annotations.NullMarked;
