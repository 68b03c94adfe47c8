package uy.pfacturas.print.internal.hoja;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import uy.pfacturas.core.cfe.CaeData;
import uy.pfacturas.core.cfe.CaeDataBuilder;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.Sello;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.print.PrintData;
import uy.pfacturas.print.PrintException;

/**
 * What one page is about.
 *
 * @param cfe the document
 * @param numero its number
 * @param cae the authorisation of that number
 * @param firmado when it was signed
 * @param sello its seal
 * @param data what the XML does not hold
 */
public record Comprobante(
    Cfe cfe, Numero numero, CaeData cae, OffsetDateTime firmado, Sello sello, PrintData data) {
  /**
   * A document to print.
   *
   * @throws PrintException if it lacks what no paper goes without; its message names the elements
   */
  public static Comprobante of(Cfe cfe, Sello sello, PrintData data) {
    CaeData cae = cfe.caeData().orElseGet(() -> CaeDataBuilder.builder().build());
    Map<String, Boolean> needed = new LinkedHashMap<>();
    needed.put("TipoCFE", cfe.idDoc().tipoCFE().isPresent());
    needed.put("Serie", cfe.idDoc().serie().isPresent());
    needed.put("Nro", cfe.idDoc().nro().isPresent());
    needed.put("FchEmis", cfe.idDoc().fchEmis().isPresent());
    needed.put("RUCEmisor", cfe.emisor().rucEmisor().isPresent());
    needed.put("RznSoc", cfe.emisor().rznSoc().isPresent());
    needed.put("TpoMoneda", cfe.totales().tpoMoneda().isPresent());
    needed.put("MntTotal", cfe.totales().mntTotal().isPresent());
    needed.put("CAE_ID", cae.caeId().isPresent());
    needed.put("DNro", cae.dNro().isPresent());
    needed.put("HNro", cae.hNro().isPresent());
    needed.put("FecVenc", cae.fecVenc().isPresent());
    needed.put("TmstFirma", cfe.tmstFirma().isPresent());
    needed.values().removeIf(present -> present);
    if (!needed.isEmpty()) {
      throw new PrintException(String.join(", ", needed.keySet()));
    }
    return new Comprobante(
        cfe, cfe.numero().orElseThrow(), cae, cfe.tmstFirma().orElseThrow(), sello, data);
  }

  /** Its type. */
  public TipoCfe tipo() {
    return numero.tipo();
  }

  /** The type as it is printed: own collections say so right after it (A-C20). */
  String titulo() {
    return cfe.idDoc().indCobPropia().isPresent() ? tipo().nombre() + " Cobranza" : tipo().nombre();
  }

  /** Whether the buyer is a final consumer: e-Tickets and their notes. */
  boolean isConsumoFinal() {
    return tipo().familia() == Familia.TICKET;
  }

  /** The regime that the CAE states (G-C5); without a special one, the company's. */
  Regimen regimen() {
    return switch (cae.caeEspecial().orElse(0)) {
      case 1 -> Regimen.EXONERADO;
      case 2 -> Regimen.IVA_MINIMO;
      case 3 -> Regimen.MONOTRIBUTO;
      case 4 -> Regimen.MONOTRIBUTO_MIDES;
      default -> data.regimen();
    };
  }
}
