package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/**
 * The issuer, zone A, fields A-C40 to A-C51. Source: Formato de los CFE v25-1, §2.2 A.
 *
 * @param rucEmisor RUC, 12 digits, A-C40
 * @param rznSoc legal name, A-C41
 * @param nomComercial trade name, up to 30 characters, A-C42
 * @param giroEmis line of business, A-C43
 * @param telefonos up to two telephones, A-C44; element Telefono
 * @param correoEmisor e-mail, A-C45
 * @param emiSucursal name of the branch, A-C46
 * @param cdgDGISucur branch code given by DGI, A-C47
 * @param domFiscal fiscal address, A-C48
 * @param ciudad city, A-C49
 * @param departamento department, A-C50
 * @param infoAdicionalEmisor other information, A-C51
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record Emisor(
    Optional<String> rucEmisor,
    Optional<String> rznSoc,
    Optional<String> nomComercial,
    Optional<String> giroEmis,
    List<String> telefonos,
    Optional<String> correoEmisor,
    Optional<String> emiSucursal,
    Optional<Integer> cdgDGISucur,
    Optional<String> domFiscal,
    Optional<String> ciudad,
    Optional<String> departamento,
    Optional<String> infoAdicionalEmisor) {
  public Emisor {
    telefonos = List.copyOf(telefonos);
  }
}
