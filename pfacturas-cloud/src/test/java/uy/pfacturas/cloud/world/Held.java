package uy.pfacturas.cloud.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Optional;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.EstadoNumero;

/**
 * What the cloud holds of a number.
 *
 * @param estacion in whose block it is; empty while nobody declared it
 * @param vida the life of the station that it was given to
 * @param id whose it is; empty before anybody said
 * @param dia day of signing, or of annulment: the day of its report
 * @param sobre the sobre that it is in
 * @param enDgi whether DGI said that it has it
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true)
record Held(
    Numero numero,
    Cae cae,
    EstadoNumero estado,
    String estacion,
    String vida,
    String id,
    String huella,
    String hash,
    String xml,
    Optional<LocalDate> dia,
    Optional<String> sobre,
    boolean enDgi) {
  static Held of(Numero numero, Cae cae, EstadoNumero estado, String estacion, String vida) {
    return new Held(
        numero,
        cae,
        estado,
        estacion,
        vida,
        "",
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        false);
  }

  boolean isFirm() {
    return estado == EstadoNumero.FIRME || estado == EstadoNumero.CONFLICTO;
  }

  boolean isOpen() {
    return estado == EstadoNumero.EN_BLOQUE || estado == EstadoNumero.SIN_CONFIRMAR;
  }

  boolean isVoid() {
    return estado == EstadoNumero.ANULADO || estado == EstadoNumero.INFORMADO;
  }

  HeldBuilder with() {
    return HeldBuilder.builder(this);
  }
}
