package uy.pfacturas.cli.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.provider.ProviderChoice;

/**
 * Signing and verifying on this machine, table {@code [firma]}.
 *
 * @param certificado PKCS#12 with the company's key; empty where nothing is signed here
 * @param clave where its password is; empty where nothing is signed here
 * @param sha1 whether signatures are made with RSA-SHA1 instead of RSA-SHA256
 * @param proveedor who makes the RSA
 * @param confianza certificates of authorities that are trusted, PEM
 */
public record FirmaConfig(
    Optional<Path> certificado,
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
    Optional<Path> certificado = table.value("certificado", folder::resolve);
    Optional<SecretSource> clave =
        certificado.isPresent() ? SecretSource.read(table, folder, problems) : Optional.empty();
    boolean sha1 = table.value("algoritmo", FirmaConfig::isSha1).orElse(false);
    ProviderChoice proveedor =
        table.value("proveedor", FirmaConfig::provider).orElse(ProviderChoice.AUTO);
    List<Path> confianza = table.texts("confianza").stream().map(folder::resolve).toList();
    return new FirmaConfig(certificado, clave, sha1, proveedor, confianza);
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
