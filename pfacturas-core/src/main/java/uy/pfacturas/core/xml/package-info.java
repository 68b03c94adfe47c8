/** DGI's XML of a document, out and in. Entry: {@link uy.pfacturas.core.xml.CfeXml}. */
@NullMarked
package uy.pfacturas.core.xml;

import org.jspecify.annotations.NullMarked;
