package uy.pfacturas.core.print;

import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Regimen;

/**
 * What the printed representation needs and the XML does not hold. It is kept beside the signed
 * XML, so that a reprint years later shows what was printed that day.
 *
 * @param ambiente where not PRODUCCION every page says "SIN VALOR FISCAL"
 * @param resolucion {@code Res. N/año} or {@code Fecha emisor}, as printed
 * @param paginaVerificacion address of the company's page of verification
 * @param regimen decides the legends about VAT
 * @param textosLegales texts that must be printed, first in the adenda, at least 3 mm high
 * @param adenda free text, lines separated by line feeds
 * @param cajero till or cashier to show; may be empty
 */
public record PrintData(
    Ambiente ambiente,
    String resolucion,
    String paginaVerificacion,
    Regimen regimen,
    List<String> textosLegales,
    Optional<String> adenda,
    Optional<String> cajero) {
  public PrintData {
    textosLegales = List.copyOf(textosLegales);
  }
}
