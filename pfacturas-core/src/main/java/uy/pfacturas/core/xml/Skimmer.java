package uy.pfacturas.core.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.tree.FaultList;

/** Reads one XML from end to end and notes what is wanted of it. */
final class Skimmer {
  private static final int DEPTH = 32;

  private final XMLStreamReader reader;
  private final List<List<String>> wanted;
  private final FaultList faults;
  private final List<String> open = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Map<List<String>, String> texts = new HashMap<>();
  private final Map<String, String> versions = new HashMap<>();
  private String name = "";
  private String namespace = "";
  private boolean isMixed;
  private boolean isPlain = true;

  Skimmer(XMLStreamReader reader, List<List<String>> wanted, FaultList faults) {
    this.reader = reader;
    this.wanted = wanted;
    this.faults = faults;
  }

  Optional<XmlSkim> read() throws XMLStreamException {
    return whole()
        ? Optional.of(new XmlSkim(name, namespace, texts, versions, isMixed, isPlain))
        : Optional.empty();
  }

  private boolean whole() throws XMLStreamException {
    if ("1.1".equals(reader.getVersion())) {
      faults.add(XmlFault.MAL_FORMADO, "", new Place(1, 1));
      return false;
    }
    Place from = new Place(1, 1);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() >= DEPTH) {
            faults.add(XmlFault.DEMASIADA_PROFUNDIDAD, "", from, Integer.toString(DEPTH));
            return false;
          }
          start();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            characters();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
          faults.add(XmlFault.DTD, "", from);
          return false;
        }
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION ->
            isPlain = isPlain && open.isEmpty();
        default -> {}
      }
      from = XmlTree.place(Optional.of(reader.getLocation()));
    }
    return true;
  }

  private void start() {
    if (open.isEmpty()) {
      name = reader.getLocalName();
      namespace = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
    }
    isPlain = isPlain && open.isEmpty() && reader.getAttributeCount() == 0;
    open.add(reader.getLocalName());
    text.setLength(0);
    if (open.size() <= 2) {
      Optional.ofNullable(reader.getAttributeValue(null, "version"))
          .ifPresent(v -> versions.putIfAbsent(String.join("/", open), v));
    }
  }

  private void characters() {
    boolean atRoot = open.size() == 1;
    isMixed |= atRoot && !reader.isWhiteSpace();
    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  private void end() {
    wanted.stream().filter(this::isHere).forEach(path -> texts.putIfAbsent(path, text.toString()));
    open.remove(open.size() - 1);
    text.setLength(0);
  }

  private boolean isHere(List<String> path) {
    boolean here = path.size() == open.size();
    for (int i = 0; here && i < path.size(); i++) {
      here = path.get(i).equals("*") || path.get(i).equals(open.get(i));
    }
    return here;
  }
}
