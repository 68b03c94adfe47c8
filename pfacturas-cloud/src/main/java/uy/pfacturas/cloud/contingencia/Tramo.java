package uy.pfacturas.cloud.contingencia;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stay in contingencia as the journal tells it.
 *
 * @param n order of its first entry
 * @param desde since when
 * @param hasta until when; empty while it lasts
 * @param causa why, for a person
 * @param aMano whether a person began it or kept it on
 * @param terminaAMano whether a person ended it
 * @param antes documents that were signed here one by one before it began, since the stay before
 * @param firmados documents that were signed here while it lasted
 * @param hash digest of its last entry
 */
public record Tramo(
    long n,
    Instant desde,
    Optional<Instant> hasta,
    String causa,
    boolean aMano,
    boolean terminaAMano,
    List<Firmados> antes,
    List<Firmados> firmados,
    String hash) {
  public Tramo {
    antes = List.copyOf(antes);
    firmados = List.copyOf(firmados);
  }

  static Tramo begun(Anotacion entry) {
    return new Tramo(
        entry.n(),
        entry.cuando(),
        Optional.empty(),
        entry.causa(),
        entry.aMano(),
        false,
        entry.firmados(),
        List.of(),
        entry.hash());
  }

  /** After a later entry of the same stay. */
  Tramo with(Anotacion entry) {
    boolean isEnd = entry.hecho() == Cambio.Hecho.SALE;
    return new Tramo(
        n,
        desde,
        isEnd ? Optional.of(entry.cuando()) : hasta,
        causa,
        aMano || (!isEnd && entry.aMano()),
        isEnd && entry.aMano(),
        antes,
        Firmados.sum(firmados, entry.firmados()),
        entry.hash());
  }

  /** With documents that no entry has yet. */
  Tramo with(List<Firmados> more) {
    return new Tramo(
        n, desde, hasta, causa, aMano, terminaAMano, antes, Firmados.sum(firmados, more), hash);
  }

  /** How many documents were signed here while it lasted. */
  public int cantidad() {
    return Firmados.count(firmados);
  }
}
