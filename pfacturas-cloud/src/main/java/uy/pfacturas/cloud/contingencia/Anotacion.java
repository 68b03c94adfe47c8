package uy.pfacturas.cloud.contingencia;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An entry of the journal of contingencia. Entries are never changed nor removed; each bears the
 * digest of the one before it, so that a change anywhere shows.
 *
 * @param n its order, from 1
 * @param hecho what happened
 * @param cuando when
 * @param causa why, for a person, on one line; empty at the end of a stay
 * @param aMano whether a person asked for it
 * @param firmados documents that were signed here since the entry before this one
 * @param anterior {@link #hash} of the entry before this one; 64 zeros in the first
 * @param hash SHA-256 of {@link #canonical}, in lower-case hex
 */
public record Anotacion(
    long n,
    Cambio.Hecho hecho,
    Instant cuando,
    String causa,
    boolean aMano,
    List<Firmados> firmados,
    String anterior,
    String hash) {
  public Anotacion {
    firmados = List.copyOf(firmados);
  }

  /** The entry of a turn, after all that the head knows of. */
  static Anotacion after(Cabeza cabeza, Cambio cambio) {
    Anotacion blank =
        new Anotacion(
            cabeza.n() + 1,
            cambio.hecho(),
            cambio.cuando(),
            cambio.causa().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip(),
            cambio.aMano(),
            cabeza.firmados(),
            cabeza.hash(),
            "");
    return new Anotacion(
        blank.n(),
        blank.hecho(),
        blank.cuando(),
        blank.causa(),
        blank.aMano(),
        blank.firmados(),
        blank.anterior(),
        blank.digest());
  }

  /**
   * What is digested, to be written as UTF-8: every field but the digest itself on a line of its
   * own that ends with a line feed, as {@code key=value}; documents as type, series, count, lowest
   * and highest number, separated by semicolons.
   */
  public String canonical() {
    return "n="
        + n
        + "\nhecho="
        + hecho
        + "\ncuando="
        + cuando
        + "\ncausa="
        + causa
        + "\naMano="
        + aMano
        + "\nfirmados="
        + firmados.stream().map(Firmados::canonical).collect(Collectors.joining(";"))
        + "\nanterior="
        + anterior
        + "\n";
  }

  /** Whether it is as it was written, and follows an entry with this order and digest. */
  boolean follows(long before, String digest) {
    return n == before + 1 && anterior.equals(digest) && hash.equals(digest());
  }

  private String digest() {
    try {
      byte[] bytes = canonical().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
