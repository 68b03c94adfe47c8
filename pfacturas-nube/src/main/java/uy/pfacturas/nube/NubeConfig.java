package uy.pfacturas.nube;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.nube.company.KeySource;
import uy.pfacturas.nube.store.Store;
import uy.pfacturas.nube.trust.CertificateFolder;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.provider.ProviderChoice;

/**
 * How one cloud runs.
 *
 * <p>The data folder holds {@code nube.db} (the ledger), {@code confianza/cae/*.pem} (certificates
 * with which DGI signs CAEs) and {@code confianza/firma/*.pem} (authorities that give companies
 * their certificates). One process may have it open.
 *
 * @param host name or address to listen on; without TLS only loopback
 * @param port 1 to 65535; 0 for any free one
 * @param carpeta the data folder; created when absent
 * @param marca the mark of the ledger: what it has given, never part of a backup of it; best on
 *     another disk, {@code epoca} in the data folder by default
 * @param ambiente the world in which it issues; a folder made in another is refused
 * @param hilos threads that serve requests, 3 to 256; 8 fit a cloud inside a synchronizer
 * @param firma algorithm of the documents' signatures
 * @param proveedor who makes the RSA of the signatures
 * @param tls the server's own key; empty for plain HTTP
 */
public record NubeConfig(
    String host,
    int port,
    Path carpeta,
    Path marca,
    Ambiente ambiente,
    int hilos,
    SignatureAlgorithm firma,
    ProviderChoice proveedor,
    Optional<KeySource> tls) {
  /**
   * @throws NubeException if plain HTTP is asked for on an address that is not loopback
   * @throws IllegalArgumentException if port or threads are out of range
   */
  public NubeConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is out of range: " + port);
    }
    if (hilos < 3 || hilos > 256) {
      throw new IllegalArgumentException("hilos is out of range: " + hilos);
    }
    if (tls.isEmpty() && !isLoopback(host)) {
      throw new NubeException(
          "La nube solo atiende sin TLS en esta misma máquina, y se le pidió escuchar en "
              + host
              + ". Configure un certificado de servidor o use 127.0.0.1.");
    }
  }

  /** Folder of the certificates with which DGI signs CAEs: {@code *.pem}, {@code *.crt}. */
  public Path confianzaCae() {
    return confianzaCae(carpeta);
  }

  /**
   * Folder of the authorities whose certificates companies sign with, for documents that stations
   * signed: {@code *.pem}, {@code *.crt}, {@code *.cer}.
   */
  public CertificateFolder confianzaFirma() {
    return confianzaFirma(carpeta);
  }

  /** The same for a data folder. */
  public static CertificateFolder confianzaFirma(Path carpeta) {
    return new CertificateFolder(carpeta.resolve("confianza").resolve("firma"));
  }

  /** The same for a data folder. */
  public static Path confianzaCae(Path carpeta) {
    return carpeta.resolve("confianza").resolve("cae");
  }

  /** Embedded: plain HTTP on loopback, any free port, eight threads. */
  public static NubeConfig embedded(Path carpeta, Ambiente ambiente) {
    return new NubeConfig(
        "127.0.0.1",
        0,
        carpeta,
        Store.mark(carpeta),
        ambiente,
        8,
        SignatureAlgorithm.RSA_SHA256,
        ProviderChoice.AUTO,
        Optional.empty());
  }

  /** The same on another port; 0 for any free one. */
  public NubeConfig withPort(int newPort) {
    return new NubeConfig(host, newPort, carpeta, marca, ambiente, hilos, firma, proveedor, tls);
  }

  /** The same with another provider of cryptography. */
  public NubeConfig withProveedor(ProviderChoice newProveedor) {
    return new NubeConfig(host, port, carpeta, marca, ambiente, hilos, firma, newProveedor, tls);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new NubeException("No se conoce la dirección " + host + ". Corrija host.", e);
    }
  }
}
