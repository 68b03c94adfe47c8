/**
 * The company that issues: what no file of the ERP holds and no default can give. Entry: {@link
 * uy.pfacturas.core.empresa.Empresa}.
 */
@NullMarked
package uy.pfacturas.core.empresa;

import org.jspecify.annotations.NullMarked;
