/**
 * How commands speak: streams, languages, exit codes, failures. Entry: {@link
 * uy.pfacturas.cli.console.Console}. Knows nothing of invoices.
 */
@NullMarked
package uy.pfacturas.cli.console;

import org.jspecify.annotations.NullMarked;
