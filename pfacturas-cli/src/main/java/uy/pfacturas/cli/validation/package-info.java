/**
 * Judges a file without issuing anything. Entry: {@link uy.pfacturas.cli.validation.Validation}.
 */
@NullMarked
package uy.pfacturas.cli.validation;

import org.jspecify.annotations.NullMarked;
