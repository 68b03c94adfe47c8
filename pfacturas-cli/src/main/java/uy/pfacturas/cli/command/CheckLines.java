package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import uy.pfacturas.signing.trust.Answer;
import uy.pfacturas.signing.trust.Check;

/** Shows checks: one line each to people, objects to programs. */
final class CheckLines {
  private final Session session;
  private final Locale locale;

  CheckLines(Session session) {
    this.session = session;
    this.locale = session.messages().locale();
  }

  /** For people. */
  void print(List<Check> checks) {
    checks.forEach(this::print);
  }

  private void print(Check check) {
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

  /** For programs. */
  void add(ArrayNode array, List<Check> checks) {
    for (Check check : checks) {
      ObjectNode one = array.addObject();
      one.put("aspecto", word(check.aspect())).put("respuesta", word(check.answer()));
      one.put("codigo", check.code()).put("mensaje", check.sentence(locale));
      check.remedy(locale).ifPresent(remedy -> one.put("queHacer", remedy));
    }
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
