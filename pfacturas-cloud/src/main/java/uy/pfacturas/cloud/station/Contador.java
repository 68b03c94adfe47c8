package uy.pfacturas.cloud.station;

/**
 * The counters of the store.
 *
 * @param secuencia last document's order of arrival
 * @param apuntes last entry that was said to the second copy
 * @param solicitudes last request for a block
 */
record Contador(long secuencia, long apuntes, long solicitudes) {
  static final Contador ZERO = new Contador(0, 0, 0);

  Contador nextDocument() {
    return new Contador(secuencia + 1, apuntes, solicitudes);
  }

  Contador nextEntry() {
    return new Contador(secuencia, apuntes + 1, solicitudes);
  }

  Contador nextRequest() {
    return new Contador(secuencia, apuntes, solicitudes + 1);
  }
}
