package uy.pfacturas.core.protocol;

import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;

/**
 * What became of each of several deliveries.
 *
 * @param epoca life of the cloud's database
 * @param resultados in the order of the deliveries
 */
public record AcuseLote(long epoca, List<Resultado> resultados) {
  /**
   * Of one.
   *
   * @param numero the number that it is about
   * @param acuse where the cloud took it
   * @param rechazo where it did not; neither of the two where nobody knows yet
   */
  public record Resultado(Numero numero, Optional<AcuseEntrega> acuse, Optional<Rechazo> rechazo) {}

  public AcuseLote {
    resultados = List.copyOf(resultados);
  }
}
