package uy.pfacturas.nube.http;

import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.refusal.Reply;

/** What goes back: a value with its status, or a refusal. */
sealed interface Answer {
  /** A value, to be written as JSON. */
  record Value(int status, Object body) implements Answer {}

  /** A refusal, to be put into the asker's language. */
  record No(Refusal refusal) implements Answer {}

  /** 200, or 201 where the request made something. */
  static Answer of(Reply<?> reply) {
    return reply.fold(
        given -> new Value(given.created() ? 201 : 200, given.value()), Answer.No::new);
  }
}
