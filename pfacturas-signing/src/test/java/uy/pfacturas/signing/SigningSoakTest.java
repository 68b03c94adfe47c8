package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** What signing costs beside the bare RSA of the machine. */
@Tag("soak")
class SigningSoakTest {
  private static final int WARM_UP = 2_000;
  private static final int ROUNDS = 3_000;
  private static final byte[] DOCUMENT = document();

  @Test
  void signAndVerify_besideRsa_costLittle() {
    XmlSigner signer = TestKeys.signer(SignatureAlgorithm.RSA_SHA256);
    XmlVerifier verifier = new XmlVerifier(TrustedCertificates.none());
    XmlVerifier trusting = TestKeys.verifier();
    byte[] signed = signer.sign(DOCUMENT).bytes();
    byte[] signedInfo = new byte[600];

    double[] millis =
        medians(
            () -> TestKeys.COMPANY.sign(signedInfo, SignatureAlgorithm.RSA_SHA256),
            () -> signer.sign(DOCUMENT),
            () -> verifier.verify(signed),
            () -> trusting.verify(signed));

    report("document of %d bytes", DOCUMENT.length);
    report("bare RSA: %.3f ms", millis[0]);
    report("sign: %.3f ms, so %.3f ms over RSA", millis[1], millis[1] - millis[0]);
    report("verify: %.3f ms; with trust: %.3f ms", millis[2], millis[3]);
    assertThat(millis[1] - millis[0]).isLessThan(0.3);
  }

  /** The acts take turns, so that whatever else the machine does falls on all of them. */
  private static double[] medians(Runnable... acts) {
    long[][] nanos = new long[acts.length][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int act = 0; act < acts.length; act++) {
        long start = System.nanoTime();
        acts[act].run();
        nanos[act][Math.max(round, 0)] = System.nanoTime() - start;
      }
    }
    return Arrays.stream(nanos).mapToDouble(all -> median(all) / 1e6).toArray();
  }

  private static long median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }

  private static void report(String line, Object... figures) {
    System.getLogger("soak")
        .log(System.Logger.Level.INFO, String.format(Locale.ROOT, line, figures));
  }

  /** About the size of an invoice of ten lines. */
  private static byte[] document() {
    String item =
        "<Item><NroLinDet>1</NroLinDet><IndFact>3</IndFact><NomItem>Yerba mate Ñandú 1 kg</NomItem>"
            + "<Cantidad>2.000</Cantidad><UniMed>N/A</UniMed><PrecioUnitario>199.50</PrecioUnitario>"
            + "<MontoItem>399.00</MontoItem></Item>";
    return ("<CFE xmlns=\"http://cfe.dgi.gub.uy\" version=\"1.0\"><eTck><Detalle>"
            + item.repeat(15)
            + "</Detalle></eTck></CFE>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
