package uy.pfacturas.nube.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.nube.company.KeySource;
import uy.pfacturas.nube.company.PasswordSource;
import uy.pfacturas.signing.demo.DemoAuthority;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;

/** The keys of a demo, in a folder of its own: made once, renewed before they end. */
final class DemoKeys {
  private static final Duration RENEW_BEFORE = Duration.ofDays(30);

  private final Path folder;
  private final Clock clock;
  private final KeyPassword password;

  DemoKeys(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    if (read("contrasena").isEmpty()) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      write("contrasena", HexFormat.of().formatHex(random));
    }
    this.password = passwordSource().open();
  }

  /** The key of the throw-away authority. */
  DemoAuthority authority() {
    Path file = folder.resolve("autoridad.p12");
    if (!Files.exists(file)) {
      DemoAuthority.create(clock).key().writePkcs12(file, password);
    }
    return DemoAuthority.of(SigningKey.readPkcs12(file, password));
  }

  /** A key that the authority issued. */
  SigningKey key(String name, String ruc, String subject) {
    Path file = source(name).pkcs12();
    if (!Files.exists(file) || isEnding(SigningKey.readPkcs12(file, password))) {
      authority().issue(ruc, subject, clock).writePkcs12(file, password);
    }
    return SigningKey.readPkcs12(file, password);
  }

  private boolean isEnding(SigningKey key) {
    return key.notAfter().isBefore(clock.instant().plus(RENEW_BEFORE));
  }

  /** Where a key lies. */
  KeySource source(String name) {
    return new KeySource(folder.resolve(name + ".p12"), passwordSource());
  }

  private PasswordSource passwordSource() {
    return new PasswordSource.FromFile(folder.resolve("contrasena"));
  }

  /** A secret of the folder; empty if there is none. */
  Optional<String> read(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Keeps a secret that only this user can read; aside, then renamed. */
  void write(String name, String secret) {
    Path file = folder.resolve(name);
    try {
      Path aside = Files.createTempFile(folder, name, ".nuevo", ownerOnly());
      Files.writeString(aside, secret + "\n");
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Writes a certificate as PEM, where others can read it. */
  static void writePem(Path file, X509Certificate certificate) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                  .encodeToString(certificate.getEncoded())
              + "\n-----END CERTIFICATE-----\n");
    } catch (IOException e) {
      throw failed(file, e);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  private static NubeException failed(Path file, IOException e) {
    return new NubeException(
        "No se puede usar el archivo " + file + ". Revise permisos y espacio en disco.", e);
  }
}
