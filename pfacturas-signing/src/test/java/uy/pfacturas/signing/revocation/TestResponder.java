package uy.pfacturas.signing.revocation;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that answers without network, and not always as it should. Counts the questions. */
public final class TestResponder implements Fetcher {
  private static final Duration HOUR = Duration.ofHours(1);

  private final PrivateKey key;
  private final X500Name issuer;
  private X509CertificateHolder[] brought = {};
  private Optional<RevokedStatus> revoked = Optional.empty();
  private Optional<BigInteger> otherSerial = Optional.empty();
  private Optional<byte[]> otherNonce = Optional.empty();
  private Optional<byte[]> raw = Optional.empty();
  private Instant from;
  private Optional<Extension> more = Optional.empty();
  private int questions;

  public TestResponder(TestAuthority authority, Instant now) {
    this(authority, authority.pair().getPrivate(), now);
  }

  public TestResponder(TestAuthority authority, PrivateKey key, Instant now) {
    this.key = key;
    this.issuer =
        X500Name.getInstance(authority.certificate().getSubjectX500Principal().getEncoded());
    this.from = now;
  }

  public TestResponder revoking(Instant when, int reason) {
    revoked = Optional.of(new RevokedStatus(Date.from(when), reason));
    return this;
  }

  TestResponder bringing(X509Certificate certificate) throws Exception {
    brought = new X509CertificateHolder[] {new JcaX509CertificateHolder(certificate)};
    return this;
  }

  TestResponder aboutAnother() {
    otherSerial = Optional.of(BigInteger.valueOf(99));
    return this;
  }

  TestResponder withNonce(byte[] nonce) {
    otherNonce = Optional.of(nonce);
    return this;
  }

  TestResponder asOf(Instant other) {
    from = other;
    return this;
  }

  TestResponder with(Extension extension) {
    more = Optional.of(extension);
    return this;
  }

  TestResponder raw(byte[] bytes) {
    raw = Optional.of(bytes);
    return this;
  }

  public int questions() {
    return questions;
  }

  @Override
  public byte[] post(URI address, String type, byte[] body, int maxBytes) throws IOException {
    questions++;
    if (raw.isPresent()) {
      return raw.get();
    }
    try {
      return answer(new OCSPReq(body)).getEncoded();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private OCSPResp answer(OCSPReq question) throws Exception {
    CertificateID asked = question.getRequestList()[0].getCertID();
    CertificateID about =
        otherSerial.isPresent()
            ? CertificateID.deriveCertificateID(asked, otherSerial.get())
            : asked;
    BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(issuer));
    CertificateStatus status = revoked.isPresent() ? revoked.get() : CertificateStatus.GOOD;
    Date next = Date.from(from.plus(HOUR));
    if (more.isPresent()) {
      builder.addResponse(about, status, Date.from(from), next, new Extensions(more.get()));
    } else {
      builder.addResponse(about, status, Date.from(from), next);
    }
    Extension nonce = question.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    Extension replied =
        otherNonce.isPresent() ? new Extension(nonce.getExtnId(), false, otherNonce.get()) : nonce;
    builder.setResponseExtensions(new Extensions(replied));
    return new OCSPRespBuilder()
        .build(
            OCSPRespBuilder.SUCCESSFUL,
            builder.build(
                new JcaContentSignerBuilder("SHA256withRSA").build(key), brought, Date.from(from)));
  }

  @Override
  public byte[] get(URI address, int maxBytes) throws IOException {
    questions++;
    if (raw.isPresent()) {
      return raw.get();
    }
    try {
      return list().getEncoded();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private X509CRLHolder list() throws Exception {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer, Date.from(from));
    builder.setNextUpdate(Date.from(from.plus(HOUR)));
    if (revoked.isPresent()) {
      BigInteger serial = otherSerial.orElse(BigInteger.valueOf(RevocationsTest.SERIAL));
      builder.addCRLEntry(
          serial,
          Date.from(revoked.get().getRevocationTime().toInstant()),
          revoked.get().hasRevocationReason()
              ? revoked.get().getRevocationReason()
              : CRLReason.unspecified);
    }
    if (more.isPresent()) {
      builder.addExtension(more.get());
    }
    return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key));
  }
}
