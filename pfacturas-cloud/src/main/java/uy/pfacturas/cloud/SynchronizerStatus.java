package uy.pfacturas.cloud;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * How the synchronizer does, at one moment.
 *
 * @param documentos how many documents are in each state; states without any are missing
 * @param enProceso files in work
 * @param sinEntregar signed documents that the cloud has not acknowledged
 * @param masViejo id of the ERP of the oldest document that the cloud does not have; empty if none
 * @param masViejoDesde since when it waits
 * @param numeros numbers left in stock, by type; types that were never used are missing
 * @param sinUso unused numbers that the cloud has not acknowledged
 * @param contingencia whether documents are signed here, and what the cloud has still to get
 * @param nube why and since when the cloud does not serve; empty while it does
 * @param pausa why no files are taken; empty while they are
 * @param segundaCopia why the second copy is not written; empty while it is
 * @param ultimoError last thing that went wrong since the start
 * @param avisos what a person should look at, such as files that are held
 */
public record SynchronizerStatus(
    Map<Estado, Long> documentos,
    int enProceso,
    int sinEntregar,
    Optional<String> masViejo,
    Optional<Instant> masViejoDesde,
    Map<TipoCfe, Integer> numeros,
    int sinUso,
    EstadoContingencia contingencia,
    Optional<String> nube,
    Optional<String> pausa,
    Optional<String> segundaCopia,
    Optional<String> ultimoError,
    List<String> avisos) {
  public SynchronizerStatus {
    documentos = Map.copyOf(documentos);
    numeros = Map.copyOf(numeros);
    avisos = List.copyOf(avisos);
  }
}
