package uy.pfacturas.core.cae;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Optional;
import uy.pfacturas.core.cfe.CaeData;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * An authorisation to issue (CAE): a range of numbers of one type and series, until a date.
 *
 * @param caeId its number, 11 digits (NA of DGI's file, G-C1)
 * @param tipo type of document
 * @param serie series
 * @param desde first number
 * @param hasta last number
 * @param vence last day on which a document may be signed under it
 * @param especial special CAE, 1 to 4 (G-C5)
 * @param causal its cause (G-C6)
 * @see "Formato de la CAE v05"
 */
public record Cae(
    long caeId,
    TipoCfe tipo,
    String serie,
    int desde,
    int hasta,
    LocalDate vence,
    Optional<Integer> especial,
    Optional<Integer> causal) {
  /** Whether this number lies in the range. */
  public boolean covers(Numero numero) {
    return numero.tipo() == tipo
        && numero.serie().equals(serie)
        && numero.nro() >= desde
        && numero.nro() <= hasta;
  }

  /**
   * A document under a number of this CAE. That the number was not used before is for the caller to
   * know.
   *
   * @throws IllegalArgumentException if the number is out of the range, or the CAE of another type
   */
  public Cfe number(Cfe cfe, int nro) {
    Numero numero = new Numero(cfe.tipo(), serie, nro);
    if (!covers(numero)) {
      throw new IllegalArgumentException("nro is not of this CAE: " + numero.texto());
    }
    return cfe.withNumero(numero, data());
  }

  /**
   * The constancia of a CFC, as zone G and the number of the paper say it; empty where the paper
   * does not say all of it.
   */
  public static Optional<Cae> ofPaper(Cfe cfe) {
    Optional<CaeData> zone = cfe.caeData();
    Optional<String> serie = cfe.idDoc().serie();
    return zone.filter(g -> serie.isPresent() && g.caeId().isPresent() && g.dNro().isPresent())
        .filter(g -> g.hNro().isPresent() && g.fecVenc().isPresent())
        .map(
            g ->
                new Cae(
                    g.caeId().orElseThrow(),
                    cfe.tipo(),
                    serie.orElseThrow(),
                    g.dNro().orElseThrow(),
                    g.hNro().orElseThrow(),
                    g.fecVenc().orElseThrow(),
                    g.caeEspecial(),
                    g.causalCAEEsp()));
  }

  /** Zone G of a document under this CAE. */
  @JsonIgnore
  public CaeData data() {
    return new CaeData(
        Optional.of(caeId),
        Optional.of(desde),
        Optional.of(hasta),
        Optional.of(vence),
        especial,
        causal);
  }
}
