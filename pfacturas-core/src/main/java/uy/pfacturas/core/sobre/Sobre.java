package uy.pfacturas.core.sobre;

import java.util.List;
import uy.pfacturas.core.mensaje.MensajeXml;

/**
 * An envelope of 1 to 250 signed documents for DGI, all signed with one certificate.
 *
 * @param caratula who sends what to whom
 * @param cfes the documents, in their order, byte for byte
 * @see "Formato del sobre v05; esquemas XML de DGI 1.44.2, EnvioCFE.xsd"
 */
public record Sobre(Caratula caratula, List<CfeFirmado> cfes) {
  /** DGI's XML of it, element {@code EnvioCFE}; not signed itself. */
  public static final MensajeXml<Sobre> XML = new SobreXml();

  public Sobre {
    cfes = List.copyOf(cfes);
  }

  /** An envelope of these documents; how many they are is written on its cover. */
  public static Sobre of(Caratula caratula, List<CfeFirmado> cfes) {
    return new Sobre(caratula.withCantCFE(cfes.size()), cfes);
  }
}
