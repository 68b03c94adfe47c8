package uy.pfacturas.cloud;

import java.time.Instant;
import java.util.Optional;
import uy.pfacturas.cloud.mailbox.Claim;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.pedido.Pedido;

/**
 * A file that asks for a document.
 *
 * @param idErp its identity
 * @param id its identity at the cloud
 * @param looks how often it was looked at; it may have to wait
 * @param since when it was looked at first
 */
record Arrival(
    Buzon buzon,
    Claim claim,
    Pedido.Emision emision,
    String idErp,
    String id,
    int looks,
    Instant since) {
  /** The number of the paper, where it is a CFC; empty for all others. */
  Optional<Numero> numero() {
    boolean isPaper = emision.cfe().idDoc().tipoCFE().filter(TipoCfe::isContingencia).isPresent();
    return isPaper ? emision.cfe().numero() : Optional.empty();
  }

  /** The number that the ERP chose, where it numbers its documents; empty for all others. */
  Optional<Numero> numeroErp() {
    boolean isChosen = numero().isEmpty() && emision.cfe().idDoc().nro().isPresent();
    return isChosen ? emision.cfe().numero() : Optional.empty();
  }

  Arrival again() {
    return new Arrival(buzon, claim, emision, idErp, id, looks + 1, since);
  }

  Arrival with(Pedido.Emision resolved) {
    return new Arrival(buzon, claim, resolved, idErp, id, looks, since);
  }
}
