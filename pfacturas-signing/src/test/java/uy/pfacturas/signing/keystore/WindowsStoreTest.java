package uy.pfacturas.signing.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.signing.TestKeys;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.KeyChoice;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.key.StoredKey;

/** The store of Windows, with a key store of the JDK in its place. */
class WindowsStoreTest {
  @TempDir private Path folder;

  @Test
  void read_storeInItsPlace_signsByTheStoresProvider() throws Exception {
    List<StoredKey> keys = WindowsStore.readFrom(this::standIn);

    SigningKey key = KeyChoice.ofRuc(TestKeys.RUC).choose(keys, "Windows-MY", TestKeys.MOMENT);
    byte[] content = "Ñandú".getBytes(StandardCharsets.UTF_8);
    assertThat(key.sign(content, SignatureAlgorithm.RSA_SHA256))
        .isEqualTo(TestKeys.COMPANY.sign(content, SignatureAlgorithm.RSA_SHA256));
  }

  @Test
  void read_storeThatDoesNotOpen_saysSo() {
    assertThatThrownBy(
            () ->
                WindowsStore.readFrom(
                    () -> {
                      throw new IOException("access denied");
                    }))
        .isInstanceOf(WindowsStoreException.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void read_elsewhere_saysThatThereIsNone() {
    assertThatThrownBy(() -> new WindowsStore().read(() -> KeyPassword.of(new char[0])))
        .isInstanceOf(WindowsStoreException.class);
  }

  /** Like that of Windows, it opens its keys without a password of theirs. */
  private KeyStore standIn() throws IOException {
    KeyPassword ofStore = KeyPassword.of(new char[] {'x'});
    TestKeys.COMPANY.writePkcs12(folder.resolve("my.p12"), ofStore);
    try (InputStream in = Files.newInputStream(folder.resolve("my.p12"))) {
      KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
      store.load(in, ofStore.text());
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }
}
