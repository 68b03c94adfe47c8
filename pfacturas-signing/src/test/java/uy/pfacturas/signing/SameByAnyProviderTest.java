package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.provider.Cryptography;
import uy.pfacturas.signing.provider.ProviderChoice;
import uy.pfacturas.signing.provider.Providers;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** Whoever makes the RSA, and however many threads ask: the same documents and verdicts. */
class SameByAnyProviderTest {
  private static final TrustedCertificates TRUSTED =
      TrustedCertificates.of(List.of(TestKeys.AUTHORITY.certificate()));
  private static final int DOCUMENTS = 40;
  private static final int THREADS = 8;

  @ParameterizedTest
  @EnumSource(ProviderChoice.class)
  void sign_byAnyProvider_givesTheSameBytes(ProviderChoice choice) {
    SigningKey key = TestKeys.COMPANY.by(chosen(choice));

    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      for (byte[] document : documents()) {
        assertThat(new XmlSigner(key, algorithm).sign(document))
            .isEqualTo(TestKeys.signer(algorithm).sign(document));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ProviderChoice.class)
  void verify_damagedDocuments_saysWhatTheJdkSays(ProviderChoice choice) {
    XmlVerifier verifier = new XmlVerifier(TRUSTED, chosen(choice));
    String signed =
        new String(
            TestKeys.signer(SignatureAlgorithm.RSA_SHA256).sign(documents().get(0)).bytes(),
            StandardCharsets.UTF_8);
    Mutations mutations = new Mutations(signed, 11);
    Stream<String> all =
        Stream.concat(
            Stream.of(signed, signed.replaceFirst("(<SignatureValue>..)(.)(.)", "$1$3$2")),
            Stream.generate(mutations::damage).limit(200));

    assertThat(all.map(xml -> xml.getBytes(StandardCharsets.UTF_8)))
        .allSatisfy(
            xml -> assertThat(verifier.verify(xml)).isEqualTo(TestKeys.verifier().verify(xml)))
        .anyMatch(xml -> verifier.verify(xml).isValid());
  }

  @ParameterizedTest
  @EnumSource(ProviderChoice.class)
  void signAndVerify_byManyThreads_areAsByOne(ProviderChoice choice) throws Exception {
    Cryptography cryptography = chosen(choice);
    XmlSigner signer =
        new XmlSigner(TestKeys.COMPANY.by(cryptography), SignatureAlgorithm.RSA_SHA256);
    XmlVerifier verifier = new XmlVerifier(TRUSTED, cryptography);
    List<byte[]> documents = documents();
    List<SignedXml> byOne =
        documents.stream().map(TestKeys.signer(SignatureAlgorithm.RSA_SHA256)::sign).toList();
    Callable<List<SignedXml>> work =
        () -> {
          List<SignedXml> signed = documents.stream().map(signer::sign).toList();
          return signed.stream().filter(s -> verifier.verify(s.bytes()).isValid()).toList();
        };
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<List<SignedXml>> answer : threads.invokeAll(Collections.nCopies(24, work))) {
        assertThat(answer.get()).isEqualTo(byOne);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static Cryptography chosen(ProviderChoice choice) {
    Cryptography chosen = new Providers().choose(choice, notice -> {});
    Required.orSkip(
        choice == ProviderChoice.JDK || chosen.provider().isPresent(),
        "the native library does not work on this machine");
    return chosen;
  }

  private static List<byte[]> documents() {
    List<byte[]> documents = new ArrayList<>();
    for (int n = 0; n < DOCUMENTS; n++) {
      String items = ("<a:Item n=\"" + n + "\">Ñandú &amp; Cía\n</a:Item>").repeat(n + 1);
      documents.add(
          ("<a:CFE xmlns:a=\"http://cfe.dgi.gub.uy\">" + items + "</a:CFE>")
              .getBytes(StandardCharsets.UTF_8));
    }
    return documents;
  }
}
