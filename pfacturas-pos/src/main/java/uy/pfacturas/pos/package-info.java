/**
 * Card terminals: the one interface that every network's adapter implements. Entry: {@link
 * uy.pfacturas.pos.PosTerminal}. Depends on core only; one package per network will stand beside
 * this one.
 */
@NullMarked
package uy.pfacturas.pos;

import org.jspecify.annotations.NullMarked;
