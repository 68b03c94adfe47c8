package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.json.Json;

/** Shows what is wrong with a document, for a person or for a program. */
final class FaultLines {
  private final FaultText text;

  FaultLines(Session session) {
    this.text = FaultText.of(session.messages().locale());
  }

  /** Each fault on a line, its remedy under it. */
  void print(Session session, List<Fault> faults) {
    for (Fault fault : faults) {
      session
          .console()
          .out()
          .println("  " + text.sentence(fault) + " (" + fault.code().code() + ")");
      session.console().out().println("    " + text.remedy(fault));
    }
  }

  /** The same as data. */
  ArrayNode json(List<Fault> faults) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    for (Fault fault : faults) {
      ObjectNode node = array.addObject();
      node.put("codigo", fault.code().code());
      node.put("campo", fault.campo());
      node.put("ruta", fault.path());
      node.put("linea", fault.place().line());
      node.put("columna", fault.place().column());
      node.put("mensaje", text.sentence(fault));
      node.put("queHacer", text.remedy(fault));
    }
    return array;
  }
}
