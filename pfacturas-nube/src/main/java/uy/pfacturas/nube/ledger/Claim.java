package uy.pfacturas.nube.ledger;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;

/**
 * The rules of a request for a signature: who may have which number signed. Looks only.
 *
 * @param ruc issuer
 * @param id the document's id
 * @param asked the request
 */
record Claim(String ruc, String id, SolicitudFirma asked) {
  /** What the rules say. */
  sealed interface Verdict {
    /** The number is in the station's block and the id is the station's to claim. */
    record Free(Asiento asiento) implements Verdict {}

    /** The number is this id's already. */
    record Known(Asiento asiento) implements Verdict {}

    /** No; {@code contradicts} where the ledger and the station cannot both be right. */
    record No(Refusal refusal, boolean contradicts) implements Verdict {}
  }

  Verdict judge(Handle handle, long epoca) {
    Optional<Asiento> found = Asientos.find(handle, ruc, asked.numero());
    if (found.filter(Asiento::isOfNobody).isPresent()) {
      return no(Codigo.NUMERO_EN_DUDA);
    }
    if (found.isEmpty() || !found.get().estacion().equals(asked.estacion())) {
      return contradiction(Codigo.NUMERO_AJENO);
    }
    Asiento asiento = found.get();
    if (!asiento.id().orElse(id).equals(id)) {
      return contradiction(Codigo.NUMERO_DE_OTRO_ID);
    }
    if (!asiento.huella().orElse(asked.huella()).equals(asked.huella())) {
      return contradiction(Codigo.OTRA_HUELLA);
    }
    if (asiento.isVoid()) {
      return no(Codigo.NUMERO_ANULADO);
    }
    if (asiento.isInDoubt()) {
      return no(Codigo.NUMERO_EN_DUDA);
    }
    if (asiento.isFirm()) {
      return new Verdict.Known(asiento);
    }
    return open(handle, epoca, asiento);
  }

  private Verdict open(Handle handle, long epoca, Asiento asiento) {
    List<Asiento> others =
        Asientos.ofId(handle, ruc, id).stream().filter(o -> o.n() != asiento.n()).toList();
    Optional<Asiento> firm = others.stream().filter(Asiento::isFirm).findFirst();
    Optional<String> duena = Duenas.find(handle, ruc, id);
    boolean elsewhere = !duena.orElse(asked.estacion()).equals(asked.estacion());
    if (firm.isPresent() || (elsewhere && !asked.tomar())) {
      String owner = firm.map(Asiento::estacion).or(() -> duena).orElseThrow();
      Optional<Asiento> result =
          firm.or(() -> others.stream().filter(o -> o.estacion().equals(owner)).findFirst());
      Refusal refusal =
          new Refusal(
              Codigo.EN_OTRA_ESTACION,
              List.of(asked.numero().texto(), owner),
              Optional.of(asked.numero()),
              List.of(),
              result.map(r -> r.documento(epoca, Asientos.xml(handle, r))));
      return new Verdict.No(refusal, false);
    }
    return asiento.estado() == EstadoNumero.EN_BLOQUE
        ? new Verdict.Free(asiento)
        : new Verdict.Known(asiento);
  }

  private Verdict no(Codigo codigo) {
    return new Verdict.No(Refusal.of(codigo, asked.numero()), false);
  }

  private Verdict contradiction(Codigo codigo) {
    return new Verdict.No(Refusal.of(codigo, asked.numero()), true);
  }
}
