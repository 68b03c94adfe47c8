package uy.pfacturas.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The program xmlsec1, as the second opinion on signatures. */
public final class XmlSec1 {
  private final Path folder;

  public XmlSec1(Path folder) {
    this.folder = folder;
    Required.orSkip(isInstalled(), "xmlsec1 is not installed");
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("xmlsec1", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether xmlsec1 finds the signature valid, with the certificate in it from this authority. */
  public boolean verifies(byte[] xml, X509Certificate authority)
      throws IOException, InterruptedException, CertificateEncodingException {
    Path file = Files.write(folder.resolve("firmado.xml"), xml);
    return run(List.of("--verify", "--trusted-pem", pem(authority).toString(), file.toString()));
  }

  /** The same of a file; safe for any number of threads. */
  boolean verifies(Path file, X509Certificate authority)
      throws IOException, InterruptedException, CertificateEncodingException {
    return new ProcessBuilder(
                "xmlsec1", "--verify", "--trusted-pem", pem(authority).toString(), file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** Whether xmlsec1 finds every one of these files valid; it stops at the first that is not. */
  public boolean verifiesAll(List<Path> files, X509Certificate authority)
      throws IOException, InterruptedException, CertificateEncodingException {
    List<String> arguments =
        new ArrayList<>(List.of("--verify", "--trusted-pem", pem(authority).toString()));
    files.forEach(file -> arguments.add(file.toString()));
    return run(arguments);
  }

  /** The document with the content in place of what was encrypted, as xmlsec1 writes it. */
  public String decrypt(byte[] xml, PrivateKey key) throws IOException, InterruptedException {
    // Without a declaration it would write what is not ASCII as references.
    String declared =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new String(xml, StandardCharsets.UTF_8);
    Path file = Files.writeString(folder.resolve("cifrado.xml"), declared);
    Path out = folder.resolve("descifrado.xml");
    Path pem = pem("PRIVATE KEY", key.getEncoded(), "llave.pem");
    return output(List.of("--decrypt", "--privkey-pem", pem.toString(), file.toString()), out);
  }

  /** Fills in a template's EncryptedData with an element, by a fresh key of 3DES. */
  public byte[] encrypt(byte[] template, byte[] element, X509Certificate recipient)
      throws IOException, InterruptedException, CertificateEncodingException {
    Path file = Files.write(folder.resolve("plantilla.xml"), template);
    Path content = Files.write(folder.resolve("contenido.xml"), element);
    Path out = folder.resolve("salida.xml");
    return output(
            List.of(
                "--encrypt",
                "--pubkey-cert-pem",
                pem(recipient).toString(),
                "--session-key",
                "des-192",
                "--xml-data",
                content.toString(),
                file.toString()),
            out)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Whether xmlsec1 finds the Body of a message signed by this certificate's key. */
  boolean verifiesBody(byte[] message, X509Certificate signer)
      throws IOException, InterruptedException, CertificateEncodingException {
    Path file = Files.write(folder.resolve("mensaje.xml"), message);
    return run(
        List.of(
            "--verify",
            "--pubkey-cert-pem",
            pem(signer).toString(),
            "--id-attr:Id",
            "http://schemas.xmlsoap.org/soap/envelope/:Body",
            file.toString()));
  }

  /** Fills in a template's signature with the key in a PKCS#12 file. */
  public byte[] sign(byte[] template, Path pkcs12, String password, String... options)
      throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("plantilla.xml"), template);
    Path out = folder.resolve("salida.xml");
    List<String> arguments =
        new ArrayList<>(List.of("--sign", "--pkcs12", pkcs12.toString(), "--pwd", password));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--output", out.toString(), file.toString()));
    if (!run(arguments)) {
      throw new IOException("xmlsec1 does not sign: " + Files.readString(folder.resolve("log")));
    }
    return Files.readAllBytes(out);
  }

  private String output(List<String> arguments, Path out) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(1, List.of("--output", out.toString()));
    if (!run(all)) {
      throw new IOException("xmlsec1 refuses: " + Files.readString(folder.resolve("log")));
    }
    // Whether it writes the declaration is its own affair.
    return Files.readString(out).replaceFirst("^<\\?xml [^>]*>\\n", "").strip();
  }

  private boolean run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("xmlsec1"));
    command.addAll(arguments);
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start()
            .waitFor()
        == 0;
  }

  /** Written once: another process may be reading it. */
  private synchronized Path pem(X509Certificate certificate)
      throws IOException, CertificateEncodingException {
    String name = certificate.getSerialNumber() + ".pem";
    Path file = folder.resolve(name);
    return Files.exists(file) ? file : pem("CERTIFICATE", certificate.getEncoded(), name);
  }

  private Path pem(String kind, byte[] encoded, String name) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n",
        StandardCharsets.US_ASCII);
  }
}
