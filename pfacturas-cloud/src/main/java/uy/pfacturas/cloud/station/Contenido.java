package uy.pfacturas.cloud.station;

import java.util.Optional;
import uy.pfacturas.core.print.PrintData;

/**
 * The content of a document.
 *
 * @param xml before its signature the XML without number; afterwards the signed XML
 * @param adenda travels to the receiver beside the document
 * @param impresion what its paper needs and the XML does not hold
 */
public record Contenido(String xml, Optional<String> adenda, PrintData impresion) {}
