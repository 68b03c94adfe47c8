package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.revocation.Fetcher;
import uy.pfacturas.signing.revocation.Revocations;
import uy.pfacturas.signing.revocation.TestAuthority;
import uy.pfacturas.signing.revocation.TestResponder;
import uy.pfacturas.signing.trust.Answer;
import uy.pfacturas.signing.trust.Aspect;
import uy.pfacturas.signing.trust.Check;
import uy.pfacturas.signing.trust.Expected;
import uy.pfacturas.signing.trust.Finding;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** What is asked of a signer, one thing at a time: all else is in order. */
class InspectorTest {
  private static final Instant ISSUED = Instant.parse("2024-01-10T12:00:00Z");
  private static final Instant SIGNED = Instant.parse("2024-02-10T12:00:00Z");

  /** Long after the certificate expired. */
  private static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");

  private static final String RUC = "219999830019";
  private static final TestAuthority.Wanted WANTED =
      TestAuthority.Wanted.of("CN=Empresa,SERIALNUMBER=RUC" + RUC, 10, ISSUED)
          .askedAt(List.of("http://127.0.0.1/ocsp"), List.of());

  private static TestAuthority authority;
  private static KeyPair key;

  @BeforeAll
  static void makeKeys() throws Exception {
    authority = TestAuthority.root("CN=Autoridad", ISSUED.minus(Duration.ofDays(30)));
    key = TestAuthority.newPair();
  }

  @Test
  void inspect_allInOrder_answersYesToEverything() throws Exception {
    Clock then = Clock.fixed(SIGNED.plusSeconds(60), ZoneOffset.UTC);
    TestResponder responder = new TestResponder(authority, then.instant());
    Inspector inspector = inspector(authority.certificate(), responder, then);

    Inspection found = inspector.inspect(signed(WANTED), expected());

    assertThat(found.answer()).isEqualTo(Answer.YES);
    assertThat(found.checks().stream().map(Check::aspect))
        .containsExactly(
            Aspect.SIGNATURE,
            Aspect.ALGORITHM,
            Aspect.CHAIN,
            Aspect.VALIDITY,
            Aspect.KEY_USAGE,
            Aspect.RUC,
            Aspect.REVOCATION);
    assertThat(found.checks()).allSatisfy(InspectorTest::saysSomething);
  }

  private static void saysSomething(Check check) {
    for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
      assertThat(check.sentence(locale)).isNotBlank().doesNotContain("{");
      assertThat(check.remedy(locale).isEmpty()).isEqualTo(check.answer() == Answer.YES);
    }
  }

  /** The certificate expired since: that of the time of signing is judged. */
  @Test
  void inspect_longAfter_isInOrderAsItWas() throws Exception {
    Inspection found = offline().inspect(signed(WANTED), expected());

    assertThat(code(found, Aspect.VALIDITY)).isEqualTo(Finding.IN_FORCE.code());
    assertThat(code(found, Aspect.CHAIN)).isEqualTo(Finding.TRUSTED.code());
    assertThat(code(found, Aspect.REVOCATION)).isEqualTo(Finding.OFFLINE.code());
    assertThat(found.answer()).isEqualTo(Answer.NOT_CHECKED);
  }

  @Test
  void inspect_signedBeforeOrAfterTheCertificateWasInForce_isNo() throws Exception {
    for (Instant moment : List.of(ISSUED.minusSeconds(1), ISSUED.plus(Duration.ofDays(101)), NOW)) {
      Inspection found = offline().inspect(signed(WANTED), expected(RUC, Optional.of(moment)));

      assertThat(code(found, Aspect.VALIDITY)).isEqualTo(Finding.NOT_IN_FORCE.code());
      assertThat(found.answer()).isEqualTo(Answer.NO);
    }
  }

  /** The authority in between expired before the signature: it vouched for nobody any more. */
  @Test
  void inspect_authorityNotInForceAtSigning_isUntrusted() throws Exception {
    TestAuthority between =
        authority.below(
            TestAuthority.Wanted.of("CN=Intermedia", 5, ISSUED.minusSeconds(60))
                .lasting(Duration.ofDays(20)));
    KeyPair own = TestAuthority.newPair();
    byte[] xml = signed(SigningKey.of(own.getPrivate(), between.issue(WANTED, own)));
    Inspector inspector =
        new Inspector(
            TrustedCertificates.of(List.of(authority.certificate()))
                .withKnown(List.of(between.certificate())),
            Optional.empty());
    Optional<Instant> early = Optional.of(ISSUED.plus(Duration.ofDays(1)));

    assertThat(code(inspector.inspect(xml, expected()), Aspect.CHAIN))
        .isEqualTo(Finding.UNTRUSTED.code());
    assertThat(code(inspector.inspect(xml, expected(RUC, early)), Aspect.CHAIN))
        .isEqualTo(Finding.TRUSTED.code());
    assertThat(code(inspector.inspect(xml, expected()), Aspect.CHAIN))
        .isEqualTo(Finding.UNTRUSTED.code());
  }

  @Test
  void inspect_momentNotSaid_isNotChecked() throws Exception {
    Inspection found = offline().inspect(signed(WANTED), expected(RUC, Optional.empty()));

    assertThat(code(found, Aspect.VALIDITY)).isEqualTo(Finding.TIME_NOT_SAID.code());
  }

  @Test
  void inspect_rucs_areCompared() throws Exception {
    String other = "210000000017";
    byte[] xml = signed(WANTED);
    byte[] without = signed(TestAuthority.Wanted.of("CN=Empresa", 11, ISSUED));
    Optional<Instant> moment = Optional.of(SIGNED);

    assertThat(code(offline().inspect(xml, expected(RUC, moment)), Aspect.RUC))
        .isEqualTo(Finding.RUC_SAME.code());
    assertThat(code(offline().inspect(xml, expected(other, moment)), Aspect.RUC))
        .isEqualTo(Finding.RUC_OTHER.code());
    assertThat(code(offline().inspect(without, expected(RUC, moment)), Aspect.RUC))
        .isEqualTo(Finding.RUC_ABSENT.code());
    assertThat(code(offline().inspect(xml, Expected.nothing()), Aspect.RUC))
        .isEqualTo(Finding.RUC_NOT_SAID.code());
  }

  @Test
  void inspect_keyUsage_mustBeForSigning() throws Exception {
    assertThat(usage(KeyUsage.nonRepudiation)).isEqualTo(Finding.FOR_SIGNING.code());
    assertThat(usage(KeyUsage.keyEncipherment)).isEqualTo(Finding.NOT_FOR_SIGNING.code());
  }

  private static String usage(int usage) throws Exception {
    return code(offline().inspect(signed(WANTED.usage(usage)), expected()), Aspect.KEY_USAGE);
  }

  @Test
  void inspect_anotherThanTheAnnouncedCertificate_isNo() throws Exception {
    X509Certificate own = authority.issue(WANTED, key);
    X509Certificate other = authority.issue(TestAuthority.Wanted.of("CN=Empresa", 12, ISSUED), key);
    byte[] xml = signed(SigningKey.of(key.getPrivate(), own));

    assertThat(code(offline().inspect(xml, announced(own)), Aspect.CERTIFICATE))
        .isEqualTo(Finding.ANNOUNCED.code());
    // The same key even, but another certificate.
    assertThat(code(offline().inspect(xml, announced(other)), Aspect.CERTIFICATE))
        .isEqualTo(Finding.NOT_ANNOUNCED.code());
  }

  private static Expected announced(X509Certificate certificate) {
    return new Expected(Optional.of(RUC), Optional.of(SIGNED), Optional.of(certificate));
  }

  @Test
  void inspect_revoked_isToldByTheTimeOfSigning() throws Exception {
    int superseded = CRLReason.superseded;

    assertThat(revoked(SIGNED.minusSeconds(1), superseded)).isEqualTo(Finding.REVOKED_BEFORE);
    assertThat(revoked(SIGNED, superseded)).isEqualTo(Finding.REVOKED_BEFORE);
    assertThat(revoked(SIGNED.plusSeconds(1), superseded)).isEqualTo(Finding.REVOKED_AFTER);
    assertThat(revoked(SIGNED.plusSeconds(1), CRLReason.keyCompromise))
        .isEqualTo(Finding.COMPROMISED_AFTER);
  }

  private static Finding revoked(Instant when, int reason) throws Exception {
    Clock now = Clock.fixed(NOW, ZoneOffset.UTC);
    TestResponder responder = new TestResponder(authority, NOW).revoking(when, reason);
    Inspection found =
        inspector(authority.certificate(), responder, now).inspect(signed(WANTED), expected());
    assertThat(found.checks()).allSatisfy(InspectorTest::saysSomething);
    String code = code(found, Aspect.REVOCATION);
    return List.of(Finding.values()).stream().filter(f -> f.code().equals(code)).findFirst().get();
  }

  /** Whoever vouched was taken back before the signature; the signer himself never was. */
  @Test
  void inspect_authorityInBetweenRevoked_isNo() throws Exception {
    TestAuthority between =
        authority.below(
            TestAuthority.Wanted.of("CN=Intermedia", 5, ISSUED.minusSeconds(60))
                .lasting(Duration.ofDays(200))
                .askedAt(List.of("http://raiz.test"), List.of()));
    KeyPair own = TestAuthority.newPair();
    X509Certificate signer =
        between.issue(WANTED.askedAt(List.of("http://intermedia.test"), List.of()), own);
    TestResponder root =
        new TestResponder(authority, NOW).revoking(SIGNED.minusSeconds(1), CRLReason.superseded);
    TestResponder good = new TestResponder(between, NOW);
    Fetcher both = new ByHost(Map.of("raiz.test", root, "intermedia.test", good));
    Inspector inspector =
        new Inspector(
            TrustedCertificates.of(List.of(authority.certificate()))
                .withKnown(List.of(between.certificate())),
            Optional.of(new Revocations(both, Clock.fixed(NOW, ZoneOffset.UTC))));

    Inspection found =
        inspector.inspect(signed(SigningKey.of(own.getPrivate(), signer)), expected());

    assertThat(code(found, Aspect.REVOCATION)).isEqualTo(Finding.REVOKED_BEFORE.code());
    assertThat(good.questions()).isOne();
  }

  /** Each authority where its certificates say that it is. */
  private record ByHost(Map<String, TestResponder> responders) implements Fetcher {
    @Override
    public byte[] post(URI address, String type, byte[] body, int maxBytes) throws IOException {
      return Objects.requireNonNull(responders.get(address.getHost()))
          .post(address, type, body, maxBytes);
    }

    @Override
    public byte[] get(URI address, int maxBytes) throws IOException {
      return Objects.requireNonNull(responders.get(address.getHost())).get(address, maxBytes);
    }
  }

  @Test
  void inspect_strangers_areAskedNothing() throws Exception {
    TestAuthority stranger = TestAuthority.root("CN=Otra", ISSUED);
    TestResponder responder = new TestResponder(authority, NOW);
    Clock now = Clock.fixed(NOW, ZoneOffset.UTC);
    byte[] xml = signed(WANTED);

    Inspection found = inspector(stranger.certificate(), responder, now).inspect(xml, expected());

    assertThat(code(found, Aspect.CHAIN)).isEqualTo(Finding.UNTRUSTED.code());
    assertThat(code(found, Aspect.REVOCATION)).isEqualTo(Finding.NOT_ASKED.code());
    assertThat(responder.questions()).isZero();
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void inspect_eitherAlgorithm_isSaid(SignatureAlgorithm algorithm) throws Exception {
    SigningKey own = SigningKey.of(key.getPrivate(), authority.issue(WANTED, key));
    byte[] xml = new XmlSigner(own, algorithm).sign(utf8("<a/>")).bytes();

    Inspection found = offline().inspect(xml, expected());
    assertThat(found.checks().get(1).data()).containsExactly(algorithm.hash(), "2048");
  }

  @Test
  void inspect_changedDocument_saysThatAlone() throws Exception {
    byte[] xml = utf8(new String(signed(WANTED), StandardCharsets.UTF_8).replace("<a>", "<a>1"));

    Inspection found = offline().inspect(xml, expected());
    assertThat(found.answer()).isEqualTo(Answer.NO);
    assertThat(found.checks())
        .containsExactly(Check.of(Aspect.SIGNATURE, Answer.NO, Defect.DIGEST_MISMATCH.code(), ""));
  }

  private static Inspector offline() {
    return new Inspector(
        TrustedCertificates.of(List.of(authority.certificate())), Optional.empty());
  }

  private static Inspector inspector(X509Certificate trusted, TestResponder responder, Clock now) {
    return new Inspector(
        TrustedCertificates.of(List.of(trusted)), Optional.of(new Revocations(responder, now)));
  }

  private static Expected expected() {
    return expected(RUC, Optional.of(SIGNED));
  }

  private static Expected expected(String ruc, Optional<Instant> moment) {
    return new Expected(Optional.of(ruc), moment, Optional.empty());
  }

  private static String code(Inspection found, Aspect aspect) {
    return found.checks().stream()
        .filter(check -> check.aspect() == aspect)
        .map(Check::code)
        .findFirst()
        .orElseThrow();
  }

  private static byte[] signed(TestAuthority.Wanted wanted) throws Exception {
    return signed(SigningKey.of(key.getPrivate(), authority.issue(wanted, key)));
  }

  private static byte[] signed(SigningKey own) {
    return new XmlSigner(own, SignatureAlgorithm.RSA_SHA256).sign(utf8("<a>x</a>")).bytes();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
