package uy.pfacturas.signing;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uy.pfacturas.signing.algorithm.SignatureFailedException;

/**
 * Whether a signer is vouched for. The chain is judged at the moment when the signer's certificate
 * began to be in force: documents outlive certificates. Revocation is not asked for.
 */
record TrustCheck(TrustedCertificates trusted) {

  /** Judges a signer, with further certificates that may link it to an authority. */
  Trust of(X509Certificate signer, List<X509Certificate> links) {
    if (trusted.authorities().isEmpty()) {
      return Trust.NOT_CHECKED;
    }
    boolean isTrusted = trusted.authorities().contains(signer) || hasChain(signer, links);
    return isTrusted ? Trust.TRUSTED : Trust.UNTRUSTED;
  }

  private boolean hasChain(X509Certificate signer, List<X509Certificate> links) {
    Set<TrustAnchor> anchors =
        trusted.authorities().stream()
            // A signer who is trusted is not thereby trusted to issue certificates.
            .filter(authority -> authority.getBasicConstraints() >= 0)
            .map(authority -> new TrustAnchor(authority, null))
            .collect(Collectors.toSet());
    if (anchors.isEmpty()) {
      return false;
    }
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(signer);
    List<X509Certificate> store =
        Stream.of(List.of(signer), links, trusted.known()).flatMap(List::stream).toList();
    try {
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(store)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(signer.getNotBefore());
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (CertPathBuilderException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new SignatureFailedException("PKIX", e);
    }
  }
}
