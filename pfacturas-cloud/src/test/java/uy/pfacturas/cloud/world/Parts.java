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
import uy.pfacturas.cloud.station.Forgotten;
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
    Contingencia contingencia,
    Forgotten forgotten,
    Pulse pulse,
    DocumentStore store) {
  static final int BLOCK = 4;

  /** How far a station's clock may be behind its last signature. */
  static final Duration CLOCK_LIMIT = Duration.ofMinutes(5);

  static final ContingenciaConfig PATIENCE =
      new ContingenciaConfig(Duration.ofSeconds(5), 3, 50, Duration.ofMinutes(1));

  static Parts of(
      DocumentStore store, NubeClient nube, Firmante key, String estacion, Clock clock) {
    Station station = new Station(store, clock);
    Numbers numbers = new Numbers(store, clock);
    Epochs epochs = new Epochs(numbers);
    Fence fence = new Fence();
    Pulse pulse = new Pulse(nube, epochs, clock);
    Declaring declaring = new Declaring(numbers, station, nube, epochs, fence);
    SigningTime time = new SigningTime(station, pulse, clock, CLOCK_LIMIT);
    LocalSigning local = new LocalSigning(station, key, Optional::empty, time, clock);
    return new Parts(
        station,
        numbers,
        new Supply(numbers, nube, epochs, declaring, fence, BLOCK),
        new Signing(station, nube, epochs, estacion, clock),
        local,
        new Delivery(station, nube, epochs, estacion),
        new Contingencia(PATIENCE, () -> local.obstacle().isEmpty(), clock, turn -> {}),
        new Forgotten(store, clock),
        pulse,
        store);
  }
}
