package uy.pfacturas.cli.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cloud.StatusListener;
import uy.pfacturas.cloud.control.ControlClient;
import uy.pfacturas.core.json.Json;

/**
 * Asks an installation: the {@code run} that lives, through its control port, or else the
 * installation itself, opened for the time of one command.
 */
public interface Orders extends AutoCloseable {
  /** How the synchronizer does; with {@code id}, what became of that document. */
  String ESTADO = "estado";

  /** To send again what failed. */
  String REPLAY = "replay";

  /** To print a document again. */
  String IMPRIMIR = "imprimir";

  /** To look up a taxpayer. */
  String RUT = "rut";

  /**
   * To look up a taxpayer for a command that glanced at its configuration: {@code rut}, {@code
   * config} and {@code idioma}. Each line of progress is a line to print, the answer the exit code.
   */
  String RUT_TEXTO = "rut-texto";

  /** The company's CAEs. */
  String CAE = "cae";

  /** To hand in a CAE. */
  String CAE_IMPORTAR = "cae-importar";

  /** To enter or leave the contingency ({@code accion}), or only to tell how it stands. */
  String CONTINGENCIA = "contingencia";

  /** The journal of contingency, whole and verified. */
  String BITACORA = "bitacora";

  /** Whether the cloud answers. */
  String NUBE = "nube";

  /** Code of the refusal: no document of this id. */
  String NO_EXISTE = "CLI-NO-EXISTE";

  /** Code of the refusal: this is not, or no longer, the configuration that is served. */
  String OTRA_CONFIGURACION = "CLI-OTRA-CONFIGURACION";

  /** Code of the refusal: nothing can be signed here. */
  String CONTINGENCIA_IMPEDIDA = "CLI-CONTINGENCIA-IMPEDIDA";

  /** Code of the refusal: the document is not signed. */
  String NO_FIRMADO = "CLI-NO-FIRMADO";

  /**
   * Does one order and waits for its answer.
   *
   * @throws uy.pfacturas.cloud.control.ControlException if it was refused or the other side went
   *     away
   */
  JsonNode ask(String orden, ObjectNode args);

  /**
   * Lets what was ordered be worked off, where no {@code run} does it.
   *
   * @throws InterruptedException if interrupted; the next run takes up the rest
   */
  void settle() throws InterruptedException;

  /** Whether a {@code run} does it. */
  boolean isRunning();

  @Override
  void close();

  /**
   * Those of a configuration.
   *
   * @throws uy.pfacturas.cloud.CloudException if no {@code run} lives and the installation cannot
   *     be opened
   */
  static Orders of(Config config, Wiring wiring) {
    return of(config, wiring, StatusListener.NONE);
  }

  /**
   * Those of a configuration.
   *
   * @param listener is told of every new state while {@link #settle} works
   * @throws uy.pfacturas.cloud.CloudException if no {@code run} lives and the installation cannot
   *     be opened
   */
  static Orders of(Config config, Wiring wiring, StatusListener listener) {
    Optional<ControlClient> running = ControlClient.find(config.datos());
    return running
        .<Orders>map(Remote::new)
        .orElseGet(() -> new Local(wiring.open(config, listener)));
  }

  /** Through the control port. */
  record Remote(ControlClient client) implements Orders {
    @Override
    public JsonNode ask(String orden, ObjectNode args) {
      try {
        return Json.MAPPER.readTree(client.ask(orden, args.toString(), line -> {}));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("the answer is not JSON", e);
      }
    }

    @Override
    public void settle() {}

    @Override
    public boolean isRunning() {
      return true;
    }

    @Override
    public void close() {}
  }

  /** In this process. */
  record Local(Installation installation) implements Orders {
    @Override
    public JsonNode ask(String orden, ObjectNode args) {
      return installation.orders().handle(orden, args, line -> {});
    }

    @Override
    public void settle() throws InterruptedException {
      installation.synchronizer().runOnce();
    }

    @Override
    public boolean isRunning() {
      return false;
    }

    @Override
    public void close() {
      installation.close();
    }
  }
}
