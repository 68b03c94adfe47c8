package uy.pfacturas.cloud.station;

import java.util.Set;

/** Where a document stands (protocol §4); every step is a compare-and-set on the stored record. */
public enum Situacion {
  /** Known by id and content; has no number. */
  RECIBIDO,
  /** Has its number for life; whether anybody signed it is not known. */
  ENVIANDO,
  /** Signed by the cloud; this signature is printed and delivered, whatever comes. */
  FIRMADO,
  /** Signed here while the cloud was away; this signature is printed and delivered. */
  FIRMADO_CONTINGENCIA,
  /** Refused, by our rules or by the cloud; its number, if any, is unused. */
  RECHAZADO,
  /** Another station has this id; the number is unused. */
  EN_OTRA_ESTACION,
  /** Withdrawn before anybody signed; the number is unused. */
  RETIRADO,
  /** DGI refused it; the number is unused. */
  RECHAZADO_DGI;

  /** Whether a signed document exists. */
  public boolean isSigned() {
    return this == FIRMADO || this == FIRMADO_CONTINGENCIA;
  }

  /** Whether nothing more happens to it here. */
  public boolean isClosed() {
    return !isSigned() && this != RECIBIDO && this != ENVIANDO;
  }

  /** Whether this step exists. From {@code ENVIANDO} exactly one leads out, none back (S1). */
  boolean leadsTo(Situacion next) {
    return switch (this) {
      case RECIBIDO -> Set.of(ENVIANDO, RECHAZADO, RETIRADO).contains(next);
      case ENVIANDO -> next != RECIBIDO && next != ENVIANDO && next != RECHAZADO_DGI;
      case FIRMADO, FIRMADO_CONTINGENCIA -> next == RECHAZADO_DGI;
      case RECHAZADO -> Set.of(RECIBIDO, ENVIANDO, RECHAZADO).contains(next);
      case EN_OTRA_ESTACION, RETIRADO, RECHAZADO_DGI -> false;
    };
  }
}
