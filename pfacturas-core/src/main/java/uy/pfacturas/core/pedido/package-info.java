/** What an ERP asks for, read from its file. Entry: {@link uy.pfacturas.core.pedido.Pedido}. */
@NullMarked
package uy.pfacturas.core.pedido;

import org.jspecify.annotations.NullMarked;
