/**
 * What all of DGI's messages that are no CFE have in common: one table each, one way to write them,
 * one strict way to read them. Entry: {@link uy.pfacturas.core.mensaje.MensajeXml}. Neighbours:
 * {@code xml}, {@code tree}, {@code formato}, {@code fault}.
 */
@NullMarked
package uy.pfacturas.core.mensaje;

import org.jspecify.annotations.NullMarked;
