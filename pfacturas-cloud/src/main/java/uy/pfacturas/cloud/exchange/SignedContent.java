package uy.pfacturas.cloud.exchange;

import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.core.cfe.Cfe;

/**
 * A signed document.
 *
 * @param contenido its XML and what is printed beside it
 * @param cfe the document in that XML
 */
public record SignedContent(Contenido contenido, Cfe cfe) {}
