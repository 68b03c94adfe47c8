package uy.pfacturas.cloud.contingencia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The journal of contingencia, read whole: its entries, and the stays that they tell.
 *
 * @param anotaciones all entries, in their order
 * @param tramos the stays, the oldest first; one under way has the documents of this moment
 * @param sueltos documents that were signed here one by one since the last stay, because the cloud
 *     answered too late for them
 * @param rota order of the first entry that is missing or not as it was written; empty if the chain
 *     holds
 */
public record Bitacora(
    List<Anotacion> anotaciones, List<Tramo> tramos, List<Firmados> sueltos, Optional<Long> rota) {
  public Bitacora {
    anotaciones = List.copyOf(anotaciones);
    tramos = List.copyOf(tramos);
    sueltos = List.copyOf(sueltos);
  }

  /**
   * Reads and verifies.
   *
   * @param anotaciones as they are stored, in their order
   * @param cabeza the end, as it is stored
   */
  public static Bitacora of(List<Anotacion> anotaciones, Cabeza cabeza) {
    List<Tramo> tramos = new ArrayList<>();
    for (Anotacion entry : anotaciones) {
      int last = tramos.size() - 1;
      if (entry.hecho() == Cambio.Hecho.ENTRA || last < 0) {
        tramos.add(Tramo.begun(entry));
      } else {
        tramos.set(last, tramos.get(last).with(entry));
      }
    }
    int last = tramos.size() - 1;
    boolean isOpen = last >= 0 && tramos.get(last).hasta().isEmpty();
    if (isOpen) {
      tramos.set(last, tramos.get(last).with(cabeza.firmados()));
    }
    return new Bitacora(
        anotaciones, tramos, isOpen ? List.of() : cabeza.firmados(), broken(anotaciones, cabeza));
  }

  private static Optional<Long> broken(List<Anotacion> anotaciones, Cabeza cabeza) {
    long n = Cabeza.NONE.n();
    String hash = Cabeza.NONE.hash();
    for (Anotacion entry : anotaciones) {
      if (!entry.follows(n, hash)) {
        return Optional.of(n + 1);
      }
      n = entry.n();
      hash = entry.hash();
    }
    boolean isWhole = n == cabeza.n() && hash.equals(cabeza.hash());
    return isWhole ? Optional.empty() : Optional.of(n + 1);
  }

  /** The stay under way; empty if the last one is over. */
  public Optional<Contingencia.Estadia> abierta() {
    return tramos.isEmpty()
        ? Optional.empty()
        : Optional.of(tramos.get(tramos.size() - 1))
            .filter(t -> t.hasta().isEmpty())
            .map(t -> new Contingencia.Estadia(t.desde(), t.causa(), t.aMano()));
  }
}
