@NullMarked
package uy.pfacturas.cli;

import org.jspecify.annotations.NullMarked;
