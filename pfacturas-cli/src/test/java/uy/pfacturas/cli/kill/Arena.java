package uy.pfacturas.cli.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder with a cloud's data, a station's data and a mailbox, and the two programs that work on
 * them.
 */
final class Arena implements AutoCloseable {
  private static final long LONG = 60_000;
  private static final long LOOK = 20;

  private final Path folder;
  private final Program nube;
  private final Program run;

  Arena(Path folder) {
    this.folder = folder;
    String port = Integer.toString(freePort());
    this.nube =
        new Program(
            folder.resolve("nube.txt"),
            "nube",
            "--demo",
            "--datos",
            cloud().toString(),
            "--puerto",
            port);
    Path config = folder.resolve("pfacturas.toml");
    write(
        config,
        """
        ambiente = "demo"
        instalacion = "CAJA1"
        datos = "datos"
        segunda_copia = "copia"
        [nube]
        url = "http://127.0.0.1:%s/"
        ruc = "219999830019"
        clave_archivo = "nube/estacion.clave"
        plazo = "5s"
        bloque = 40
        [[buzon]]
        carpeta = "buzon"
        quieto = "100ms"
        [impresion]
        pdf = false
        """
            .formatted(port));
    this.run = new Program(folder.resolve("run.txt"), "run", "--config", config.toString());
  }

  Path cloud() {
    return folder.resolve("nube");
  }

  Path mailbox() {
    return folder.resolve("buzon");
  }

  Program nube() {
    return nube;
  }

  Program run() {
    return run;
  }

  /** Starts both, the cloud first: the first time it makes the station's key. */
  void start() throws InterruptedException {
    nube.start();
    await(cloud().resolve("estacion.clave"), nube);
    run.start();
    await(mailbox().resolve("entrada"), run);
  }

  private void await(Path file, Program program) throws InterruptedException {
    for (long waited = 0; !Files.exists(file); waited += LOOK) {
      if (waited > LONG || program.endsWithin(LOOK)) {
        throw new IllegalStateException("did not appear: " + file + "\n" + output());
      }
    }
  }

  /** Everything that both said. */
  String output() {
    return text("nube.txt") + text("run.txt");
  }

  private String text(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? name + ":\n" + Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops one small invoice, complete at once. */
  void drop(String id) {
    String text =
        """
        [Pedido]
        Formato=1
        Id=%s
        [IdDoc]
        TipoCFE=101
        FmaPago=1
        [Item]
        IndFact=3
        NomItem=Prueba
        Cantidad=1
        PrecioUnitario=100.00
        [Fin]
        """
            .formatted(id);
    Path aside = mailbox().resolve("entrada").resolve("." + id + ".tmp");
    write(aside, text);
    try {
      Files.move(aside, aside.resolveSibling(id + ".txt"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    run.close();
    nube.close();
  }
}
