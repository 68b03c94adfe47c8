package uy.pfacturas.core.fault;

import java.util.List;

/**
 * One broken rule of one document.
 *
 * @param code its stable code
 * @param campo DGI's field, such as {@code A-C62}; empty where the fault is not about a field of
 *     DGI
 * @param path where in the document, by the names of the file: {@code Receptor.DocRecep}, {@code
 *     Item[3].NomItem}; may be empty
 * @param place where in the ERP's file; {@link Place#NONE} where unknown
 * @param args what the sentence needs, in its order, shortened to what a person wants to read;
 *     never a secret
 */
public record Fault(FaultCode code, String campo, String path, Place place, List<String> args) {
  public Fault {
    args = List.copyOf(args);
  }

  /** A fault without a place. */
  public static Fault of(FaultCode code, String campo, String path, String... args) {
    return new Fault(code, campo, path, Place.NONE, List.of(args));
  }

  /** The same fault of this path in the document. */
  public Fault on(String where) {
    return new Fault(code, campo, where, place, args);
  }

  /** The same fault at a place in the file. */
  public Fault at(Place where) {
    return new Fault(code, campo, path, where, args);
  }
}
