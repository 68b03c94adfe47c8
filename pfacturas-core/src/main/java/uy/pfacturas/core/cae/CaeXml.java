package uy.pfacturas.core.cae;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.tree.Decoding;
import uy.pfacturas.core.tree.FaultList;

/**
 * DGI's XML of a CAE: element {@code CAE} of {@code http://cfe.dgi.gub.uy}, version 1.0, UTF-8.
 * Whether DGI signed it is for who holds DGI's certificates to verify. Thread-safe.
 *
 * @see "Formato de la CAE v05; esquemas XML de DGI 1.44.2, CAE.xsd"
 */
public final class CaeXml {
  /** A real file has less than 5 KB. */
  private static final int MAX_BYTES = 1 << 16;

  private static final String PREFIX = "ns0";
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", java.util.Locale.ROOT);

  /** What came of parsing. */
  public sealed interface Parsed {
    /** The authorisation; its signature is not judged. */
    record Document(Constancia constancia) implements Parsed {}

    /** Not a CAE of DGI: all that is wrong, with places. */
    record Malformed(List<Fault> faults) implements Parsed {
      public Malformed {
        faults = List.copyOf(faults);
      }
    }
  }

  private CaeXml() {}

  /**
   * The CAE in this file. No DTD, no entities, at most 64 KB; each element at most once, so that
   * two readers never see two CAEs in one file.
   */
  public static Parsed parse(byte[] xml) {
    if (xml.length > MAX_BYTES) {
      return malformed("> " + MAX_BYTES + " bytes", Place.NONE);
    }
    FaultList faults = new FaultList();
    return new Decoding(Optional.empty(), faults)
        .xml(xml)
        .map(CaeXml::read)
        .orElseGet(() -> new Parsed.Malformed(faults.list()));
  }

  private static Parsed read(String xml) {
    try {
      CaeElements elements = CaeElements.read(xml);
      if (!elements.faults.isEmpty()) {
        return new Parsed.Malformed(elements.faults);
      }
      Parsed parsed = new CaeBinding(elements.values).bind();
      return parsed instanceof Parsed.Malformed malformed
          ? new Parsed.Malformed(elements.placed(malformed.faults()))
          : parsed;
    } catch (XMLStreamException e) {
      String why = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
      return malformed(why, CaeElements.place(e.getLocation()));
    }
  }

  private static Parsed malformed(String why, Place place) {
    return new Parsed.Malformed(List.of(Fault.of(CaeCode.NOT_XML, "", "", why).at(place)));
  }

  /**
   * The XML of a CAE, not signed: for an authority that is not DGI, such as the demo's. The same
   * value gives the same bytes.
   */
  public static byte[] render(Constancia constancia) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter writer =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      writer.writeStartElement(PREFIX, "CAE", CaeElements.NAMESPACE);
      writer.writeNamespace(PREFIX, CaeElements.NAMESPACE);
      writer.writeAttribute("version", "1.0");
      element(writer, CaeElements.SIGNED_AT, SECONDS.format(constancia.firmada()));
      writer.writeStartElement(PREFIX, "DA", CaeElements.NAMESPACE);
      authorisation(writer, constancia);
      writer.writeEndElement();
      writer.writeEndElement();
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a CAE cannot be written to memory", e);
    }
    return out.toByteArray();
  }

  private static void authorisation(XMLStreamWriter writer, Constancia constancia)
      throws XMLStreamException {
    Cae cae = constancia.cae();
    element(writer, "RucE", constancia.ruc().digitos());
    element(writer, "TCFE", Integer.toString(cae.tipo().codigo()));
    element(writer, "Serie", cae.serie());
    element(writer, "DNro", Integer.toString(cae.desde()));
    element(writer, "HNro", Integer.toString(cae.hasta()));
    element(writer, "TA", "E");
    element(writer, "NA", Long.toString(cae.caeId()));
    element(writer, "FA", constancia.emision().toString());
    element(writer, "FVD", cae.vence().toString());
    if (cae.especial().isPresent()) {
      element(writer, "CAEEspecial", cae.especial().get().toString());
    }
    if (cae.causal().isPresent()) {
      element(writer, "CausalCAEEsp", cae.causal().get().toString());
    }
  }

  private static void element(XMLStreamWriter writer, String name, String text)
      throws XMLStreamException {
    writer.writeStartElement(PREFIX, name, CaeElements.NAMESPACE);
    writer.writeCharacters(text);
    writer.writeEndElement();
  }
}
