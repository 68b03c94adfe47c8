package uy.pfacturas.nube.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.refusal.Reply;

/**
 * The transition to {@code FIRME} or {@code CONFLICTO}: a fact, never refused because of state of
 * the id, age, life or date; the signature that is delivered is the document.
 *
 * @param ruc issuer
 * @param numero the number
 * @param entrega the message
 * @param defect why its signature is not valid; empty if it is
 */
record Delivery(String ruc, Numero numero, Entrega entrega, Optional<Refusal> defect) {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  Reply<AcuseEntrega> take(Handle handle, long epoca, Clock clock) {
    Optional<Asiento> found = Asientos.find(handle, ruc, numero);
    if (found.filter(Asiento::isOfNobody).isPresent()) {
      return Reply.refuse(Refusal.of(Codigo.NUMERO_EN_DUDA, numero));
    }
    if (found.isEmpty() || !found.get().estacion().equals(entrega.estacion())) {
      return quarantine(handle, clock, Refusal.of(Codigo.NUMERO_AJENO, numero));
    }
    if (defect.isPresent()) {
      return quarantine(handle, clock, defect.get());
    }
    Asiento asiento = found.get();
    if (!asiento.id().orElse(entrega.id()).equals(entrega.id())) {
      return quarantine(handle, clock, Refusal.of(Codigo.NUMERO_DE_OTRO_ID, numero));
    }
    if (asiento.isFirm()) {
      return asiento.hash().orElseThrow().equals(entrega.hash())
          ? Reply.of(acknowledge(epoca, asiento.estado()))
          : quarantine(handle, clock, Refusal.of(Codigo.OTRA_FIRMA, numero));
    }
    if (asiento.isVoid()) {
      Refusal refusal = Refusal.of(Codigo.NUMERO_ANULADO, numero);
      // With espera no paper exists, and a late copy of what was refused means nothing.
      return entrega.espera() ? Reply.refuse(refusal) : quarantine(handle, clock, refusal);
    }
    return open(handle, epoca, clock, asiento);
  }

  private Reply<AcuseEntrega> open(Handle handle, long epoca, Clock clock, Asiento asiento) {
    Optional<Asiento> firm =
        Asientos.ofId(handle, ruc, entrega.id()).stream()
            .filter(o -> o.n() != asiento.n() && o.isFirm())
            .findFirst();
    Optional<String> claimed = Duenas.find(handle, ruc, entrega.id());
    String duena = claimed.orElse(entrega.estacion());
    if (entrega.espera() && (firm.isPresent() || !duena.equals(entrega.estacion()))) {
      return Reply.refuse(
          new Refusal(
              Codigo.EN_OTRA_ESTACION,
              List.of(numero.texto(), firm.map(Asiento::estacion).orElse(duena)),
              Optional.of(numero),
              List.of(),
              firm.map(f -> f.documento(epoca, Asientos.xml(handle, f)))));
    }
    EstadoNumero becomes = firm.isPresent() ? EstadoNumero.CONFLICTO : EstadoNumero.FIRME;
    store(handle, clock, asiento, becomes);
    if (claimed.isEmpty()) {
      Duenas.claim(handle, ruc, entrega.id(), entrega.estacion());
    }
    if (becomes == EstadoNumero.CONFLICTO) {
      LOG.warn(
          "ALARMA CONFLICTO: {} y {} de {} son del mismo Id y los dos están entregados",
          numero.texto(),
          firm.map(f -> f.numero().texto()).orElse(""),
          ruc);
    }
    return Reply.created(acknowledge(epoca, becomes));
  }

  private void store(Handle handle, Clock clock, Asiento asiento, EstadoNumero becomes) {
    int changed =
        handle
            .createUpdate(
                "UPDATE numero SET estado = :estado, id = :id, huella = :huella, hash = :hash,"
                    + " cambio = :cambio"
                    + " WHERE n = :n AND estado IN ('EN_BLOQUE', 'SIN_CONFIRMAR', 'EN_DUDA')")
            .bind("estado", becomes.name())
            .bind("id", entrega.id())
            .bind("huella", entrega.huella())
            .bind("hash", entrega.hash())
            .bind("cambio", clock.instant().toString())
            .bind("n", asiento.n())
            .execute();
    if (changed != 1) {
      throw new IllegalStateException("number is not open: " + numero.texto());
    }
    if (!isStored(handle, asiento)) {
      handle
          .createUpdate(
              "INSERT INTO firma (numero, xml, adenda) VALUES (:n, :xml, :adenda)"
                  + " ON CONFLICT (numero) DO UPDATE SET xml = excluded.xml, adenda ="
                  + " excluded.adenda")
          .bind("n", asiento.n())
          .bind("xml", entrega.xml())
          .bind("adenda", entrega.adenda())
          .execute();
    }
  }

  private boolean isStored(Handle handle, Asiento asiento) {
    return handle
        .createQuery("SELECT xml, adenda FROM firma WHERE numero = :n")
        .bind("n", asiento.n())
        .map(
            (row, context) ->
                row.getString(1).equals(entrega.xml())
                    && Optional.ofNullable(row.getString(2)).equals(entrega.adenda()))
        .findOne()
        .orElse(false);
  }

  private AcuseEntrega acknowledge(long epoca, EstadoNumero estado) {
    return new AcuseEntrega(epoca, numero, entrega.hash(), estado, 1);
  }

  private Reply<AcuseEntrega> quarantine(Handle handle, Clock clock, Refusal refusal) {
    Cuarentena.keep(
        handle,
        clock,
        new Cuarentena.Entry(
            ruc,
            numero,
            refusal.codigo(),
            entrega.estacion(),
            entrega.id(),
            entrega.huella(),
            entrega.hash(),
            entrega.xml()));
    return Reply.refuse(refusal);
  }
}
