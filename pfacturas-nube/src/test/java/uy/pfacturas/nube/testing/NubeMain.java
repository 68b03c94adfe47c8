package uy.pfacturas.nube.testing;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.Nube;
import uy.pfacturas.nube.NubeConfig;

/** A cloud in a process of its own, to be killed: prints its port, and ends with its input. */
public final class NubeMain {
  private NubeMain() {}

  /** With the data folder; the output is the port and a line end, nothing else. */
  public static void main(String[] args) throws Exception {
    NubeConfig config = NubeConfig.embedded(Path.of(args[0]), Ambiente.DEMO);
    try (Nube nube = Nube.start(config, Documents.clock());
        OutputStream out = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
      out.write((nube.port() + "\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      while (System.in.read() >= 0) {
        // Until whoever started it is gone.
      }
    }
  }
}
