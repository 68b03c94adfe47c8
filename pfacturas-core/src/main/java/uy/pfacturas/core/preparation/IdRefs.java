package uy.pfacturas.core.preparation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.Referencia;
import uy.pfacturas.core.cfe.ReferenciaBuilder;
import uy.pfacturas.core.pedido.Pedido;

/** References by an id of the ERP become references by type, series and number. */
public final class IdRefs {
  private IdRefs() {}

  /**
   * The request with one of its references resolved, and that id reference taken off its list.
   *
   * @param ref one of {@code emision.idRefs()}
   * @param numero the number of the document that it names
   * @param fecha the date of that document, A-C5
   * @throws IndexOutOfBoundsException if the document has no such reference
   */
  public static Pedido.Emision resolve(
      Pedido.Emision emision, Pedido.IdRef ref, Numero numero, LocalDate fecha) {
    List<Referencia> referencias = new ArrayList<>(emision.cfe().referencias());
    referencias.set(
        ref.referencia(),
        ReferenciaBuilder.builder(referencias.get(ref.referencia()))
            .tpoDocRef(Optional.of(numero.tipo()))
            .serie(Optional.of(numero.serie()))
            .nroCFERef(Optional.of(numero.nro()))
            .fechaCFEref(Optional.of(fecha))
            .build());
    Cfe cfe = CfeBuilder.builder(emision.cfe()).referencias(referencias).build();
    List<Pedido.IdRef> left =
        emision.idRefs().stream().filter(other -> !other.equals(ref)).toList();
    return new Pedido.Emision(
        emision.id(),
        emision.idAnterior(),
        emision.puesto(),
        emision.sucursal(),
        cfe,
        emision.adenda(),
        left,
        emision.impresion(),
        emision.huella(),
        emision.places());
  }
}
