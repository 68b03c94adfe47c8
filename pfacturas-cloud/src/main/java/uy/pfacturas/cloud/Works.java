package uy.pfacturas.cloud;

import java.time.Clock;
import uy.pfacturas.cloud.exchange.Delivery;
import uy.pfacturas.cloud.exchange.Signing;
import uy.pfacturas.cloud.exchange.Supply;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.core.print.Printing;

/** The parts that the steps of a document share. */
record Works(
    SynchronizerConfig config,
    Clock clock,
    Station station,
    Supply supply,
    Signing signing,
    Delivery delivery,
    Printing printing,
    CloudState cloud,
    Troubles troubles,
    Guard guard,
    Tasks.Crew signers,
    Tasks.Crew couriers,
    Tasks.Crew printers,
    StatusBoard board,
    Answers answers,
    Desk desk) {}
