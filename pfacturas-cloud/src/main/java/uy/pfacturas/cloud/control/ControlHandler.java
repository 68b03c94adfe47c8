package uy.pfacturas.cloud.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Does what commands ask. Called from a thread of the server, several at once. */
@FunctionalInterface
public interface ControlHandler {
  /**
   * Does one order.
   *
   * @param orden its name, such as {@code estado} or {@code replay}
   * @param argumentos its arguments, an object, perhaps empty
   * @param avance takes what is to be told before the end; each is written at once
   * @return the answer
   * @throws ControlException if the order is unknown or was refused; the code and the sentence go
   *     to the command
   */
  JsonNode handle(String orden, JsonNode argumentos, Consumer<JsonNode> avance);
}
