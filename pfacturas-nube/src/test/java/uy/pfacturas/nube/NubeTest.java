package uy.pfacturas.nube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.company.KeySource;
import uy.pfacturas.nube.company.PasswordSource;
import uy.pfacturas.nube.testing.DemoFolder;
import uy.pfacturas.nube.testing.Rig;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.provider.ProviderChoice;

class NubeTest {
  @TempDir Path temp;

  /** Trusts this certificate, whatever the machine's date. */
  private record Only(X509Certificate certificate) implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("no clients here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      if (!chain[0].equals(certificate)) {
        throw new CertificateException("another server");
      }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }

    SSLContext context() throws GeneralSecurityException {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    }
  }

  @Test
  void start_withServerKey_speaksTls() throws Exception {
    Path keys = DemoFolder.template().config().carpeta().resolve("claves");
    KeySource key =
        new KeySource(
            keys.resolve("empresa.p12"), new PasswordSource.FromFile(keys.resolve("contrasena")));
    X509Certificate certificate =
        SigningKey.readPkcs12(
                keys.resolve("empresa.p12"), KeyPassword.read(keys.resolve("contrasena")))
            .certificate();
    NubeConfig config =
        new NubeConfig(
            "127.0.0.1",
            0,
            temp.resolve("nube"),
            temp.resolve("nube").resolve("epoca"),
            Ambiente.DEMO,
            8,
            SignatureAlgorithm.RSA_SHA256,
            ProviderChoice.JDK,
            Optional.of(key));
    try (Nube nube = Nube.start(config, Documents.clock());
        Socket socket =
            new Only(certificate)
                .context()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), nube.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /v1/salud HTTP/1.1\r\nHost: nube\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(nube.address()).hasToString("https://127.0.0.1:" + nube.port() + "/");
      assertThat(answer).startsWith("HTTP/1.1 200").contains("\"ambiente\":\"demo\"");
    }
  }

  @Test
  void start_portTaken_saysSoAndLeavesTheFolderFree() {
    try (Rig rig = new Rig(temp.resolve("one"))) {
      Path folder = temp.resolve("two");
      NubeConfig taken = NubeConfig.embedded(folder, Ambiente.DEMO).withPort(rig.nube().port());

      assertThatThrownBy(() -> Nube.start(taken, Documents.clock()))
          .isInstanceOf(NubeException.class)
          .hasMessageContaining("Libere el puerto");
      Nube.start(taken.withPort(0), Documents.clock()).close();
    }
  }
}
