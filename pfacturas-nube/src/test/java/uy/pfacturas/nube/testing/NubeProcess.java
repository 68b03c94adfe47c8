package uy.pfacturas.nube.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A cloud in a process of its own. */
public final class NubeProcess {
  private final Process process;
  private final URI address;

  private NubeProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts one over a data folder, and waits until it listens. */
  public static NubeProcess start(Path folder) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath,
            NubeMain.class.getName(),
            folder.toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = builder.start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
      String port = out.readLine();
      if (port == null) {
        throw new IllegalStateException("the cloud did not start, exit " + process.waitFor());
      }
      return new NubeProcess(process, URI.create("http://127.0.0.1:" + port + "/"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where it listens. */
  public URI address() {
    return address;
  }

  /** Kills it, as a power cut would, and waits until it is gone. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
