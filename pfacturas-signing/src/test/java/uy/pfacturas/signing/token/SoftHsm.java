package uy.pfacturas.signing.token;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.List;
import java.util.stream.Stream;
import uy.pfacturas.signing.Program;
import uy.pfacturas.signing.Required;
import uy.pfacturas.signing.TestKeys;
import uy.pfacturas.signing.key.KeyPassword;

/**
 * SoftHSM2 with three tokens, made once for one run of the tests: the library reads its tokens when
 * it is loaded. Its configuration is where the build says ({@code SOFTHSM2_CONF}).
 */
final class SoftHsm {
  static final String PIN = "Pin-74839";
  static final String COMPANY = "EMPRESA";
  static final String EMPTY = "VACIA";
  static final String SPARE = "DE RESERVA";

  /** Where Debian, Fedora and others put it. */
  private static final List<String> PLACES =
      List.of(
          "/usr/lib/softhsm/libsofthsm2.so",
          "/usr/lib64/pkcs11/libsofthsm2.so",
          "/usr/local/lib/softhsm/libsofthsm2.so");

  private static boolean isMade;

  private SoftHsm() {}

  /** The library, with the tokens in place. */
  static synchronized Path library() throws Exception {
    List<Path> found = PLACES.stream().map(Path::of).filter(Files::exists).toList();
    Required.orSkip(!found.isEmpty(), "softhsm2 is not installed");
    if (!isMade) {
      make(found.get(0));
      isMade = true;
    }
    return found.get(0);
  }

  private static void make(Path library) throws Exception {
    Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
    Path tokens = configuration.resolveSibling("softhsm2");
    clear(tokens);
    Files.createDirectories(tokens);
    Files.writeString(
        configuration, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    for (String label : List.of(COMPANY, EMPTY, SPARE)) {
      new Program("softhsm2-util", tokens)
          .run("--init-token", "--free", "--label", label, "--so-pin", "so-1234", "--pin", PIN);
    }
    fill(library);
  }

  private static void clear(Path tokens) throws Exception {
    if (!Files.exists(tokens)) {
      return;
    }
    try (Stream<Path> files = Files.walk(tokens)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Two keys on the company's token, put there by Java's provider alone. */
  private static void fill(Path library) throws Exception {
    long slot =
        new Pkcs11Library(library)
            .slots().stream().filter(s -> s.label().equals(COMPANY)).findFirst().orElseThrow().id();
    Provider provider =
        Security.getProvider("SunPKCS11")
            .configure("--name=alta\nlibrary=%s\nslot=%d\n".formatted(library, slot));
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, PIN.toCharArray());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    Path file = Files.createTempFile("llave", ".p12");
    for (var key : List.of(TestKeys.COMPANY, TestKeys.OTHER)) {
      key.writePkcs12(file, KeyPassword.of(PIN.toCharArray()));
      try (var in = Files.newInputStream(file)) {
        keys.load(in, PIN.toCharArray());
      }
      store.setKeyEntry(
          key == TestKeys.COMPANY ? "firma" : "otra",
          keys.getKey("pfacturas", PIN.toCharArray()),
          null,
          new Certificate[] {key.certificate()});
    }
    Files.delete(file);
    ((java.security.AuthProvider) provider).logout();
  }
}
