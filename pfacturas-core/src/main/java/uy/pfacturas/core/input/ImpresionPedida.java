package uy.pfacturas.core.input;

import java.util.Optional;
import uy.pfacturas.core.pedido.Pedido;

/**
 * Section {@code [Impresion]} as written. Public for the table's forms; for readers of this
 * package.
 *
 * @param imprimir {@code S} or {@code N}
 * @param copias 1 to 9
 */
public record ImpresionPedida(Optional<String> imprimir, Optional<Integer> copias) {
  /** What it asks for, with what is customary where it says nothing. */
  Pedido.Impresion impresion() {
    return new Pedido.Impresion(
        imprimir.map(i -> i.equals("S")).orElse(Pedido.Impresion.DEFAULT.imprimir()),
        copias.orElse(Pedido.Impresion.DEFAULT.copias()));
  }
}
