package uy.pfacturas.cloud.world;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What goes wrong in a world, each in per cent of the moments where it could; many worlds lack most
 * of it, so that each trouble is also seen by itself.
 *
 * @param line messages that the network mistreats
 * @param hang questions during which other things happen before the answer arrives
 * @param outages steps at which a line goes down or comes back
 * @param deaths steps at which a station is about to be stopped
 * @param fullDisk steps at which a store fills up or is freed
 * @param jumps steps at which a station's clock jumps
 * @param days steps at which hours or days pass
 * @param withdrawals steps at which the shop withdraws an invoice
 * @param refusals contents that the cloud refuses
 * @param invoices e-Facturas among the sales
 * @param dgi messages to DGI that are lost
 * @param fullCopy steps at which the medium of a second copy fills up or is freed
 * @param losses steps at which a store is kept aside, lost, or set back to what was kept
 * @param restores steps at which the cloud's database is kept aside, or set back to that
 * @param keyless whether the stations have no key to sign with
 * @param pair whether there are two stations
 * @param shared sales whose file lies at both, so that none is at home
 * @param takeovers steps at which a person takes an id of another station over
 */
@RecordBuilder
record Weather(
    int line,
    int hang,
    int outages,
    int deaths,
    int fullDisk,
    int jumps,
    int days,
    int withdrawals,
    int refusals,
    int invoices,
    int dgi,
    int fullCopy,
    int losses,
    int restores,
    boolean keyless,
    boolean pair,
    int shared,
    int takeovers) {
  /** Nothing goes wrong. */
  static final Weather FAIR =
      new Weather(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, false, 0, 0);

  static Weather of(Chance chance) {
    return new Weather(
        some(chance, 60),
        some(chance, 40),
        some(chance, 8),
        some(chance, 12),
        some(chance, 5),
        some(chance, 3),
        some(chance, 6),
        some(chance, 6),
        some(chance, 50),
        some(chance, 60),
        some(chance, 50),
        some(chance, 3),
        some(chance, 4),
        some(chance, 4),
        chance.percent(10),
        chance.percent(40),
        some(chance, 60),
        some(chance, 8));
  }

  /** The same with a line that is bad all the time. */
  Weather lineBad() {
    return WeatherBuilder.builder(this).line(50).hang(40).build();
  }

  /** The same where stores are lost all the time. */
  Weather storesBad() {
    return WeatherBuilder.builder(this).losses(5).withdrawals(6).fullCopy(0).build();
  }

  /** The same where the cloud is restored all the time. */
  Weather cloudBad() {
    return WeatherBuilder.builder(this).restores(5).fullDisk(0).build();
  }

  /** The same where persons take ids over all the time. */
  Weather takenOver() {
    return WeatherBuilder.builder(this).pair(true).takeovers(8).keyless(false).build();
  }

  private static int some(Chance chance, int most) {
    return chance.percent(50) ? 0 : 1 + chance.below(most);
  }
}
