package uy.pfacturas.signing.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers that are not to be believed, and those that are kept. */
class RevocationsTest {
  static final int SERIAL = 10;

  private static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");
  private static final String OCSP = "http://127.0.0.1/ocsp";
  private static final String LIST = "http://127.0.0.1/lista.crl";
  private static TestAuthority authority;
  private static TestAuthority other;
  private static KeyPair key;

  private final PassingClock clock = new PassingClock();

  @BeforeAll
  static void makeKeys() throws Exception {
    authority = TestAuthority.root("CN=Autoridad", NOW.minus(Duration.ofDays(30)));
    other = TestAuthority.root("CN=Otra", NOW.minus(Duration.ofDays(30)));
    key = TestAuthority.newPair();
  }

  @Test
  void of_goodAnswer_isGoodAndKeptUntilTheNext() throws Exception {
    TestResponder responder = new TestResponder(authority, NOW);
    Revocations revocations = new Revocations(responder, clock);
    X509Certificate certificate = byOcsp();

    assertThat(revocations.of(certificate, authority.certificate()))
        .isEqualTo(new Revocation.Good(OCSP, NOW));
    clock.pass(Duration.ofMinutes(59));
    assertThat(revocations.of(certificate, authority.certificate()))
        .isEqualTo(new Revocation.Good(OCSP, NOW));
    assertThat(responder.questions()).isEqualTo(1);
    clock.pass(Duration.ofMinutes(2));
    responder.revoking(NOW, org.bouncycastle.asn1.x509.CRLReason.superseded).asOf(clock.instant());
    assertThat(revocations.of(certificate, authority.certificate()))
        .isEqualTo(new Revocation.Revoked(OCSP, NOW, CRLReason.SUPERSEDED));
    assertThat(responder.questions()).isEqualTo(2);
  }

  @Test
  void of_answerSignedByAnother_isNotBelieved() throws Exception {
    TestResponder responder = new TestResponder(authority, other.pair().getPrivate(), NOW);

    assertThat(doubt(responder, byOcsp())).isEqualTo(Doubt.NOT_SIGNED);
    assertThat(doubt(responder, byList())).isEqualTo(Doubt.NOT_SIGNED);
    assertThat(doubt(responder.bringing(other.certificate()), byOcsp()))
        .isEqualTo(Doubt.NOT_SIGNED);
  }

  @Test
  void of_answerByADelegate_isBelievedIfTheAuthorityMadeHimThat() throws Exception {
    KeyPair delegate = TestAuthority.newPair();
    TestAuthority.Wanted wanted = TestAuthority.Wanted.of("CN=Responde", 20, NOW);
    TestResponder responder = new TestResponder(authority, delegate.getPrivate(), NOW);

    responder.bringing(authority.issue(wanted.responder(), delegate));
    assertThat(ask(responder, byOcsp())).isInstanceOf(Revocation.Good.class);
    // A company of the same authority is no responder, nor one of another authority.
    responder.bringing(authority.issue(wanted, delegate));
    assertThat(doubt(responder, byOcsp())).isEqualTo(Doubt.NOT_SIGNED);
    responder.bringing(other.issue(wanted.responder(), delegate));
    assertThat(doubt(responder, byOcsp())).isEqualTo(Doubt.NOT_SIGNED);
    responder.bringing(
        authority.issue(
            TestAuthority.Wanted.of("CN=Responde", 21, NOW.minus(Duration.ofDays(9)))
                .responder()
                .lasting(Duration.ofDays(1)),
            delegate));
    assertThat(doubt(responder, byOcsp())).isEqualTo(Doubt.NOT_SIGNED);
  }

  @Test
  void of_answerAboutAnother_isNotBelieved() throws Exception {
    assertThat(doubt(new TestResponder(authority, NOW).aboutAnother(), byOcsp()))
        .isEqualTo(Doubt.OTHER);
    assertThat(doubt(new TestResponder(other, authority.pair().getPrivate(), NOW), byList()))
        .isEqualTo(Doubt.OTHER);
  }

  @Test
  void of_answerToAnotherQuestion_isNotBelieved() throws Exception {
    TestResponder responder = new TestResponder(authority, NOW).withNonce(new byte[] {4, 1, 7});

    assertThat(doubt(responder, byOcsp())).isEqualTo(Doubt.REPLAYED);
  }

  @Test
  void of_answerOfAnotherTime_isNotBelieved() throws Exception {
    for (X509Certificate certificate : List.of(byOcsp(), byList())) {
      TestResponder stale = new TestResponder(authority, NOW).asOf(NOW.minusSeconds(3600 + 301));
      assertThat(doubt(stale, certificate)).isEqualTo(Doubt.STALE);
      TestResponder future = new TestResponder(authority, NOW).asOf(NOW.plusSeconds(301));
      assertThat(doubt(future, certificate)).isEqualTo(Doubt.FUTURE);
      TestResponder nearly = new TestResponder(authority, NOW).asOf(NOW.plusSeconds(299));
      assertThat(ask(nearly, certificate)).isInstanceOf(Revocation.Good.class);
    }
  }

  @Test
  void of_bytesThatAreNoAnswer_isNotKnown() throws Exception {
    byte[] garbage = "<html>503</html>".getBytes(StandardCharsets.UTF_8);
    byte[] later = new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded();

    assertThat(doubt(new TestResponder(authority, NOW).raw(garbage), byOcsp()))
        .isEqualTo(Doubt.MALFORMED);
    assertThat(doubt(new TestResponder(authority, NOW).raw(garbage), byList()))
        .isEqualTo(Doubt.MALFORMED);
    assertThat(doubt(new TestResponder(authority, NOW).raw(new byte[0]), byOcsp()))
        .isEqualTo(Doubt.MALFORMED);
    assertThat(doubt(new TestResponder(authority, NOW).raw(later), byOcsp()))
        .isEqualTo(Doubt.REFUSED);
  }

  @Test
  void of_listOfSomeCertificates_isNotTakenForTheOthers() throws Exception {
    var scope = new IssuingDistributionPoint(null, false, true, null, false, false);
    Extension authorities = extension(Extension.issuingDistributionPoint, true, scope);
    Extension delta = extension(Extension.deltaCRLIndicator, true, new ASN1Integer(1));
    Extension strange = extension(new ASN1ObjectIdentifier("1.2.3.4"), true, new ASN1Integer(1));
    for (Extension extension : List.of(authorities, delta, strange)) {
      TestResponder responder = new TestResponder(authority, NOW).with(extension);
      assertThat(doubt(responder, byList())).isEqualTo(Doubt.OTHER);
    }
    var users = new IssuingDistributionPoint(null, true, false, null, false, false);
    TestResponder ofUsers =
        new TestResponder(authority, NOW)
            .with(extension(Extension.issuingDistributionPoint, true, users));
    assertThat(ask(ofUsers, byList())).isInstanceOf(Revocation.Good.class);
  }

  @Test
  void of_expiredCertificate_isGoodOnlyWhereTheAuthorityKeepsThem() throws Exception {
    TestAuthority.Wanted expired =
        TestAuthority.Wanted.of("CN=Empresa", SERIAL, NOW.minus(Duration.ofDays(20)))
            .lasting(Duration.ofDays(10));
    X509Certificate certificate = authority.issue(expired.askedAt(List.of(OCSP), List.of()), key);
    Instant since = NOW.minus(Duration.ofDays(15));
    Extension kept =
        extension(
            OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff,
            false,
            new ASN1GeneralizedTime(Date.from(since)));

    assertThat(doubt(new TestResponder(authority, NOW), certificate)).isEqualTo(Doubt.EXPIRED);
    assertThat(ask(new TestResponder(authority, NOW).with(kept), certificate))
        .isInstanceOf(Revocation.Good.class);
    assertThat(
            ask(
                new TestResponder(authority, NOW)
                    .revoking(since, org.bouncycastle.asn1.x509.CRLReason.keyCompromise),
                certificate))
        .isInstanceOf(Revocation.Revoked.class);
  }

  @Test
  void of_noAnswer_triesTheListAndTellsTheFirstFailure() throws Exception {
    X509Certificate both = authority.issue(wanted().askedAt(List.of(OCSP), List.of(LIST)), key);
    TestResponder lists = new TestResponder(authority, NOW);
    Fetcher noOcsp =
        new Fetcher() {
          @Override
          public byte[] get(URI address, int maxBytes) throws IOException {
            return lists.get(address, maxBytes);
          }

          @Override
          public byte[] post(URI address, String type, byte[] body, int maxBytes)
              throws IOException {
            throw new IOException("HTTP 503");
          }
        };

    assertThat(ask(noOcsp, both)).isEqualTo(new Revocation.Good(LIST, NOW));
    lists.raw(new byte[0]);
    assertThat(ask(noOcsp, both))
        .isEqualTo(Revocation.Unknown.of(Doubt.UNREACHABLE, OCSP, "HTTP 503"));
  }

  @Test
  void of_failure_isKeptForAMinute() throws Exception {
    TestResponder responder = new TestResponder(authority, NOW).raw(new byte[0]);
    Revocations revocations = new Revocations(responder, clock);
    X509Certificate certificate = byOcsp();

    revocations.of(certificate, authority.certificate());
    revocations.of(certificate, authority.certificate());
    assertThat(responder.questions()).isEqualTo(1);
    clock.pass(Duration.ofSeconds(61));
    revocations.of(certificate, authority.certificate());
    assertThat(responder.questions()).isEqualTo(2);
  }

  @Test
  void of_certificateWithoutWebAddress_asksNobody() throws Exception {
    TestResponder responder = new TestResponder(authority, NOW);

    assertThat(doubt(responder, authority.issue(wanted(), key))).isEqualTo(Doubt.NO_ADDRESS);
    List<String> others = List.of("ldap://127.0.0.1/x", "file:///etc/passwd", "ftp://127.0.0.1/x");
    assertThat(doubt(responder, authority.issue(wanted().askedAt(others, others), key)))
        .isEqualTo(Doubt.NO_ADDRESS);
    assertThat(responder.questions()).isZero();
  }

  @Test
  void of_listOfAnAuthorityThatMayNotSignThem_isNotBelieved() throws Exception {
    TestAuthority.Wanted wanted =
        TestAuthority.Wanted.of("CN=Sin listas", 30, NOW.minus(Duration.ofDays(20)));
    KeyPair pair = TestAuthority.newPair();
    TestAuthority.Wanted bare = wanted.authority().usage(KeyUsage.keyCertSign);
    TestAuthority below = new TestAuthority(authority.issue(bare, pair), pair);
    X509Certificate certificate = below.issue(wanted().askedAt(List.of(), List.of(LIST)), key);

    Revocation found =
        new Revocations(new TestResponder(below, NOW), clock).of(certificate, below.certificate());
    assertThat(found).isEqualTo(Revocation.Unknown.of(Doubt.NOT_SIGNED, LIST));
  }

  private static Extension extension(
      ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) throws IOException {
    return new Extension(oid, critical, value.toASN1Primitive().getEncoded());
  }

  private static TestAuthority.Wanted wanted() {
    return TestAuthority.Wanted.of("CN=Empresa", SERIAL, NOW.minus(Duration.ofDays(10)));
  }

  private static X509Certificate byOcsp() throws Exception {
    return authority.issue(wanted().askedAt(List.of(OCSP), List.of()), key);
  }

  private static X509Certificate byList() throws Exception {
    return authority.issue(wanted().askedAt(List.of(), List.of(LIST)), key);
  }

  private Revocation ask(Fetcher fetcher, X509Certificate certificate) {
    return new Revocations(fetcher, clock).of(certificate, authority.certificate());
  }

  private Doubt doubt(Fetcher fetcher, X509Certificate certificate) {
    return ((Revocation.Unknown) ask(fetcher, certificate)).doubt();
  }

  private static final class PassingClock extends Clock {
    private Instant now = NOW;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
