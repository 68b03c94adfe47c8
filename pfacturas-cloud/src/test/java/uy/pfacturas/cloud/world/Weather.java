package uy.pfacturas.cloud.world;

/**
 * What goes wrong in a world, each in per cent of the moments where it could; many worlds lack most
 * of it, so that each trouble is also seen by itself.
 *
 * @param line messages that the network mistreats
 * @param hang questions during which other things happen before the answer arrives
 * @param outages steps at which a line goes down or comes back
 * @param deaths steps at which a station is about to be stopped
 * @param fullDisk steps at which a store or second copy fills up or is freed
 * @param jumps steps at which a station's clock jumps
 * @param days steps at which hours or days pass
 * @param withdrawals steps at which the shop withdraws an invoice
 * @param refusals contents that the cloud refuses
 * @param invoices e-Facturas among the sales
 * @param dgi messages to DGI that are lost
 * @param keyless whether the stations have no key to sign with
 */
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
    boolean keyless) {
  /** Nothing goes wrong. */
  static final Weather FAIR = new Weather(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false);

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
        chance.percent(10));
  }

  private static int some(Chance chance, int most) {
    return chance.percent(50) ? 0 : 1 + chance.below(most);
  }
}
