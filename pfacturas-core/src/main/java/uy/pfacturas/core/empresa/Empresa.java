package uy.pfacturas.core.empresa;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.Moneda;

/**
 * The record of a company: what no file of the ERP holds and no default can give. The cloud keeps
 * it, the station caches it.
 *
 * @param ambiente the world in which it issues
 * @param ruc 12 digits, A-C40
 * @param razonSocial legal name, A-C41
 * @param nombreComercial trade name, A-C42
 * @param giro line of business, A-C43
 * @param telefonos up to two, A-C44
 * @param correo e-mail, A-C45
 * @param sucursales at least one; the first is used when the ERP's file chooses none
 * @param resolucion the resolution that made it an electronic issuer, as printed: {@code Res.
 *     N/año} or {@code Fecha emisor}
 * @param paginaVerificacion address of the company's page where a buyer verifies an e-Ticket
 * @param ivaAlDia false writes A-C17 and drops the legend
 * @param regimen tax regime
 * @param causalRegimen cause of the special CAE, G-C6; empty in the general regime
 * @param mntBruto A-C10 when the file does not say it; empty for net prices
 * @param moneda currency when the file does not say it
 * @param uniMed unit when the file does not say it, B-C10
 * @param textosLegales texts that the law obliges the company to print, first in the adenda
 * @param redondeoEfectivo step to which cash totals are rounded, such as 1.00; empty for none
 * @param certificadoDgi the certificate (DER) for whose holder zone K is encrypted before a
 *     document is signed; empty to send it in clear: the format leaves the choice to the issuer
 */
@RecordBuilder
public record Empresa(
    Ambiente ambiente,
    String ruc,
    String razonSocial,
    Optional<String> nombreComercial,
    Optional<String> giro,
    List<String> telefonos,
    Optional<String> correo,
    List<Sucursal> sucursales,
    String resolucion,
    String paginaVerificacion,
    boolean ivaAlDia,
    Regimen regimen,
    Optional<Integer> causalRegimen,
    Optional<Integer> mntBruto,
    Moneda moneda,
    String uniMed,
    List<String> textosLegales,
    Optional<java.math.BigDecimal> redondeoEfectivo,
    Optional<Binario> certificadoDgi) {
  /**
   * @throws IllegalArgumentException if there is no branch
   */
  public Empresa {
    telefonos = List.copyOf(telefonos);
    sucursales = List.copyOf(sucursales);
    textosLegales = List.copyOf(textosLegales);
    if (sucursales.isEmpty()) {
      throw new IllegalArgumentException("sucursales is empty");
    }
  }

  /** The branch with this code of DGI. */
  public Optional<Sucursal> findSucursal(int codigo) {
    return sucursales.stream().filter(s -> s.codigo() == codigo).findFirst();
  }
}
