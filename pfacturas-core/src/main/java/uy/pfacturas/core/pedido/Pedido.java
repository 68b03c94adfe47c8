package uy.pfacturas.core.pedido;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.fault.Place;

/** What one file of the ERP asks for. */
public sealed interface Pedido {
  /**
   * The ERP's identity of the request; empty where the file does not say it (the mailbox may then
   * take the file's name).
   */
  Optional<String> id();

  /** The station (till) that asks; empty if the file does not say it. */
  Optional<String> puesto();

  /**
   * To issue a document, or to inform a CFC: one of type 2xx that exists on paper, with its number.
   *
   * @param id identity of the document
   * @param idAnterior the id that this one replaces, after a rejection by DGI or an annulment
   * @param puesto till
   * @param sucursal DGI's code of the branch; empty for the company's first
   * @param cfe the document as the file says it: without signature and most of the issuer, without
   *     number unless it is a CFC, perhaps without totals
   * @param adenda free text for the receiver; lines separated by line feeds
   * @param idRefs references that name an id of the ERP instead of series and number, by position
   *     in {@link Cfe#referencias()}
   * @param impresion how to print it
   * @param huella SHA-256 in lower-case hex of the normalised content: the same for the same
   *     content, whatever the format, encoding, order of keys or comments; the id, the till and how
   *     to print are no part of it
   * @param places where each path stands in the file, for faults that are found later; paths as in
   *     {@code Fault.path}
   */
  record Emision(
      Optional<String> id,
      Optional<String> idAnterior,
      Optional<String> puesto,
      Optional<Integer> sucursal,
      Cfe cfe,
      Optional<String> adenda,
      List<IdRef> idRefs,
      Impresion impresion,
      String huella,
      Map<String, Place> places)
      implements Pedido {
    public Emision {
      idRefs = List.copyOf(idRefs);
      // Not Map.copyOf, which finds slowly: a file of 700 lines has thousands of places.
      places = Collections.unmodifiableMap(new HashMap<>(places));
    }
  }

  /** To look up a taxpayer; {@code rut} as written, not yet checked. */
  record ConsultaRut(Optional<String> id, Optional<String> puesto, String rut) implements Pedido {}

  /** To tell the state of another document. */
  record ConsultaEstado(Optional<String> id, Optional<String> puesto, String de)
      implements Pedido {}

  /** To print another document again. */
  record Reimpresion(Optional<String> id, Optional<String> puesto, String de, Impresion impresion)
      implements Pedido {}

  /** To withdraw another document, as long as nothing has left. */
  record Anulacion(Optional<String> id, Optional<String> puesto, String de) implements Pedido {}

  /** To enter or leave the contingencia by hand, or to tell how it stands. */
  record Contingencia(Optional<String> id, Optional<String> puesto, Accion accion)
      implements Pedido {}

  /** What is to be done with the contingencia. */
  enum Accion {
    /** Documents are signed by the station until a person ends it. */
    ENTRAR,
    /** The cloud signs again. */
    SALIR,
    /** Nothing; how it stands is answered in any case. */
    ESTADO;

    /** The one of this name, in any case; empty if there is none. */
    public static Optional<Accion> find(String text) {
      return Arrays.stream(values())
          .filter(a -> a.name().equalsIgnoreCase(text.strip()))
          .findFirst();
    }
  }

  /**
   * A reference by the ERP's own id.
   *
   * @param referencia position in {@link Cfe#referencias()}, from 0
   * @param id the other document's id
   */
  record IdRef(int referencia, String id) {}

  /**
   * How to print, section {@code [Impresion]}.
   *
   * @param imprimir false for no paper and no PDF
   * @param copias 1 to 9
   */
  record Impresion(boolean imprimir, int copias) {
    /** One copy. */
    public static final Impresion DEFAULT = new Impresion(true, 1);
  }
}
