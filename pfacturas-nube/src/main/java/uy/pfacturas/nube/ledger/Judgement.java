package uy.pfacturas.nube.ledger;

import java.util.Optional;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.nube.refusal.Reply;

/** What the ledger makes of a request for a signature. */
public sealed interface Judgement {
  /** There is an answer; a signature is not needed. */
  record Settled(Reply<DocumentoFirmado> reply) implements Judgement {}

  /**
   * The number is free for this id: check and sign, then propose.
   *
   * @param cae covers it; empty for a CFC, whose constancia is known to DGI only
   */
  record ToSign(Optional<Cae> cae) implements Judgement {}
}
