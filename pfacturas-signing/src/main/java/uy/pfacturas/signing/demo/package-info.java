/**
 * A throw-away certification authority, so that a demo signs for real without a bought certificate.
 * Entry: {@link uy.pfacturas.signing.demo.DemoAuthority}. Nothing that it issues is valid outside a
 * demo, and its subjects say so.
 */
@NullMarked
package uy.pfacturas.signing.demo;

import org.jspecify.annotations.NullMarked;
