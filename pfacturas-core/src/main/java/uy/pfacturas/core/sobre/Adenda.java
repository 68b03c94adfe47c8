package uy.pfacturas.core.sobre;

import java.util.List;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.xml.XmlSkim;
import uy.pfacturas.core.xml.XmlSlice;
import uy.pfacturas.core.xml.XmlTree;

/**
 * What an issuer adds to a document for its receiver. DGI's schema lets it be anything: mostly a
 * text, else whatever the two agreed on.
 *
 * @see "Formato de los CFE v25-1, zona J; esquemas XML de DGI 1.44.2, CFE_Empresas_Type.xsd"
 */
public sealed interface Adenda {
  /** Name of its element. */
  String ELEMENTO = "Adenda";

  /**
   * A text, line breaks kept; bytes in base64 are one too.
   *
   * @param texto may be empty
   */
  record Texto(String texto) implements Adenda {}

  /**
   * Markup of any vocabulary.
   *
   * @param xml the element Adenda of DGI's namespace, well-formed by itself, its namespaces
   *     declared
   */
  record Elemento(String xml) implements Adenda {
    /**
     * @throws IllegalArgumentException if it is no such element
     */
    public Elemento {
      boolean fits =
          XmlSkim.read(xml, List.of(), new FaultList())
              .filter(s -> s.name().equals(ELEMENTO) && s.namespace().equals(XmlTree.DGI))
              .isPresent();
      if (!fits || !XmlSlice.root(xml).xml().equals(xml)) {
        throw new IllegalArgumentException("xml is not an element Adenda by itself");
      }
    }
  }
}
