package uy.pfacturas.nube.ledger;

import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.nube.cae.CaeBook;
import uy.pfacturas.nube.refusal.Reply;

/** The transition {@code EN_BLOQUE} to {@code SIN_CONFIRMAR}, with all its other answers. */
final class Signing {
  private final long epoca;
  private final Clock clock;

  Signing(long epoca, Clock clock) {
    this.epoca = epoca;
    this.clock = clock;
  }

  /** Whether there is anything to sign, before the work of signing. */
  Optional<Judgement.ToSign> look(Handle handle, Claim claim) {
    return claim.judge(handle, epoca) instanceof Claim.Verdict.Free free
        ? Optional.of(toSign(handle, free.asiento()))
        : Optional.empty();
  }

  /** Settles the request; without a proposal a free number is left as it is. */
  Judgement settle(Handle handle, Claim claim, Optional<Proposal> proposal) {
    Claim.Verdict verdict = claim.judge(handle, epoca);
    if (verdict instanceof Claim.Verdict.No no) {
      if (no.contradicts()) {
        keep(handle, claim, no);
      }
      return new Judgement.Settled(Reply.refuse(no.refusal()));
    }
    if (verdict instanceof Claim.Verdict.Known known) {
      take(handle, claim);
      return new Judgement.Settled(Reply.of(stored(handle, known.asiento())));
    }
    Asiento asiento = ((Claim.Verdict.Free) verdict).asiento();
    return proposal
        .<Judgement>map(
            p -> new Judgement.Settled(Reply.created(propose(handle, claim, asiento, p))))
        .orElseGet(() -> toSign(handle, asiento));
  }

  private static Judgement.ToSign toSign(Handle handle, Asiento asiento) {
    Cae cae =
        handle
            .createQuery(
                "SELECT c.registro FROM bloque b JOIN cae c ON c.n = b.cae WHERE b.n = :bloque")
            .bind("bloque", asiento.bloque())
            .mapTo(String.class)
            .map(CaeBook::cae)
            .one();
    return new Judgement.ToSign(Optional.of(cae));
  }

  private DocumentoFirmado propose(Handle handle, Claim claim, Asiento asiento, Proposal proposal) {
    int changed =
        handle
            .createUpdate(
                "UPDATE numero SET estado = 'SIN_CONFIRMAR', id = :id, huella = :huella,"
                    + " hash = :hash, cambio = :cambio WHERE n = :n AND estado = 'EN_BLOQUE'")
            .bind("id", claim.id())
            .bind("huella", claim.asked().huella())
            .bind("hash", proposal.hash())
            .bind("cambio", clock.instant().toString())
            .bind("n", asiento.n())
            .execute();
    if (changed != 1) {
      throw new IllegalStateException("number left its block: " + asiento.numero().texto());
    }
    handle
        .createUpdate("INSERT INTO firma (numero, xml, adenda) VALUES (:n, :xml, :adenda)")
        .bind("n", asiento.n())
        .bind("xml", proposal.xml())
        .bind("adenda", claim.asked().adenda())
        .execute();
    if (!take(handle, claim)) {
      Duenas.claim(handle, claim.ruc(), claim.id(), claim.asked().estacion());
    }
    return new DocumentoFirmado(
        epoca,
        claim.id(),
        asiento.numero(),
        asiento.estacion(),
        EstadoNumero.SIN_CONFIRMAR,
        proposal.hash(),
        Optional.of(proposal.xml()),
        0);
  }

  /** Moves the id where a person asked for it. */
  private static boolean take(Handle handle, Claim claim) {
    if (claim.asked().tomar()) {
      Duenas.move(handle, claim.ruc(), claim.id(), claim.asked().estacion());
    }
    return claim.asked().tomar();
  }

  private DocumentoFirmado stored(Handle handle, Asiento asiento) {
    return asiento.documento(epoca, Asientos.xml(handle, asiento));
  }

  private void keep(Handle handle, Claim claim, Claim.Verdict.No no) {
    Cuarentena.keep(
        handle,
        clock,
        new Cuarentena.Entry(
            claim.ruc(),
            claim.asked().numero(),
            no.refusal().codigo(),
            claim.asked().estacion(),
            claim.id(),
            claim.asked().huella(),
            "",
            claim.asked().xml()));
  }
}
