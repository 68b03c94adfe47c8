package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import uy.pfacturas.cli.validation.Holder;
import uy.pfacturas.core.firmado.DocumentoFirmado;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.signing.Inspection;
import uy.pfacturas.signing.Verification;

/** Shows what was found of signed documents: line by line to people, as one JSON to programs. */
final class Inspections {
  private final Session session;
  private final CheckLines lines;
  private final ArrayNode answers = Json.MAPPER.createArrayNode();

  Inspections(Session session) {
    this.session = session;
    this.lines = new CheckLines(session);
  }

  /** Shows one document of a file. */
  void show(Path file, DocumentoFirmado document, Inspection found) {
    if (session.options().isJson()) {
      add(file, document, found);
      return;
    }
    session.say("verify.documento." + CheckLines.word(found.answer()), file, document.nombre());
    found
        .verification()
        .valid()
        .ifPresent(
            valid ->
                session.say("verify.firmante", Holder.name(valid.certificate()), valid.digest()));
    lines.print(found.checks());
  }

  private void add(Path file, DocumentoFirmado document, Inspection found) {
    ObjectNode node = answers.addObject();
    node.put("archivo", file.toString()).put("documento", document.nombre());
    node.put("resultado", CheckLines.word(found.answer()));
    node.put("valida", found.verification().isValid());
    found.verification().valid().ifPresent(valid -> add(node, valid));
    lines.add(node.putArray("comprobaciones"), found.checks());
  }

  private static void add(ObjectNode node, Verification.Valid valid) {
    node.put("hash", valid.digest()).put("algoritmo", valid.algorithm().name());
    node.put("firmante", Holder.name(valid.certificate()));
    valid.ruc().ifPresent(ruc -> node.put("rucFirmante", ruc));
  }

  /** Writes the JSON, where it was asked for. */
  void end() {
    if (session.options().isJson()) {
      session.show(answers);
    }
  }
}
