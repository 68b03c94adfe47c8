package uy.pfacturas.nube.ledger;

import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.nube.refusal.Reply;

/** What the ledger makes of a request for a signature. */
public sealed interface Judgement {
  /** There is an answer; a signature is not needed. */
  record Settled(Reply<DocumentoFirmado> reply) implements Judgement {}

  /** The number is free for this id: check and sign, then propose. {@code cae} covers it. */
  record ToSign(Cae cae) implements Judgement {}
}
