/**
 * DGI's XML of a document, out and in. Entry: {@link uy.pfacturas.core.xml.CfeXml}. Neighbours:
 * {@code tree}, {@code formato}, {@code cfe}, {@code fault}.
 */
@NullMarked
package uy.pfacturas.core.xml;

import org.jspecify.annotations.NullMarked;
