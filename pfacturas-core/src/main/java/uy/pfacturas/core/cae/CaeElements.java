package uy.pfacturas.core.cae;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.Place;

/**
 * The elements of a CAE file by name, each once. Everything that is not one of DGI's elements is a
 * fault, so that no second reading of a signed file is possible.
 */
final class CaeElements {
  static final String NAMESPACE = "http://cfe.dgi.gub.uy";
  static final String SIGNED_AT = "TmstFrma";

  private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
  private static final String AUTHORISATION = "DA";
  private static final Set<String> FIELDS =
      Set.of(
          "RucE",
          "TCFE",
          "Serie",
          "DNro",
          "HNro",
          "TA",
          "NA",
          "FA",
          "FVD",
          "CAEEspecial",
          "CausalCAEEsp");

  final Map<String, String> values = new LinkedHashMap<>();
  final List<Fault> faults = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();

  private CaeElements() {}

  static CaeElements read(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
    CaeElements elements = new CaeElements();
    if (elements.atRoot(reader)) {
      elements.children(reader, false);
      while (reader.hasNext()) {
        reader.next();
      }
    }
    return elements;
  }

  private boolean atRoot(XMLStreamReader reader) throws XMLStreamException {
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      refuseDtd(reader);
    }
    if (!isDgi(reader) || !reader.getLocalName().equals("CAE")) {
      faults.add(
          Fault.of(CaeCode.NOT_A_CAE, "", "", reader.getName().toString()).at(place(reader)));
      return false;
    }
    return true;
  }

  private static void refuseDtd(XMLStreamReader reader) throws XMLStreamException {
    if (reader.getEventType() == XMLStreamConstants.DTD) {
      throw new XMLStreamException("DOCTYPE");
    }
  }

  private void children(XMLStreamReader reader, boolean isInDa) throws XMLStreamException {
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
        child(reader, isInDa);
      } else if (reader.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new XMLStreamException("&" + reader.getLocalName() + ";");
      }
    }
  }

  private void child(XMLStreamReader reader, boolean isInDa) throws XMLStreamException {
    String name = reader.getLocalName();
    String path = isInDa ? AUTHORISATION + "." + name : name;
    Place place = place(reader);
    if (!isInDa && SIGNATURE.equals(reader.getNamespaceURI())) {
      skip(reader);
    } else if (!isInDa && isDgi(reader) && name.equals(AUTHORISATION)) {
      put(path, "", place);
      children(reader, true);
    } else if (isDgi(reader) && (isInDa ? FIELDS.contains(name) : name.equals(SIGNED_AT))) {
      put(path, text(reader), place);
    } else {
      faults.add(Fault.of(CaeCode.UNKNOWN, "", path, path).at(place));
      skip(reader);
    }
  }

  private void put(String path, String value, Place place) {
    if (values.putIfAbsent(path, value) != null) {
      faults.add(Fault.of(CaeCode.TWICE, "", path, path).at(place));
    }
    places.putIfAbsent(path, place);
  }

  /** The same faults at the places of their elements; of what is missing, at DA. */
  List<Fault> placed(List<Fault> found) {
    Place group = places.getOrDefault(AUTHORISATION, Place.NONE);
    return found.stream().map(f -> f.at(places.getOrDefault(f.path(), group))).toList();
  }

  private static Place place(XMLStreamReader reader) {
    return place(reader.getLocation());
  }

  /** A place of a reader; {@link Place#NONE} if it does not know. */
  static Place place(@Nullable Location location) {
    return location == null || location.getLineNumber() < 1
        ? Place.NONE
        : new Place(location.getLineNumber(), Math.max(1, location.getColumnNumber()));
  }

  private static boolean isDgi(XMLStreamReader reader) {
    return NAMESPACE.equals(reader.getNamespaceURI());
  }

  /** The text up to the end of the element; an element within it is refused. */
  private static String text(XMLStreamReader reader) throws XMLStreamException {
    return reader.getElementText().strip();
  }

  private static void skip(XMLStreamReader reader) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }
}
