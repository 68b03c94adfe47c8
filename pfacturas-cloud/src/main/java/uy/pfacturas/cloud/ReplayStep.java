package uy.pfacturas.cloud;

import java.util.Optional;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.core.cfe.Numero;

/**
 * What a replay does for one document.
 *
 * @param id the ERP's id
 * @param estado its state before
 * @param accion what is done
 * @param numero its number, if it has one
 */
public record ReplayStep(String id, Estado estado, Accion accion, Optional<Numero> numero) {
  /** What is done for one document. */
  public enum Accion {
    /** The file goes from rechazados/ to entrada/ and is judged anew. */
    LEER_DE_NUEVO,
    /** The cloud is asked now for the same number. */
    PREGUNTAR,
    /** The stored document is delivered now. */
    ENTREGAR,
    /** The stored document is printed now. */
    IMPRIMIR,
    /** A number of this station's own is taken for what another station has. */
    TOMAR,
    /** A person said what became of its paper: the file is read with that. */
    SOLTAR,
    /** Nothing: it is finished, or only a person can do something. */
    NADA
  }
}
