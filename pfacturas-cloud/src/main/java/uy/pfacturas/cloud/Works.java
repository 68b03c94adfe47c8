package uy.pfacturas.cloud;

import java.time.Clock;
import java.util.Optional;
import uy.pfacturas.cloud.contingencia.Contingencia;
import uy.pfacturas.cloud.exchange.Delivery;
import uy.pfacturas.cloud.exchange.LocalSigning;
import uy.pfacturas.cloud.exchange.Signing;
import uy.pfacturas.cloud.exchange.Supply;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.print.Printing;

/**
 * The parts that the steps of a document share.
 *
 * @param local signs here; empty where the station has no key of the company
 * @param signers work on documents, and never wait for the network
 * @param askers ask the cloud for signatures and numbers
 * @param couriers deliver and state
 */
record Works(
    SynchronizerConfig config,
    Clock clock,
    Station station,
    Supply supply,
    Signing signing,
    Optional<LocalSigning> local,
    Delivery delivery,
    Printing printing,
    CloudState cloud,
    Contingencia contingencia,
    Troubles troubles,
    Guard guard,
    Tasks.Crew signers,
    Tasks.Crew askers,
    Tasks.Crew couriers,
    Tasks.Crew printers,
    StatusBoard board,
    Answers answers,
    Backlog backlog,
    Desk desk) {
  /** The cloud is still to get this document; notes about it wait until then. Repeatable. */
  void owe(Documento doc) {
    Numero numero = doc.numero().orElseThrow();
    backlog.add(numero);
    // Where the cloud took it meanwhile, whoever stored that has taken it out already.
    if (station.find(doc.id()).filter(Documento::isUndelivered).isEmpty()) {
      backlog.remove(numero);
    }
  }
}
