/**
 * Where the program's log goes: nowhere for a short command, a file of the data folder for one that
 * runs on. Entry: {@link uy.pfacturas.cli.logging.LogFile}.
 */
@NullMarked
package uy.pfacturas.cli.logging;

import org.jspecify.annotations.NullMarked;
