package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import uy.pfacturas.cli.validation.Holder;
import uy.pfacturas.core.firmado.DocumentoFirmado;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.signing.Inspection;
import uy.pfacturas.signing.Verification;
import uy.pfacturas.signing.trust.Answer;
import uy.pfacturas.signing.trust.Check;

/** Shows what was found of signed documents: line by line to people, as one JSON to programs. */
final class Inspections {
  private final Session session;
  private final Locale locale;
  private final ArrayNode answers = Json.MAPPER.createArrayNode();

  Inspections(Session session) {
    this.session = session;
    this.locale = session.messages().locale();
  }

  /** Shows one document of a file. */
  void show(Path file, DocumentoFirmado document, Inspection found) {
    if (session.options().isJson()) {
      add(file, document, found);
      return;
    }
    session.say("verify.documento." + word(found.answer()), file, document.nombre());
    found
        .verification()
        .valid()
        .ifPresent(
            valid ->
                session.say("verify.firmante", Holder.name(valid.certificate()), valid.digest()));
    found.checks().forEach(this::say);
  }

  private void say(Check check) {
    String aspect = session.messages().get("verify.aspecto." + word(check.aspect()));
    String answer = session.messages().get("verify.respuesta." + word(check.answer()));
    String code = check.answer() == Answer.YES ? "" : " (" + check.code() + ")";
    session
        .console()
        .out()
        .printf(Locale.ROOT, "  %-15s %-13s %s%s%n", aspect, answer, check.sentence(locale), code);
    if (check.answer() == Answer.NO) {
      check
          .remedy(locale)
          .ifPresent(remedy -> session.console().out().println(" ".repeat(32) + remedy));
    }
  }

  private void add(Path file, DocumentoFirmado document, Inspection found) {
    ObjectNode node = answers.addObject();
    node.put("archivo", file.toString()).put("documento", document.nombre());
    node.put("resultado", word(found.answer()));
    node.put("valida", found.verification().isValid());
    found.verification().valid().ifPresent(valid -> add(node, valid));
    ArrayNode checks = node.putArray("comprobaciones");
    for (Check check : found.checks()) {
      ObjectNode one = checks.addObject();
      one.put("aspecto", word(check.aspect())).put("respuesta", word(check.answer()));
      one.put("codigo", check.code()).put("mensaje", check.sentence(locale));
      check.remedy(locale).ifPresent(remedy -> one.put("queHacer", remedy));
    }
  }

  private static void add(ObjectNode node, Verification.Valid valid) {
    node.put("hash", valid.digest()).put("algoritmo", valid.algorithm().name());
    node.put("firmante", Holder.name(valid.certificate()));
    valid.ruc().ifPresent(ruc -> node.put("rucFirmante", ruc));
  }

  /** Writes the JSON, where it was asked for. */
  void end() {
    if (session.options().isJson()) {
      session.console().out().println(answers.toPrettyString());
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
