package uy.pfacturas.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The programs of libxml2 and xmlsec1 as a second opinion; tests without them are skipped. */
public final class SecondOpinion {
  private SecondOpinion() {}

  /** Whether this XML is valid by one of DGI's schemas. */
  public static void validates(byte[] xml, String schema, Path folder) throws IOException {
    Path file = Files.write(folder.resolve("message.xml"), xml);
    String xsd = Referencias.file("xsd/" + schema).toString();
    String said = run(folder, "xmllint", "--nonet", "--noout", "--schema", xsd, file.toString());
    assertThat(said).contains("validates");
  }

  /** The canonical form of an XML, inclusive. */
  public static String canonical(byte[] xml, Path folder) throws IOException {
    Path file = Files.write(folder.resolve("canonical.xml"), xml);
    return run(folder, "xmllint", "--nonet", "--c14n", file.toString());
  }

  /** Whether xmlsec1 finds the signature right by the key of this certificate. */
  public static boolean verifies(byte[] xml, X509Certificate signer, Path folder)
      throws IOException {
    Path file = Files.write(folder.resolve("signed.xml"), xml);
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(signer.getPublicKey().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    Path key = Files.writeString(folder.resolve("key.pem"), pem);
    // The certificate in the signature, whose authority it does not know, is not to be looked at.
    return run(
            folder,
            "xmlsec1",
            "--verify",
            "--enabled-key-data",
            "key-name",
            "--pubkey-pem",
            key.toString(),
            file.toString())
        .startsWith("OK");
  }

  private static String run(Path folder, String program, String... args) throws IOException {
    Path path = Path.of("/usr/bin", program);
    Referencias.present(Files.isExecutable(path), program);
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(List.of(args));
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Files.readString(out);
  }
}
