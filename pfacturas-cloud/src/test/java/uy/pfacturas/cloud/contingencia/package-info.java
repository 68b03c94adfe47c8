@NullMarked
package uy.pfacturas.cloud.contingencia;

import org.jspecify.annotations.NullMarked;
