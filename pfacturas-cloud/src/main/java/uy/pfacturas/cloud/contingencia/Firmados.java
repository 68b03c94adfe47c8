package uy.pfacturas.cloud.contingencia;

import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * Documents of one type and series that were signed here.
 *
 * @param cantidad how many, from 1
 * @param primero lowest number
 * @param ultimo highest number; what lies between need not all have been signed here
 */
public record Firmados(TipoCfe tipo, String serie, int cantidad, int primero, int ultimo) {
  private static Firmados of(Numero numero) {
    return new Firmados(numero.tipo(), numero.serie(), 1, numero.nro(), numero.nro());
  }

  /** These, and the documents of this number. */
  public static List<Firmados> with(List<Firmados> some, Numero numero) {
    return sum(some, List.of(of(numero)));
  }

  /** Both together, one for each type and series, in the order of their first mention. */
  static List<Firmados> sum(List<Firmados> some, List<Firmados> others) {
    List<Firmados> all = new ArrayList<>(some);
    for (Firmados more : others) {
      int at = indexOf(all, more);
      if (at < 0) {
        all.add(more);
      } else {
        all.set(at, all.get(at).and(more));
      }
    }
    return List.copyOf(all);
  }

  private static int indexOf(List<Firmados> all, Firmados like) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).tipo() == like.tipo() && all.get(i).serie().equals(like.serie())) {
        return i;
      }
    }
    return -1;
  }

  private Firmados and(Firmados more) {
    return new Firmados(
        tipo,
        serie,
        cantidad + more.cantidad(),
        Math.min(primero, more.primero()),
        Math.max(ultimo, more.ultimo()));
  }

  /** How many documents these are. */
  static int count(List<Firmados> all) {
    return all.stream().mapToInt(Firmados::cantidad).sum();
  }

  /**
   * As the journal's canonical bytes have it: type, series, how many, lowest and highest number.
   */
  String canonical() {
    return tipo.codigo() + " " + serie + " " + cantidad + " " + primero + " " + ultimo;
  }
}
