package uy.pfacturas.core.xml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Cifrado;
import uy.pfacturas.core.cfe.ComplFiscal;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.Forma.Parte;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.tree.Binder;
import uy.pfacturas.core.tree.Decoding;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;
import uy.pfacturas.core.tree.Notation;

/**
 * DGI's XML of a document: element {@code CFE} of {@code http://cfe.dgi.gub.uy}, version 1.0,
 * UTF-8. Thread-safe.
 */
public final class CfeXml {
  /** What came of parsing. */
  public sealed interface Parsed {
    /**
     * The document.
     *
     * @param cfe what it says
     * @param firma its element Signature as it came, not looked into; empty if it is not signed
     */
    record Document(Cfe cfe, Optional<String> firma) implements Parsed {
      /** A document that is not signed. */
      public Document(Cfe cfe) {
        this(cfe, Optional.empty());
      }
    }

    /** Not a document of DGI's format: all that is wrong. */
    record Malformed(List<Fault> faults) implements Parsed {}
  }

  private static final int MAX_BYTES = 4 << 20;
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><CFE xmlns=\""
          + XmlTree.DGI
          + "\" version=\"1.0\">";

  private static final String COMPLEMENTO = "Compl_Fiscal_Data";

  private CfeXml() {}

  /**
   * The XML of a document, without signature, elements in DGI's order, absent ones left out, no
   * blanks between them; the same document gives the same bytes.
   *
   * @throws java.util.NoSuchElementException if the document does not say its type
   * @throws IllegalArgumentException if a text holds a character that XML cannot; the format's
   *     check finds those before
   */
  public static byte[] render(Cfe cfe) {
    return render(new Parsed.Document(cfe));
  }

  /**
   * The XML of a document that was parsed, signature included: canonically what was parsed, but for
   * prefixes, blanks between elements or around numbers, and elements that hold nothing but
   * sections and hold none. To show or compare it: a signed document's own bytes are its original.
   *
   * @throws java.util.NoSuchElementException if the document does not say its type
   * @throws IllegalArgumentException if a text holds a character that XML cannot
   */
  public static byte[] render(Parsed.Document document) {
    Cfe cfe = document.cfe();
    String family = cfe.tipo().familia().elemento();
    XmlWriter writer = new XmlWriter().raw(HEAD);
    writer.open(family);
    writer.group(Formato.vigente().cfe(), cfe);
    writer.close(family);
    document.firma().ifPresent(writer::raw);
    return writer.raw("</CFE>").toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The document as DGI alone can read its zone K; one without it, or with it encrypted already, as
   * it is. To be called before signing: the signature is over what is encrypted.
   *
   * @param encryption of the element Compl_Fiscal_Data, UTF-8, its namespace declared; gives the
   *     element EncryptedData in its place
   * @see "DGI, Formato de los CFE v25-1, zona K; Guía XMLEncryption Java &amp; .Net 1.0"
   */
  public static Cfe cifrado(Cfe cfe, Function<byte[], String> encryption) {
    return cfe.complFiscal()
        .map(k -> encryption.apply(element(k)))
        .map(encrypted -> cfe.withComplFiscal(new Cifrado(encrypted)))
        .orElse(cfe);
  }

  private static byte[] element(ComplFiscal k) {
    Forma forma =
        Formato.vigente().cfe().partes().stream()
            .filter(parte -> parte.campo().elemento().equals(COMPLEMENTO))
            .findFirst()
            .flatMap(Parte::forma)
            .orElseThrow();
    return new XmlWriter()
        .raw("<" + COMPLEMENTO + " xmlns=\"" + XmlTree.DGI + "\">")
        .group(forma, k)
        .close(COMPLEMENTO)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The document in this XML: a {@code CFE}, or a {@code CFE_Adenda} that holds one. No DTD, no
   * entities; bounded depth and size; nothing but a {@link Parsed} comes back. Names, order and
   * kinds of values are judged here; what is missing, too long or not in a list is left to {@link
   * Formato#check}.
   */
  public static Parsed parse(byte[] xml) {
    FaultList faults = new FaultList();
    Optional<Parsed.Document> document =
        root(xml, faults).flatMap(r -> element(r, faults)).flatMap(c -> document(c, faults));
    return document.isPresent() && faults.isEmpty()
        ? document.get()
        : new Parsed.Malformed(faults.list());
  }

  private static Optional<Node> root(byte[] xml, FaultList faults) {
    if (xml.length > MAX_BYTES) {
      faults.add(
          XmlFault.DEMASIADO_GRANDE,
          "",
          Place.NONE,
          Integer.toString(xml.length),
          Integer.toString(MAX_BYTES));
      return Optional.empty();
    }
    return new Decoding(Optional.empty(), faults)
        .xml(xml)
        .flatMap(text -> XmlTree.read(text, true, faults));
  }

  private static Optional<Parsed.Document> document(Node cfe, FaultList faults) {
    Formato formato = Formato.vigente();
    new Envelope(formato, faults).check(cfe);
    Optional<String> firma =
        cfe.children().stream()
            .filter(n -> n.name().equals(XmlTree.SIGNATURE))
            .map(Node::text)
            .findFirst();
    return new CfeTree(formato, faults)
        .sections(cfe)
        .map(s -> (Cfe) new Binder(Notation.DGI, faults).bind(formato.cfe(), s, ""))
        .map(read -> new Parsed.Document(read, firma));
  }

  private static Optional<Node> element(Node root, FaultList faults) {
    Optional<Node> cfe =
        root.name().equals("CFE_Adenda")
            ? root.children().stream().filter(n -> n.name().equals("CFE")).findFirst()
            : Optional.of(root).filter(r -> r.name().equals("CFE"));
    if (cfe.isEmpty()) {
      faults.add(XmlFault.RAIZ, "", root.key(), root.name(), "CFE, CFE_Adenda");
    }
    return cfe;
  }
}
