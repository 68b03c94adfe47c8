package uy.pfacturas.core.sobre;

import java.util.Optional;
import uy.pfacturas.core.mensaje.MensajeXml;

/**
 * A signed document with what its issuer adds for the receiver, which is outside of the signature
 * and is never sent to DGI.
 *
 * @param cfe the document, byte for byte
 * @param adenda what the issuer adds; empty if nothing
 * @see "Formato de los CFE v25-1, zona J; esquemas XML de DGI 1.44.2, CFEEmpresas.xsd"
 */
public record CfeAdenda(CfeFirmado cfe, Optional<Adenda> adenda) {
  /** DGI's XML of it by itself, element {@code CFE_Adenda}. */
  public static final MensajeXml<CfeAdenda> XML = new CfeAdendaXml();
}
