package uy.pfacturas.core.protocol;

import java.util.List;
import uy.pfacturas.core.cfe.Numero;

/**
 * Body of {@code PUT /v1/emisores/{ruc}/estaciones/{e}/declaracion}: what the station holds, after
 * a new life of it or of the cloud (protocol §8). A station with many numbers says it in parts;
 * each is a fact of its own, and the last one closes it.
 *
 * @param encarnacion the station's life
 * @param epoca the cloud's life
 * @param bloques rest of the open blocks, not yet taken
 * @param enUso numbers taken, with their ids
 * @param sinUso the unused list
 * @param sinCopia true where the life before was lost with its second copy, so that what is not
 *     named may be on paper: it is in doubt instead of annulled
 * @param sigue true where more numbers in use follow, so that nothing may be concluded from what is
 *     not named yet
 */
public record Declaracion(
    String encarnacion,
    long epoca,
    List<Rango> bloques,
    List<EnUso> enUso,
    List<Rango> sinUso,
    boolean sinCopia,
    boolean sigue) {
  /** A number in use and the id that it belongs to. */
  public record EnUso(Numero numero, String id) {}

  /** Of a station that knows all that it was given. */
  public Declaracion(
      String encarnacion,
      long epoca,
      List<Rango> bloques,
      List<EnUso> enUso,
      List<Rango> sinUso,
      boolean sigue) {
    this(encarnacion, epoca, bloques, enUso, sinUso, false, sigue);
  }

  public Declaracion {
    bloques = List.copyOf(bloques);
    enUso = List.copyOf(enUso);
    sinUso = List.copyOf(sinUso);
  }
}
