package uy.pfacturas.nube.trust;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.signing.trust.TrustedCertificates;

/**
 * A folder with certificates.
 *
 * @param folder need not exist
 */
public record CertificateFolder(Path folder) {
  /**
   * The certificates in its files {@code *.pem}, {@code *.crt} and {@code *.cer}, read now; empty
   * where there is no folder.
   *
   * @throws NubeException if it cannot be read
   * @throws uy.pfacturas.signing.certificate.CertificateFileException if one of the files holds no
   *     certificate
   */
  public List<X509Certificate> read() {
    List<X509Certificate> certificates = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{pem,crt,cer}")) {
        files.forEach(file -> certificates.addAll(TrustedCertificates.read(file)));
      } catch (IOException e) {
        throw new NubeException("No se puede leer la carpeta " + folder + ". Revise permisos.", e);
      }
    }
    return certificates;
  }
}
