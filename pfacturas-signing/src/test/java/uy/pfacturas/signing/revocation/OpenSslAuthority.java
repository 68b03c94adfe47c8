package uy.pfacturas.signing.revocation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uy.pfacturas.signing.Required;

/** The program openssl as an authority: its OCSP responder on loopback, and its lists. */
public final class OpenSslAuthority implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("ACCEPT .*:(\\d+)");

  private final Path folder;
  private final Process responder;
  private final int port;

  private OpenSslAuthority(Path folder, Process responder, int port) {
    this.folder = folder;
    this.responder = responder;
    this.port = port;
  }

  /**
   * Starts a responder.
   *
   * @param index lines of its data base: state, expiry, revocation, serial number, file, subject
   */
  public static OpenSslAuthority start(Path folder, TestAuthority authority, List<String> index)
      throws Exception {
    Required.orSkip(isInstalled(), "openssl is not installed");
    pem(folder.resolve("ca.pem"), "CERTIFICATE", authority.certificate().getEncoded());
    pem(folder.resolve("ca.key"), "PRIVATE KEY", authority.pair().getPrivate().getEncoded());
    Files.writeString(folder.resolve("index.txt"), String.join("\n", index) + "\n");
    Files.writeString(
        folder.resolve("ca.cnf"),
        "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\ndefault_md=sha256\ndefault_crl_days=7\n");
    Process responder =
        new ProcessBuilder(
                ("openssl ocsp -index index.txt -port 0 -rsigner ca.pem -rkey ca.key -CA ca.pem"
                        + " -nmin 60")
                    .split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    BufferedReader out = responder.inputReader(StandardCharsets.UTF_8);
    Matcher port = PORT.matcher(String.valueOf(out.readLine()));
    if (!port.find()) {
      responder.destroy();
      throw new IOException("openssl ocsp does not start");
    }
    return new OpenSslAuthority(folder, responder, Integer.parseInt(port.group(1)));
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** A line of the data base. */
  public static String good(int serial) {
    return "V\t400101000000Z\t\t%02X\tunknown\t/CN=x".formatted(serial);
  }

  /** A line of the data base: revoked, at a time as {@code 260101000000Z}. */
  public static String revoked(int serial, String when, String reason) {
    return "R\t400101000000Z\t%s,%s\t%02X\tunknown\t/CN=x".formatted(when, reason, serial);
  }

  public String address() {
    return "http://127.0.0.1:" + port + "/ocsp";
  }

  /** The list of what it revoked, DER. */
  public byte[] list() throws Exception {
    run("openssl ca -gencrl -config ca.cnf -keyfile ca.key -cert ca.pem -out lista.pem");
    run("openssl crl -in lista.pem -outform DER -out lista.crl");
    return Files.readAllBytes(folder.resolve("lista.crl"));
  }

  private void run(String command) throws Exception {
    int code =
        new ProcessBuilder(command.split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(Files.readString(folder.resolve("log")));
    }
  }

  private static void pem(Path file, String what, byte[] der) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n");
  }

  @Override
  public void close() {
    responder.destroy();
    responder.onExit().join();
  }
}
