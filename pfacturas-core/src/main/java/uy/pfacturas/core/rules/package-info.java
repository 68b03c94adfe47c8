/**
 * The validations of DGI's format that look at more than one field. Entry: {@link
 * uy.pfacturas.core.rules.Rules}.
 */
@NullMarked
package uy.pfacturas.core.rules;

import org.jspecify.annotations.NullMarked;
