/**
 * The folder of a demo: its configuration and the example files. Entry: {@link
 * uy.pfacturas.cli.demo.DemoFolder}.
 */
@NullMarked
package uy.pfacturas.cli.demo;

import org.jspecify.annotations.NullMarked;
