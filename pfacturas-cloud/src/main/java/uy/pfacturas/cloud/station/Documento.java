package uy.pfacturas.cloud.station;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * What the station keeps of a document, for ever.
 *
 * @param id the id at the cloud, {@code <instalacion>/<Id>}
 * @param buzon name of the mailbox; empty for the only one
 * @param idErp the ERP's id
 * @param base base name of its file and status files
 * @param archivo name of its file
 * @param tipo type of document
 * @param huella SHA-256 of the normalised content, hex
 * @param secuencia order of arrival, from 1
 * @param version grows with every change
 * @param situacion where it stands
 * @param desde since when
 * @param numero its number; after a refusal the one that it had
 * @param cae the CAE of the number
 * @param hash base64 of the digest of its one signature
 * @param firmado time of signing
 * @param nivel 0 stored and copied, 1 delivered, 2 DGI has it
 * @param acuse the life of the cloud that acknowledged the delivery last; 0 before any
 * @param imprimir whether it is to be printed
 * @param impreso whether it was
 * @param referencias documents that must be delivered before it
 * @param diferenciaErp the ERP's total, where it differs within the tolerance
 * @param motivo why it stands there; empty where nothing is to be said
 * @param toma where a person took the id over from another station: the life of the cloud in which
 *     its number was taken, then signed; empty for all others
 * @param ajeno what the other station made of it; empty but for {@code EN_OTRA_ESTACION}
 * @param numeroErp the number that the ERP gave it, where the ERP numbers its documents
 * @param papel of a CFC, what is known of its paper; empty for all others
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record Documento(
    String id,
    String buzon,
    String idErp,
    String base,
    String archivo,
    TipoCfe tipo,
    String huella,
    long secuencia,
    long version,
    Situacion situacion,
    Instant desde,
    Optional<Numero> numero,
    Optional<Cae> cae,
    Optional<String> hash,
    Optional<OffsetDateTime> firmado,
    int nivel,
    long acuse,
    boolean imprimir,
    boolean impreso,
    List<Numero> referencias,
    Optional<BigDecimal> diferenciaErp,
    Optional<Motivo> motivo,
    Optional<Long> toma,
    Optional<Ajeno> ajeno,
    Optional<Numero> numeroErp,
    Optional<Papel> papel) {
  public Documento {
    referencias = List.copyOf(referencias);
  }

  /** Whether it is signed and the cloud has not acknowledged its delivery. */
  @JsonIgnore
  public boolean isUndelivered() {
    return situacion.isSigned() && nivel == 0;
  }

  /** Whether a delivery was acknowledged by an older life of the cloud than this one, only. */
  boolean isForgotten(long epoca) {
    return situacion.isSigned() && nivel > 0 && acuse < epoca;
  }

  /** Whether its number is one that the cloud of this life must be told of (protocol §8). */
  public boolean isToDeclare(long epoca) {
    boolean isUnsaid = situacion.isSigned() && (nivel == 0 || acuse < epoca);
    return !isPapel() && (situacion == Situacion.ENVIANDO || isUnsaid);
  }

  /** Whether a person took it over from another station; such a one is never signed here. */
  @JsonIgnore
  public boolean isTakenOver() {
    return toma.isPresent();
  }

  /**
   * Whether its delivery may still be refused because of the other station: it was taken over, and
   * no acknowledgement of it can be lost with an older life of the cloud (protocol §9).
   */
  public boolean isAwaited(long epoca) {
    return situacion.isSigned() && nivel == 0 && toma.equals(Optional.of(epoca));
  }

  /** Whether its paper may be handed over as far as other stations are concerned. */
  @JsonIgnore
  public boolean isReleased() {
    return toma.isEmpty() || nivel > 0;
  }

  /** Whether it is a CFC, whose number comes from paper. */
  @JsonIgnore
  public boolean isPapel() {
    return tipo.isContingencia();
  }

  /** How often a CFC was corrected; 0 for all others. */
  @JsonIgnore
  public int correccion() {
    return papel.map(Papel::correccion).orElse(0);
  }

  /**
   * Whether this content is the one of the document, or one that it had before it was corrected.
   */
  public boolean isKnown(String content) {
    return huella.equals(content)
        || papel.filter(p -> p.anteriores().contains(content)).isPresent();
  }

  /** Whether it is informed, and this is other content for the same paper. */
  boolean isCorrectedBy(Documento nuevo) {
    return isOfPaper(nuevo.numero()) && situacion.isSigned() && !isKnown(nuevo.huella());
  }

  /** Whether it is the CFC with this number, so that other content corrects it. */
  public boolean isOfPaper(Optional<Numero> paper) {
    return isPapel() && !situacion.isClosed() && numero.isPresent() && numero.equals(paper);
  }

  /** Whether its paper is owed. */
  @JsonIgnore
  public boolean isUnprinted() {
    return situacion.isSigned() && imprimir && !impreso;
  }

  /** Whether this station has something left to do for it. */
  @JsonIgnore
  public boolean isOpen() {
    return !situacion.isClosed() && (!situacion.isSigned() || isUndelivered() || isUnprinted());
  }

  /** What the ERP is told of it. */
  @JsonIgnore
  public Estado estado() {
    return switch (situacion) {
      case RECIBIDO -> Estado.RECIBIDO;
      case ENVIANDO -> Estado.ENVIANDO;
      case FIRMADO, FIRMADO_CONTINGENCIA -> signed();
      case RECHAZADO -> Estado.RECHAZADO;
      case EN_OTRA_ESTACION -> Estado.EN_OTRA_ESTACION;
      case RETIRADO -> Estado.ANULADO;
      case RECHAZADO_DGI -> Estado.RECHAZADO_DGI;
    };
  }

  private Estado signed() {
    if (nivel == 0) {
      return situacion == Situacion.FIRMADO ? Estado.FIRMADO : Estado.FIRMADO_CONTINGENCIA;
    }
    return nivel == 1 ? Estado.ENTREGADO : Estado.ACEPTADO_DGI;
  }

  /** Whether this number is the live one. */
  boolean isLive(Numero n) {
    return numero.isPresent() && numero.get().equals(n);
  }

  Documento in(Situacion next, Instant now) {
    return DocumentoBuilder.builder(this).situacion(next).desde(now).build();
  }
}
