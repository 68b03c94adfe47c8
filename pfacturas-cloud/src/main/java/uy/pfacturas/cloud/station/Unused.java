package uy.pfacturas.cloud.station;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Rango;

/**
 * Numbers that this station will never use: kept for ever, stated until acknowledged (S3).
 *
 * @param pendientes to be stated
 * @param acusados acknowledged by the cloud of this epoch
 */
public record Unused(List<Rango> pendientes, List<Rango> acusados) {
  /** None. */
  static final Unused NONE = new Unused(List.of(), List.of());

  public Unused {
    pendientes = List.copyOf(pendientes);
    acusados = List.copyOf(acusados);
  }

  boolean contains(Numero numero) {
    return Stream.concat(pendientes.stream(), acusados.stream())
        .anyMatch(
            r ->
                r.tipo() == numero.tipo()
                    && r.serie().equals(numero.serie())
                    && r.desde() <= numero.nro()
                    && numero.nro() <= r.hasta());
  }

  Unused with(Numero numero) {
    return with(new Rango(numero.tipo(), numero.serie(), numero.nro(), numero.nro()));
  }

  Unused with(Rango rango) {
    return new Unused(merge(pendientes, List.of(rango)), acusados);
  }

  /** After the cloud acknowledged these. */
  Unused acknowledged(List<Rango> stated) {
    List<Rango> left = new ArrayList<>(pendientes);
    left.removeAll(stated);
    return new Unused(left, merge(acusados, stated));
  }

  /** To be stated all over, to a cloud that may have forgotten. */
  Unused again() {
    return new Unused(merge(pendientes, acusados), List.of());
  }

  private static List<Rango> merge(List<Rango> some, List<Rango> others) {
    List<Rango> all = new ArrayList<>(some);
    all.addAll(others);
    all.sort(
        Comparator.comparing((Rango r) -> r.tipo().codigo())
            .thenComparing(Rango::serie)
            .thenComparing(Rango::desde));
    List<Rango> merged = new ArrayList<>();
    for (Rango next : all) {
      Rango last = merged.isEmpty() ? next : merged.get(merged.size() - 1);
      if (merged.isEmpty() || !touch(last, next)) {
        merged.add(next);
      } else {
        merged.set(merged.size() - 1, join(last, next));
      }
    }
    return merged;
  }

  private static boolean touch(Rango a, Rango b) {
    return a.tipo() == b.tipo() && a.serie().equals(b.serie()) && b.desde() <= a.hasta() + 1;
  }

  private static Rango join(Rango a, Rango b) {
    return new Rango(a.tipo(), a.serie(), a.desde(), Math.max(a.hasta(), b.hasta()));
  }
}
