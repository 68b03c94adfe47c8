package uy.pfacturas.signing.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uy.pfacturas.signing.algorithm.SignatureFailedException;

/**
 * Finds the chain from a signer to somebody who is trusted: names, signatures, dates, basic
 * constraints and key usage of the authorities by PKIX (RFC 5280, 6). Revocation is not asked for
 * here. Safe for any number of threads; what was found is kept, for the same signers come again.
 */
public final class Chains {
  private static final int MAX_KEPT = 1000;

  private final TrustedCertificates trusted;
  private final Map<Question, Found> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Found> eldest) {
          return size() > MAX_KEPT;
        }
      };

  private record Question(X509Certificate signer, List<X509Certificate> links) {}

  /** What was found, at which moment. */
  private record Found(Optional<Chain> chain, Instant moment) {
    boolean answers(Instant other) {
      return other.equals(moment) || chain.filter(c -> c.wasInForce(other)).isPresent();
    }
  }

  /** Chains to these. */
  public Chains(TrustedCertificates trusted) {
    this.trusted = trusted;
  }

  /**
   * Whether a signer is vouched for. The chain is judged at the moment when the signer's
   * certificate began to be in force: documents outlive certificates.
   *
   * @param links certificates that may link the signer to an authority, not trusted for that
   */
  public Trust of(X509Certificate signer, List<X509Certificate> links) {
    if (trusted.authorities().isEmpty()) {
      return Trust.NOT_CHECKED;
    }
    boolean isTrusted = find(signer, links, signer.getNotBefore().toInstant()).isPresent();
    return isTrusted ? Trust.TRUSTED : Trust.UNTRUSTED;
  }

  /** The chain of a signer as it was at a moment; empty if there was none. */
  Optional<Chain> find(X509Certificate signer, List<X509Certificate> links, Instant moment) {
    Question question = new Question(signer, List.copyOf(links));
    synchronized (kept) {
      Found found = kept.get(question);
      if (found != null && found.answers(moment)) {
        return found.chain();
      }
    }
    Optional<Chain> chain =
        trusted.authorities().contains(signer)
            ? Optional.of(new Chain(List.of(signer)))
            : build(question, moment);
    synchronized (kept) {
      kept.put(question, new Found(chain, moment));
    }
    return chain;
  }

  private Optional<Chain> build(Question question, Instant moment) {
    Set<TrustAnchor> anchors =
        trusted.authorities().stream()
            // A signer who is trusted is not thereby trusted to issue certificates.
            .filter(authority -> authority.getBasicConstraints() >= 0)
            // The JDK does not judge the dates of an anchor.
            .filter(authority -> new Chain(List.of(authority)).wasInForce(moment))
            .map(authority -> new TrustAnchor(authority, null))
            .collect(Collectors.toSet());
    if (anchors.isEmpty()) {
      return Optional.empty();
    }
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(question.signer());
    List<X509Certificate> store =
        Stream.of(List.of(question.signer()), question.links(), trusted.known())
            .flatMap(List::stream)
            .toList();
    try {
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(store)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(moment));
      return Optional.of(
          chain((PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters)));
    } catch (CertPathBuilderException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new SignatureFailedException("PKIX", e);
    }
  }

  private static Chain chain(PKIXCertPathBuilderResult result) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Certificate certificate : result.getCertPath().getCertificates()) {
      certificates.add((X509Certificate) certificate);
    }
    certificates.add(result.getTrustAnchor().getTrustedCert());
    return new Chain(certificates);
  }
}
