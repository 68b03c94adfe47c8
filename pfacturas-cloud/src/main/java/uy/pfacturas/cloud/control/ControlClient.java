package uy.pfacturas.cloud.control;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Talks to the synchronizer that runs on a data folder. Needs nothing but a socket, so that a small
 * command starts fast: requests and answers are JSON texts.
 */
public final class ControlClient {
  private ControlClient() {}

  /** The one that runs on this data folder; empty if none lives. */
  public static Optional<ControlClient> find(Path dataFolder) {
    throw new UnsupportedOperationException("find " + dataFolder);
  }

  /**
   * Asks for one order and waits for its end.
   *
   * @param orden its name
   * @param argumentos its arguments, the text of a JSON object
   * @param avance takes each line of progress, the text of a JSON value
   * @return the answer, the text of a JSON value
   * @throws ControlException if it was refused, with the code of the handler, or if the
   *     synchronizer went away ({@code CONTROL_SIN_RESPUESTA}): then the order may have been done
   *     or not
   */
  public String ask(String orden, String argumentos, Consumer<String> avance) {
    throw new UnsupportedOperationException(orden + argumentos + avance);
  }
}
