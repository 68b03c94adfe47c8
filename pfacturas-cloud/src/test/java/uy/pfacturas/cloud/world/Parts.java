package uy.pfacturas.cloud.world;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.contingencia.Contingencia;
import uy.pfacturas.cloud.contingencia.ContingenciaConfig;
import uy.pfacturas.cloud.exchange.Declaring;
import uy.pfacturas.cloud.exchange.Delivery;
import uy.pfacturas.cloud.exchange.Epochs;
import uy.pfacturas.cloud.exchange.Fence;
import uy.pfacturas.cloud.exchange.Firmante;
import uy.pfacturas.cloud.exchange.LocalSigning;
import uy.pfacturas.cloud.exchange.Pulse;
import uy.pfacturas.cloud.exchange.Signing;
import uy.pfacturas.cloud.exchange.SigningTime;
import uy.pfacturas.cloud.exchange.Supply;
import uy.pfacturas.cloud.station.Numbers;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.cloud.store.DocumentStore;

/** The real parts of a station, between two starts. */
record Parts(
    Station station,
    Numbers numbers,
    Supply supply,
    Signing signing,
    LocalSigning local,
    Delivery delivery,
    Contingencia contingencia) {
  static final int BLOCK = 4;
  static final ContingenciaConfig PATIENCE =
      new ContingenciaConfig(Duration.ofSeconds(5), 3, 50, Duration.ofMinutes(1));

  static Parts of(
      DocumentStore store, NubeClient nube, Firmante key, String estacion, Clock clock) {
    Station station = new Station(store, clock);
    Numbers numbers = new Numbers(store, clock);
    Epochs epochs = new Epochs(numbers);
    Fence fence = new Fence();
    SigningTime time =
        new SigningTime(station, new Pulse(nube, epochs, clock), clock, Duration.ofDays(1));
    LocalSigning local = new LocalSigning(station, key, Optional::empty, time, clock);
    return new Parts(
        station,
        numbers,
        new Supply(
            numbers,
            nube,
            epochs,
            new Declaring(numbers, station, nube, epochs, fence),
            fence,
            BLOCK),
        new Signing(station, nube, epochs, estacion, clock),
        local,
        new Delivery(station, nube, epochs, estacion),
        new Contingencia(PATIENCE, () -> local.obstacle().isEmpty(), clock, turn -> {}));
  }
}
