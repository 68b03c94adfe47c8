package uy.pfacturas.nube.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.nube.testing.Rig;
import uy.pfacturas.signing.XmlVerifier;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** The algorithm of the configuration is that of the documents. */
class AlgorithmTest {
  @TempDir Path temp;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = new Rig(temp.resolve("nube"));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void sign_byTheConfiguredAlgorithm_isSignedByItAndHasItsHash(SignatureAlgorithm algorithm) {
    rig.restart(algorithm);

    DocumentoFirmado signed = rig.firm("E1/1", "E1", rig.block("E1", "s1", 10), 0);

    assertThat(signed.hash()).hasSize(algorithm == SignatureAlgorithm.RSA_SHA1 ? 28 : 44);
    assertThat(
            new XmlVerifier(TrustedCertificates.none())
                .verify(signed.xml().orElseThrow().getBytes(StandardCharsets.UTF_8))
                .valid()
                .orElseThrow()
                .algorithm())
        .isEqualTo(algorithm);
  }
}
