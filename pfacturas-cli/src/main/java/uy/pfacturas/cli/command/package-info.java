/**
 * One class for each command: parses, calls a library, says what came of it. Entry: {@link
 * uy.pfacturas.cli.command.RootCommand}.
 */
@NullMarked
package uy.pfacturas.cli.command;

import org.jspecify.annotations.NullMarked;
