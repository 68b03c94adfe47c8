package uy.pfacturas.core.sobre;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.TablaMensaje;
import uy.pfacturas.core.mensaje.Marco;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.xml.XmlSkim;
import uy.pfacturas.core.xml.XmlSlice;
import uy.pfacturas.core.xml.XmlWriter;

/** {@code CFE_Adenda}, by itself or within a sobre. */
final class CfeAdendaXml implements MensajeXml<CfeAdenda> {
  static final String ELEMENTO = "CFE_Adenda";

  private static final int MAX_READ = 4 << 20;
  private static final Marco MARCO = new Marco(ELEMENTO, List.of(), false, MAX_READ);
  private static final List<String> TEXTO = List.of(Adenda.ELEMENTO);
  private static final Forma FORMA =
      TablaMensaje.read(Adenda.class, "adenda.tsv").forma(Adenda.Texto.class);

  @Override
  public byte[] render(CfeAdenda message) {
    XmlWriter writer = MARCO.open();
    write(message, writer);
    return MARCO.close(writer);
  }

  /** Writes what stands within the element. */
  static void write(CfeAdenda message, XmlWriter writer) {
    writer.raw(message.cfe().text());
    message
        .adenda()
        .ifPresent(
            adenda -> {
              if (adenda instanceof Adenda.Texto texto) {
                writer.group(FORMA, texto);
              } else if (adenda instanceof Adenda.Elemento elemento) {
                writer.raw(elemento.xml());
              }
            });
  }

  @Override
  public Parsed<CfeAdenda> parse(byte[] xml) {
    FaultList faults = new FaultList();
    Optional<CfeAdenda> message =
        MARCO.read(xml, faults).flatMap(text -> of(XmlSlice.root(text), faults));
    return message.isPresent() && faults.isEmpty()
        ? Parsed.of(message.get(), check(message.get()))
        : new Parsed.Malformed<>(faults.list());
  }

  /** A document with its adenda that was cut out of something well-formed. */
  static Optional<CfeAdenda> of(XmlSlice slice, FaultList faults) {
    List<XmlSlice> parts = slice.children();
    boolean fits =
        !parts.isEmpty()
            && parts.size() <= 2
            && parts.subList(1, parts.size()).stream()
                .allMatch(p -> p.name().equals(Adenda.ELEMENTO));
    if (!fits) {
      faults.add(SobreFault.SIN_CFE, ELEMENTO, slice.place());
      return Optional.empty();
    }
    Optional<Adenda> adenda = parts.size() == 1 ? Optional.empty() : adenda(parts.get(1), faults);
    return CfeFirmado.of(parts.get(0), faults).map(cfe -> new CfeAdenda(cfe, adenda));
  }

  private static Optional<Adenda> adenda(XmlSlice slice, FaultList faults) {
    return XmlSkim.read(slice.xml(), List.of(TEXTO), faults)
        .map(
            skim ->
                skim.isPlain()
                    ? new Adenda.Texto(skim.text(TEXTO).orElse(""))
                    : new Adenda.Elemento(slice.xml()));
  }

  @Override
  public List<Fault> check(CfeAdenda message) {
    return new ArrayList<>(check(message, ""));
  }

  /** What is wrong with a document and its adenda, which stand at a path of a message. */
  static List<Fault> check(CfeAdenda message, String path) {
    return message.adenda().stream()
        .filter(Adenda.Texto.class::isInstance)
        .flatMap(texto -> TablaMensaje.check(FORMA, texto, path).stream())
        .toList();
  }
}
