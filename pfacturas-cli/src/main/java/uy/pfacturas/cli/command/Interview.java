package uy.pfacturas.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks a person the questions of a form; those that were answered by options are not asked. */
final class Interview {
  private final Session session;
  private final Map<String, String> given;
  private final boolean silent;

  /**
   * @param given answers by key, from options
   * @param silent whether the proposals are taken for the rest
   */
  Interview(Session session, Map<String, String> given, boolean silent) {
    this.session = session;
    this.given = given;
    this.silent = silent;
  }

  /** The answers by key; empty where the person left it open. */
  Map<String, String> ask(Form form) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Form.Question question : form.questions()) {
      String answer =
          Optional.ofNullable(given.get(question.key()))
              .orElseGet(() -> silent ? question.proposal() : ask(question));
      answers.put(question.key(), answer);
    }
    return answers;
  }

  private String ask(Form.Question question) {
    String proposal = question.proposal().isEmpty() ? "" : " [" + question.proposal() + "]";
    session
        .console()
        .err()
        .print(session.messages().get("init.pregunta." + question.key()) + proposal + ": ");
    session.console().err().flush();
    try {
      String line = session.console().in().readLine();
      return line == null || line.isBlank() ? question.proposal() : line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
