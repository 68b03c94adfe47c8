package uy.pfacturas.cli.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.keystore.KeyFile;
import uy.pfacturas.signing.keystore.KeySource;
import uy.pfacturas.signing.keystore.WindowsStore;
import uy.pfacturas.signing.provider.ProviderChoice;
import uy.pfacturas.signing.token.Token;

/**
 * Signing and verifying on this machine, table {@code [firma]}.
 *
 * @param origen where the company's key is: a file, a token, the store of Windows; empty where
 *     nothing is signed here
 * @param alias name of the key there; empty for the company's that lasts longest
 * @param clave where its password or PIN is; empty where it has none, or a person types it
 * @param sha1 whether signatures are made with RSA-SHA1 instead of RSA-SHA256
 * @param proveedor who makes the RSA
 * @param confianza certificates of authorities that are trusted, PEM
 */
public record FirmaConfig(
    Optional<KeySource> origen,
    Optional<String> alias,
    Optional<SecretSource> clave,
    boolean sha1,
    ProviderChoice proveedor,
    List<Path> confianza) {
  public FirmaConfig {
    confianza = List.copyOf(confianza);
  }

  /** By what signatures are made. */
  public SignatureAlgorithm algoritmo() {
    return sha1 ? SignatureAlgorithm.RSA_SHA1 : SignatureAlgorithm.RSA_SHA256;
  }

  static FirmaConfig read(TomlTable table, Folder folder, Problems problems) {
    Optional<KeySource> origen = source(table, folder, problems);
    Optional<String> alias = table.text("alias");
    Optional<SecretSource> clave = SecretSource.find(table, folder, problems);
    boolean sha1 = table.value("algoritmo", FirmaConfig::isSha1).orElse(false);
    ProviderChoice proveedor =
        table.value("proveedor", FirmaConfig::provider).orElse(ProviderChoice.AUTO);
    List<Path> confianza = table.texts("confianza").stream().map(folder::resolve).toList();
    return new FirmaConfig(origen, alias, clave, sha1, proveedor, confianza);
  }

  private static Optional<KeySource> source(TomlTable table, Folder folder, Problems problems) {
    Optional<Path> llave = table.value("llave", folder::resolve);
    Optional<KeySource> file =
        table.value("certificado", folder::resolve).map(path -> new KeyFile(path, llave));
    Optional<String> ficha = table.text("pkcs11_ficha");
    Optional<KeySource> token =
        table.value("pkcs11_biblioteca", folder::resolve).map(path -> new Token(path, ficha));
    Optional<KeySource> windows =
        table
            .value("windows", BuzonConfig::flag)
            .filter(isWanted -> isWanted)
            .map(isWanted -> new WindowsStore());
    List<KeySource> named = Stream.of(file, token, windows).flatMap(Optional::stream).toList();
    if (named.size() > 1) {
      problems.add("varios_origenes", table.path("certificado"));
    }
    if (llave.isPresent() && file.isEmpty()) {
      problems.add("falta", table.path("certificado"), "clave.firma.certificado");
    }
    if (ficha.isPresent() && token.isEmpty()) {
      problems.add("falta", table.path("pkcs11_biblioteca"), "clave.firma.pkcs11_biblioteca");
    }
    return named.stream().findFirst();
  }

  private static ProviderChoice provider(String written) {
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "auto" -> ProviderChoice.AUTO;
      case "jdk" -> ProviderChoice.JDK;
      case "accp" -> ProviderChoice.ACCP;
      case "conscrypt" -> ProviderChoice.CONSCRYPT;
      default -> throw new IllegalArgumentException("proveedor is unknown: " + written);
    };
  }

  private static boolean isSha1(String written) {
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "rsa-sha256" -> false;
      case "rsa-sha1" -> true;
      default -> throw new IllegalArgumentException("algoritmo is unknown: " + written);
    };
  }
}
