package uy.pfacturas.core.sobre;

import java.util.List;
import uy.pfacturas.core.mensaje.MensajeXml;

/**
 * An envelope of 1 to 250 signed documents for their receiver, each with what its issuer adds.
 *
 * @param caratula who sends what to whom
 * @param cfes the documents, in their order, byte for byte; element CFE_Adenda
 * @see "Formato del sobre v05; Formato de los CFE v25-1, zona J; esquemas XML de DGI 1.44.2,
 *     EnvioCFE_entreEmpresas.xsd"
 */
public record SobreEmpresas(Caratula caratula, List<CfeAdenda> cfes) {
  /** DGI's XML of it, element {@code EnvioCFE_entreEmpresas}; not signed itself. */
  public static final MensajeXml<SobreEmpresas> XML = new SobreEmpresasXml();

  public SobreEmpresas {
    cfes = List.copyOf(cfes);
  }

  /** An envelope of these documents; how many they are is written on its cover. */
  public static SobreEmpresas of(Caratula caratula, List<CfeAdenda> cfes) {
    return new SobreEmpresas(caratula.withCantCFE(cfes.size()), cfes);
  }
}
