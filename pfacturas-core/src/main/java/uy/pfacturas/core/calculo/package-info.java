/**
 * What an ERP leaves out is computed, what it gives is compared. Entry: {@link
 * uy.pfacturas.core.calculo.Calculator}.
 */
@NullMarked
package uy.pfacturas.core.calculo;

import org.jspecify.annotations.NullMarked;
