/**
 * Looks for what will fail before it fails. Entry: {@link uy.pfacturas.cli.doctor.Check}; one class
 * for each thing that is looked at.
 */
@NullMarked
package uy.pfacturas.cli.doctor;

import org.jspecify.annotations.NullMarked;
