/**
 * The configuration: one TOML file, read whole, all its problems found at once. Entry: {@link
 * uy.pfacturas.cli.config.ConfigFile}. Knows the configurations of the modules that it fills.
 */
@NullMarked
package uy.pfacturas.cli.config;

import org.jspecify.annotations.NullMarked;
