package uy.pfacturas.core.sobre;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.TablaMensaje;
import uy.pfacturas.core.mensaje.Marco;
import uy.pfacturas.core.tree.Binder;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Notation;
import uy.pfacturas.core.xml.XmlSlice;
import uy.pfacturas.core.xml.XmlTree;
import uy.pfacturas.core.xml.XmlWriter;

/**
 * What both kinds of sobre have in common: a cover, then the same element over and over.
 *
 * @param marco the outermost element
 * @param elemento the one that is repeated
 */
record Envio(Marco marco, String elemento) {
  /** How many documents a sobre takes (Formato del sobre v05, 3.A C9). */
  static final int MAX_CFES = 250;

  /** "2 Mega" of DGI's text, read as the smaller of what it may mean. */
  static final int MAX_BYTES = 2_000_000;

  /** The larger of what it may mean: what others send is read up to here. */
  private static final int MAX_READ = 2 << 20;

  private static final String CARATULA = "Caratula";
  private static final Forma FORMA =
      TablaMensaje.read(Caratula.class, "caratula.tsv").forma(Caratula.class);

  static Envio of(String raiz, String elemento) {
    List<String> versionado = List.of(raiz, raiz + "/" + CARATULA);
    return new Envio(new Marco(raiz, versionado, true, MAX_READ), elemento);
  }

  /** A sobre that was read: its cover, and each of the others as a document of its own. */
  record Abierto(Caratula caratula, List<XmlSlice> documentos, Binder binder) {}

  Optional<Abierto> open(byte[] xml, FaultList faults) {
    return marco.read(xml, faults).flatMap(text -> parts(XmlSlice.root(text).children(), faults));
  }

  private Optional<Abierto> parts(List<XmlSlice> parts, FaultList faults) {
    if (parts.isEmpty() || !parts.get(0).name().equals(CARATULA)) {
      faults.add(SobreFault.SIN_CARATULA, CARATULA, XmlSlice.root("").place());
      return Optional.empty();
    }
    if (parts.size() == XmlSlice.MOST) {
      faults.add(wrongNumber(XmlSlice.MOST - 1));
      return Optional.empty();
    }
    List<XmlSlice> documents = parts.subList(1, parts.size());
    documents.stream()
        .filter(d -> !d.name().equals(elemento))
        .forEach(
            d -> faults.add(SobreFault.ELEMENTO_AJENO, d.name(), d.place(), d.name(), elemento));
    Binder binder = new Binder(Notation.DGI, faults);
    binder.places().put(elemento, parts.get(parts.size() - 1).place());
    for (int i = 0; i < documents.size(); i++) {
      binder.places().put(path(i), documents.get(i).place());
    }
    return XmlTree.read(parts.get(0).placed(), true, faults)
        .flatMap(node -> binder.complete(FORMA, node, CARATULA))
        .map(c -> new Abierto((Caratula) c, documents, binder));
  }

  /** Name of one of the repeated elements in a path. */
  String path(int index) {
    return elemento + "[" + (index + 1) + "]";
  }

  /** A writer that has written the cover. */
  XmlWriter write(Caratula caratula) {
    return marco.open().raw(marco.tag(CARATULA)).group(FORMA, caratula).close(CARATULA);
  }

  /** What is wrong with the cover by itself and with the number of documents. */
  List<Fault> check(Caratula caratula, int count) {
    List<Fault> found = new ArrayList<>(TablaMensaje.check(FORMA, caratula, CARATULA));
    if (count < 1 || count > MAX_CFES) {
      found.add(wrongNumber(count));
    }
    if (caratula.cantCFE() != count) {
      found.add(
          Fault.of(
              SobreFault.CANTIDAD_DE_CARATULA,
              "Sobre A-C9",
              CARATULA + ".CantCFE",
              Integer.toString(caratula.cantCFE()),
              Integer.toString(count)));
    }
    if (caratula.certificado().isEmpty()) {
      String path = CARATULA + ".X509Certificate";
      found.add(Fault.of(SobreFault.SIN_CERTIFICADO, "Sobre A-C20", path));
    }
    return found;
  }

  private Fault wrongNumber(int count) {
    return Fault.of(
        SobreFault.CANTIDAD_DE_CFE,
        "Sobre B",
        elemento,
        Integer.toString(count),
        Integer.toString(MAX_CFES));
  }

  /**
   * What is wrong with a document as one of a sobre with this cover.
   *
   * @param certificate that of the cover; empty if it is none
   */
  static List<Fault> check(
      Caratula caratula, Optional<X509Certificate> certificate, CfeFirmado cfe, String path) {
    List<Fault> found = new ArrayList<>();
    String emisor = cfe.rucEmisor().orElse("-");
    String said = caratula.rucEmisor().digitos();
    if (!emisor.equals(said)) {
      found.add(Fault.of(SobreFault.EMISOR, "Sobre A-C3", path, FaultList.quote(emisor), said));
    }
    if (!cfe.isFirmado()) {
      found.add(Fault.of(SobreFault.SIN_FIRMA, "Sobre B", path));
    } else if (certificate.filter(cfe::contradicts).isPresent()) {
      found.add(Fault.of(SobreFault.CERTIFICADO, "Sobre A-C20", path));
    }
    return found;
  }

  /** What is wrong with the size of a sobre. */
  static List<Fault> size(byte[] rendered) {
    return rendered.length <= MAX_BYTES
        ? List.of()
        : List.of(
            Fault.of(
                SobreFault.DEMASIADO_GRANDE,
                "Sobre 3",
                "",
                Integer.toString(rendered.length),
                Integer.toString(MAX_BYTES)));
  }

  /** The bytes of a sobre, closed. */
  byte[] close(XmlWriter writer) {
    return marco.close(writer);
  }
}
