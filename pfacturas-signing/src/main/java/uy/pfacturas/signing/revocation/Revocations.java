package uy.pfacturas.signing.revocation;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the authorities named in certificates whether these were revoked: by OCSP, and by the
 * authority's list where that gives no answer. Answers are kept until the authority says that there
 * are newer ones, failures for a minute. Safe for any number of threads.
 *
 * <p>Addresses are taken from the certificates: to be asked about those alone that come from
 * somebody who is trusted.
 */
public final class Revocations {
  private static final int MAX_OCSP_BYTES = 64 * 1024;
  private static final int MAX_CRL_BYTES = 32 * 1024 * 1024;
  private static final int NONCE_BYTES = 32;
  private static final Duration FAILURE = Duration.ofMinutes(1);

  private final Fetcher fetcher;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Kept<Question, Revocation> answers = new Kept<>(1000);
  private final Kept<Place, Crl> lists = new Kept<>(20);

  private record Question(X509Certificate certificate, X509Certificate issuer) {}

  /** A list is one authority's, whoever else names its address. */
  private record Place(URI address, X509Certificate issuer) {}

  /** Asks by this, at this time. */
  public Revocations(Fetcher fetcher, Clock clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /**
   * What the authority says of a certificate.
   *
   * @param issuer the certificate of its authority, which is trusted
   */
  public Revocation of(X509Certificate certificate, X509Certificate issuer) {
    Instant now = clock.instant();
    Question question = new Question(certificate, issuer);
    return answers
        .find(question, now)
        .orElseGet(
            () -> {
              Said said = ask(question, now);
              answers.keep(question, said.revocation(), said.until());
              return said.revocation();
            });
  }

  /** The first answer; where there is none, the first reason why. */
  private Said ask(Question question, Instant now) {
    Addresses addresses = Addresses.of(question.certificate());
    List<Attempt> attempts = new ArrayList<>();
    addresses.ocsp().forEach(address -> attempts.add(() -> ocsp(question, address, now)));
    addresses.crls().forEach(address -> attempts.add(() -> crl(question, address, now)));
    List<Said> failures = new ArrayList<>();
    for (Attempt attempt : attempts) {
      Said said = attempt(attempt, now);
      if (!(said.revocation() instanceof Revocation.Unknown)) {
        return said;
      }
      failures.add(said);
    }
    return failures.isEmpty()
        ? new Said(Revocation.Unknown.of(Doubt.NO_ADDRESS), now.plus(FAILURE))
        : failures.get(0);
  }

  private interface Attempt {
    Said make() throws DoubtException;
  }

  private static Said attempt(Attempt attempt, Instant now) {
    try {
      return attempt.make();
    } catch (DoubtException e) {
      return new Said(e.unknown(), now.plus(FAILURE));
    }
  }

  private Said ocsp(Question question, URI address, Instant now) throws DoubtException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    Ocsp ocsp = new Ocsp(question.certificate(), question.issuer(), nonce);
    byte[] answer;
    try {
      answer = fetcher.post(address, Ocsp.TYPE, ocsp.question(), MAX_OCSP_BYTES);
    } catch (IOException e) {
      throw unreachable(address, e);
    }
    return ocsp.read(answer, address.toString(), now);
  }

  private Said crl(Question question, URI address, Instant now) throws DoubtException {
    Place place = new Place(address, question.issuer());
    Optional<Crl> kept = lists.find(place, now);
    Crl list = kept.isPresent() ? kept.get() : fetch(place);
    Said said = list.of(question.certificate(), now);
    lists.keep(place, list, said.until());
    return said;
  }

  private Crl fetch(Place place) throws DoubtException {
    try {
      byte[] bytes = fetcher.get(place.address(), MAX_CRL_BYTES);
      return Crl.of(bytes, place.address().toString(), place.issuer());
    } catch (IOException e) {
      throw unreachable(place.address(), e);
    }
  }

  private static DoubtException unreachable(URI address, IOException e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new DoubtException(Doubt.UNREACHABLE, address.toString(), why);
  }
}
