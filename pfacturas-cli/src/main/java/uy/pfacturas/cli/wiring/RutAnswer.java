package uy.pfacturas.cli.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import uy.pfacturas.cloud.rut.TaxpayerAnswer;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.rut.Contribuyente;

/** What can be said of a taxpayer, as data: {@code resultado} says which of the cases it is. */
final class RutAnswer {
  private RutAnswer() {}

  static JsonNode json(TaxpayerAnswer answer) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    if (answer instanceof TaxpayerAnswer.Known known) {
      return node.put("resultado", "conocido").set("contribuyente", tree(known.contribuyente()));
    }
    if (answer instanceof TaxpayerAnswer.Remembered remembered) {
      node.put("resultado", "recordado").put("motivo", remembered.reason());
      node.put("edadSegundos", remembered.age().toSeconds());
      return node.set("contribuyente", tree(remembered.contribuyente()));
    }
    if (answer instanceof TaxpayerAnswer.NotNow notNow) {
      return node.put("resultado", "sin-respuesta").put("motivo", notNow.reason());
    }
    return node.put(
        "resultado", answer instanceof TaxpayerAnswer.Absent ? "desconocido" : "invalido");
  }

  private static JsonNode tree(Contribuyente contribuyente) {
    return Json.MAPPER.valueToTree(contribuyente);
  }
}
