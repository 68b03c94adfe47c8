package uy.pfacturas.core.print;

import java.nio.file.Path;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Sello;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * Prints signed documents. The synchronizer calls it from one of its threads, again after a crash
 * until it has answered; printing the same document twice gives the same paper.
 */
public interface Printing {
  /**
   * Whether it can print documents of this type; one that it cannot is not issued to be printed.
   */
  default boolean prints(TipoCfe tipo) {
    return true;
  }

  /**
   * Prints one document.
   *
   * @param cfe the signed document
   * @param sello its seal
   * @param data what the XML does not hold
   * @param pdf where its PDF is to be written (aside, then renamed); an earlier file there is
   *     replaced
   */
  PrintOutcome print(Cfe cfe, Sello sello, PrintData data, Path pdf);
}
