package uy.pfacturas.signing.keystore;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openssl.PEMParser;
import uy.pfacturas.signing.key.KeyFileDamagedException;

/** A file of PEM blocks, or of one certificate in DER. */
record PemFile(Path file, String text) {
  static PemFile of(Path file, byte[] bytes) {
    return new PemFile(file, new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** What the blocks hold, as BouncyCastle names it; empty where there is none. */
  List<Object> blocks() {
    List<Object> blocks = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
        blocks.add(block);
      }
    } catch (IOException | RuntimeException e) {
      // The parser lets pass what its own parts throw at broken ASN.1.
      throw new KeyFileDamagedException(file, e);
    }
    return blocks;
  }
}
