package uy.pfacturas.signing.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the responder and the lists of openssl, over loopback. */
class RealResponderTest {
  private static final int GOOD = 10;
  private static final int REVOKED = 11;
  private static final int COMPROMISED = 12;
  private static final int STRANGE = 13;
  private static final Clock CLOCK = Clock.systemUTC();
  private static Instant start;

  @TempDir private static Path folder;
  private static TestAuthority authority;
  private static OpenSslAuthority openssl;
  private static KeyPair key;

  private final Revocations revocations =
      new Revocations(Fetcher.http(Duration.ofSeconds(10)), CLOCK);

  @BeforeAll
  static void start() throws Exception {
    start = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);
    authority = TestAuthority.root("CN=Autoridad", start.minus(Duration.ofDays(30)));
    key = TestAuthority.newPair();
    openssl =
        OpenSslAuthority.start(
            folder,
            authority,
            List.of(
                OpenSslAuthority.good(GOOD),
                OpenSslAuthority.revoked(REVOKED, "260102030405Z", "superseded"),
                OpenSslAuthority.revoked(COMPROMISED, "260102030406Z", "keyCompromise")));
  }

  @AfterAll
  static void stop() throws Exception {
    if (openssl != null) {
      openssl.close();
    }
  }

  @Test
  void of_askedByOcsp_isAsTheResponderSays() throws Exception {
    assertThat(byOcsp(GOOD)).isInstanceOf(Revocation.Good.class);
    assertThat(byOcsp(REVOKED)).isEqualTo(revoked("2026-01-02T03:04:05Z", CRLReason.SUPERSEDED));
    assertThat(byOcsp(COMPROMISED))
        .isEqualTo(revoked("2026-01-02T03:04:06Z", CRLReason.KEY_COMPROMISE));
    assertThat(byOcsp(STRANGE))
        .isEqualTo(Revocation.Unknown.of(Doubt.NOT_KNOWN, openssl.address()));
  }

  @Test
  void of_askedByList_isAsTheListSays() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      byte[] list = openssl.list();
      server.enqueue(new MockResponse.Builder().body(new Buffer().write(list)).build());
      String address = server.url("/lista.crl").toString();

      // One fetch serves all: the server has no second answer.
      assertThat(byList(GOOD, address)).isInstanceOf(Revocation.Good.class);
      assertThat(byList(REVOKED, address))
          .isEqualTo(
              new Revocation.Revoked(
                  address, Instant.parse("2026-01-02T03:04:05Z"), CRLReason.SUPERSEDED));
      assertThat(server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void of_responderOfAnotherAuthority_isNotBelieved() throws Exception {
    TestAuthority other = TestAuthority.root("CN=Autoridad", start.minus(Duration.ofDays(30)));
    X509Certificate certificate =
        other.issue(wanted(GOOD).askedAt(List.of(openssl.address()), List.of()), key);

    assertThat(revocations.of(certificate, other.certificate()))
        .isInstanceOf(Revocation.Unknown.class);
  }

  private Revocation byOcsp(int serial) throws Exception {
    X509Certificate certificate =
        authority.issue(wanted(serial).askedAt(List.of(openssl.address()), List.of()), key);
    return revocations.of(certificate, authority.certificate());
  }

  private Revocation byList(int serial, String address) throws Exception {
    X509Certificate certificate =
        authority.issue(wanted(serial).askedAt(List.of(), List.of(address)), key);
    return revocations.of(certificate, authority.certificate());
  }

  private static TestAuthority.Wanted wanted(int serial) {
    return TestAuthority.Wanted.of("CN=Empresa", serial, start.minus(Duration.ofDays(10)));
  }

  private static Revocation revoked(String when, CRLReason reason) {
    return new Revocation.Revoked(openssl.address(), Instant.parse(when), reason);
  }
}
