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

  /** A request for a block: its number is stored and copied before it leaves. */
  public record Pedida(String solicitud, int cantidad) {}

  /**
   * An open block.
   *
   * @param rango its numbers that were not taken yet
   * @param cae the CAE that they belong to
   */
  public record Abierto(Rango rango, Cae cae) {
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
    Abierto first = abiertos.get(0);
    Rango rango = first.rango();
    List<Abierto> left = new ArrayList<>(abiertos.subList(1, abiertos.size()));
    if (rango.desde() < rango.hasta()) {
      left.add(
          0,
          new Abierto(
              new Rango(rango.tipo(), rango.serie(), rango.desde() + 1, rango.hasta()),
              first.cae()));
    }
    Numero numero = new Numero(rango.tipo(), rango.serie(), rango.desde());
    return Optional.of(new Toma(numero, first.cae(), new Bloques(pedida, left, true)));
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
