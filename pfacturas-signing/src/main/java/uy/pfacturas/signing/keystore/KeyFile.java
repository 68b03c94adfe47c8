package uy.pfacturas.signing.keystore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uy.pfacturas.signing.key.KeyFileDamagedException;
import uy.pfacturas.signing.key.KeyFileMissingException;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.Pkcs12File;
import uy.pfacturas.signing.key.StoredKey;

/**
 * A file with a key: PKCS#12, JKS or PEM, told by its content and not by its name.
 *
 * @param file with the key and its certificate, or with one of both
 * @param other with what the first lacks, for PEM; empty where one file has both
 */
public record KeyFile(Path file, Optional<Path> other) implements KeySource {
  private static final int JKS = 0xFEEDFEED;
  private static final int JCEKS = 0xCECECECE;
  private static final String PEM = "-----BEGIN ";

  /** One file with both. */
  public static KeyFile of(Path file) {
    return new KeyFile(file, Optional.empty());
  }

  @Override
  public String where() {
    return file.toString();
  }

  @Override
  public List<StoredKey> read(Supplier<KeyPassword> password) {
    byte[] bytes = bytes(file);
    if (other.isPresent() || isPem(bytes)) {
      List<PemFile> files = new ArrayList<>();
      files.add(PemFile.of(file, bytes));
      other.ifPresent(path -> files.add(PemFile.of(path, bytes(path))));
      return new PemKeys(files).read(password);
    }
    return switch (magic(bytes)) {
      case JKS -> new JavaKeyStore(file, "JKS").read(bytes, password.get());
      case JCEKS -> new JavaKeyStore(file, "JCEKS").read(bytes, password.get());
      default -> readPkcs12(bytes, password);
    };
  }

  private List<StoredKey> readPkcs12(byte[] bytes, Supplier<KeyPassword> password) {
    // The tag of a DER sequence, definite or not; what is nothing of the kind asks for no password.
    if (bytes.length == 0 || bytes[0] != 0x30) {
      throw new KeyFileDamagedException(file, new IOException("not a key file"));
    }
    return new Pkcs12File(file).read(password.get());
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new KeyFileMissingException(path, e);
    }
  }

  private static boolean isPem(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM);
  }

  private static int magic(byte[] bytes) {
    return bytes.length < Integer.BYTES ? 0 : ByteBuffer.wrap(bytes).getInt();
  }
}
