package uy.pfacturas.nube.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.refusal.Reply;

/**
 * The rules of a CFC: the number is that of a paper, so no block gave it and nobody states it
 * unused; it belongs to the station and id that informed it first, and may be informed again,
 * corrected.
 *
 * @param ruc issuer
 * @param numero number of the paper
 */
record Paper(String ruc, Numero numero) {
  /** Settles a request for a signature; without a proposal it says whether there is one to make. */
  Judgement settle(
      Handle handle,
      long epoca,
      Clock clock,
      String id,
      SolicitudFirma asked,
      Optional<Proposal> proposal) {
    List<Cfc> rows = Cfcs.of(handle, ruc, numero);
    Optional<Cfc> foreign =
        rows.stream()
            .filter(row -> !row.isOf(asked.estacion(), id))
            // What another id of the same station asked for and never delivered is given up.
            .filter(row -> row.isFirm() || !row.estacion().equals(asked.estacion()))
            .findFirst();
    if (foreign.isPresent()) {
      return settled(repeated(foreign.get()));
    }
    Optional<Cfc> latest = rows.stream().filter(row -> row.isOf(asked.estacion(), id)).findFirst();
    if (latest.filter(row -> row.correccion() > asked.correccion()).isPresent()) {
      return settled(Refusal.of(Codigo.CFC_CORREGIDO, numero));
    }
    Optional<Cfc> same = latest.filter(row -> row.correccion() == asked.correccion());
    if (same.filter(row -> !row.huella().equals(asked.huella())).isPresent()) {
      Refusal refusal = Refusal.of(Codigo.OTRA_HUELLA, numero);
      keep(handle, clock, refusal, asked.estacion(), id, asked.huella(), "", asked.xml());
      return settled(refusal);
    }
    if (same.isPresent()) {
      return new Judgement.Settled(Reply.of(same.get().documento(epoca, true)));
    }
    return proposal
        .<Judgement>map(p -> propose(handle, epoca, clock, id, asked, p))
        .orElseGet(() -> new Judgement.ToSign(Optional.empty()));
  }

  private static Judgement settled(Refusal refusal) {
    return new Judgement.Settled(Reply.refuse(refusal));
  }

  private Judgement propose(
      Handle handle, long epoca, Clock clock, String id, SolicitudFirma asked, Proposal proposal) {
    Cfc cfc =
        new Cfc(
            numero,
            asked.correccion(),
            asked.estacion(),
            id,
            EstadoNumero.SIN_CONFIRMAR,
            asked.huella(),
            proposal.hash(),
            proposal.xml());
    Cfcs.keep(handle, clock, ruc, cfc, asked.adenda());
    return new Judgement.Settled(Reply.created(cfc.documento(epoca, true)));
  }

  private Refusal repeated(Cfc owner) {
    return new Refusal(
        Codigo.CFC_REPETIDO,
        List.of(numero.texto(), owner.id()),
        Optional.of(numero),
        List.of(),
        Optional.empty());
  }

  /** Takes a delivery; the highest correction that is delivered is the one that counts. */
  Reply<AcuseEntrega> take(
      Handle handle, long epoca, Clock clock, Entrega entrega, Optional<Refusal> defect) {
    List<Cfc> firm = Cfcs.of(handle, ruc, numero).stream().filter(Cfc::isFirm).toList();
    Optional<Cfc> same =
        firm.stream().filter(row -> row.correccion() == entrega.correccion()).findFirst();
    Optional<Refusal> refusal =
        defect
            .or(
                () ->
                    firm.stream()
                        .filter(row -> !row.isOf(entrega.estacion(), entrega.id()))
                        .findFirst()
                        .map(this::repeated))
            .or(
                () ->
                    same.filter(row -> !row.hash().equals(entrega.hash()))
                        .map(row -> Refusal.of(Codigo.OTRA_FIRMA, numero)));
    if (refusal.isPresent()) {
      keep(
          handle,
          clock,
          refusal.get(),
          entrega.estacion(),
          entrega.id(),
          entrega.huella(),
          entrega.hash(),
          entrega.xml());
      return Reply.refuse(refusal.get());
    }
    AcuseEntrega acuse = new AcuseEntrega(epoca, numero, entrega.hash(), EstadoNumero.FIRME, 1);
    if (same.isPresent()) {
      return Reply.of(acuse);
    }
    Cfcs.keep(handle, clock, ruc, firm(entrega), entrega.adenda());
    return Reply.created(acuse);
  }

  private Cfc firm(Entrega entrega) {
    return new Cfc(
        numero,
        entrega.correccion(),
        entrega.estacion(),
        entrega.id(),
        EstadoNumero.FIRME,
        entrega.huella(),
        entrega.hash(),
        entrega.xml());
  }

  private void keep(
      Handle handle,
      Clock clock,
      Refusal refusal,
      String estacion,
      String id,
      String huella,
      String hash,
      String xml) {
    Cuarentena.keep(
        handle,
        clock,
        new Cuarentena.Entry(ruc, numero, refusal.codigo(), estacion, id, huella, hash, xml));
  }
}
