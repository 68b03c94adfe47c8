package uy.pfacturas.cloud.station;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Rango;

/**
 * The blocks of one type that this station has in stock (protocol §7).
 *
 * @param pedida the request under way; empty if none
 * @param abiertos open blocks with numbers left, the one in use first
 * @param estrenados whether there ever was a block
 */
public record Bloques(Optional<Pedida> pedida, List<Abierto> abiertos, boolean estrenados) {
  /** No blocks. */
  static final Bloques NONE = new Bloques(Optional.empty(), List.of(), false);

  /**
   * A request for a block: its number is stored and copied before it leaves.
   *
   * @param desde the number that the block has to begin with; empty for the next ones of the CAE
   */
  public record Pedida(String solicitud, int cantidad, Optional<Numero> desde) {}

  /**
   * An open block.
   *
   * @param rango its numbers that were not taken yet
   * @param cae the CAE that they belong to
   */
  public record Abierto(Rango rango, Cae cae) {
    boolean holds(Numero numero) {
      return rango.serie().equals(numero.serie())
          && rango.desde() <= numero.nro()
          && numero.nro() <= rango.hasta();
    }

    /** What is left on both sides of a number. */
    List<Abierto> without(int nro) {
      List<Abierto> left = new ArrayList<>();
      if (rango.desde() < nro) {
        left.add(of(rango.desde(), nro - 1));
      }
      if (nro < rango.hasta()) {
        left.add(of(nro + 1, rango.hasta()));
      }
      return left;
    }

    private Abierto of(int desde, int hasta) {
      return new Abierto(new Rango(rango.tipo(), rango.serie(), desde, hasta), cae);
    }

    int quedan() {
      return rango.hasta() - rango.desde() + 1;
    }
  }

  /** A number taken, and what is left. */
  record Toma(Numero numero, Cae cae, Bloques quedan) {}

  public Bloques {
    abiertos = List.copyOf(abiertos);
  }

  /** Whether this station ever had numbers of this type. */
  @JsonIgnore
  boolean isUsed() {
    return estrenados || !abiertos.isEmpty();
  }

  /** How many numbers are left. */
  @JsonIgnore
  public int quedan() {
    return abiertos.stream().mapToInt(Abierto::quedan).sum();
  }

  /** Takes the next number; empty if there is none. */
  Optional<Toma> tomar() {
    if (abiertos.isEmpty()) {
      return Optional.empty();
    }
    Rango rango = abiertos.get(0).rango();
    return tomar(new Numero(rango.tipo(), rango.serie(), rango.desde()));
  }

  /** Takes this number; empty if it is not in stock. */
  Optional<Toma> tomar(Numero numero) {
    Optional<Abierto> holder = abiertos.stream().filter(b -> b.holds(numero)).findFirst();
    return holder.map(
        block -> {
          List<Abierto> left = new ArrayList<>(abiertos);
          int at = left.indexOf(block);
          left.remove(at);
          left.addAll(at, block.without(numero.nro()));
          return new Toma(numero, block.cae(), new Bloques(pedida, left, true));
        });
  }

  /** Whether this number is in stock. */
  public boolean holds(Numero numero) {
    return abiertos.stream().anyMatch(b -> b.holds(numero));
  }

  /** How many numbers in stock come after this one, in its series. */
  int after(Numero numero) {
    return abiertos.stream()
        .filter(b -> b.rango().serie().equals(numero.serie()))
        .mapToInt(b -> b.rango().hasta() - Math.max(numero.nro(), b.rango().desde() - 1))
        .filter(left -> left > 0)
        .sum();
  }

  /** The number behind all of this series that are in stock, and behind this one. */
  public Numero behind(Numero numero) {
    int highest =
        abiertos.stream()
            .filter(b -> b.rango().serie().equals(numero.serie()))
            .mapToInt(b -> b.rango().hasta())
            .reduce(numero.nro(), Math::max);
    return new Numero(numero.tipo(), numero.serie(), highest + 1);
  }

  /** Blocks whose CAE may still sign on this day. */
  Bloques vigentes(LocalDate dia) {
    return new Bloques(
        pedida, abiertos.stream().filter(b -> !b.cae().vence().isBefore(dia)).toList(), isUsed());
  }

  Bloques with(Pedida nueva) {
    return new Bloques(Optional.of(nueva), abiertos, isUsed());
  }

  /** With the block that was asked for; the request is over. */
  Bloques with(Abierto nuevo) {
    List<Abierto> all = new ArrayList<>(abiertos);
    all.add(nuevo);
    return new Bloques(Optional.empty(), all, true);
  }
}
