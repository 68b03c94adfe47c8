package uy.pfacturas.core.protocol;

import java.util.List;

/**
 * Answer of {@code GET} and {@code POST /v1/emisores/{ruc}/cae}: the company's CAEs, by type, then
 * by the date on which they expire. The body of the {@code POST} is DGI's file, as it is.
 *
 * @param epoca life of the cloud's database
 * @param cae all of them, also exhausted and expired ones
 */
public record ListaCae(long epoca, List<EstadoCae> cae) {
  public ListaCae {
    cae = List.copyOf(cae);
  }
}
