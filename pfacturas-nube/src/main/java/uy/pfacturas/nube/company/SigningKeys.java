package uy.pfacturas.nube.company;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import uy.pfacturas.nube.store.Store;
import uy.pfacturas.nube.trust.CertificateFolder;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.XmlVerifier;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.provider.Cryptography;
import uy.pfacturas.signing.trust.TrustedCertificates;

/**
 * The keys of the companies: the one that signs, read once, and all that ever signed, for documents
 * that come back. Thread-safe.
 */
public final class SigningKeys {
  /** A stored key. */
  record Stored(String pkcs12, String contrasena, String certificado) {
    KeySource source() {
      return new KeySource(Path.of(pkcs12), PasswordSource.parse(contrasena));
    }
  }

  private final Store store;
  private final SignatureAlgorithm algorithm;
  private final Cryptography cryptography;
  private final CertificateFolder authorities;
  private final Clock clock;
  // One process has the store open, so what was read stays true until set() is called here.
  private final Map<String, XmlSigner> signers = new ConcurrentHashMap<>();
  private final Map<String, XmlVerifier> verifiers = new ConcurrentHashMap<>();

  /**
   * The keys in a store.
   *
   * @param algorithm of the signatures that are made
   * @param cryptography makes and verifies them
   * @param authorities those that give companies their certificates; read once for each company
   */
  public SigningKeys(
      Store store,
      SignatureAlgorithm algorithm,
      Cryptography cryptography,
      CertificateFolder authorities,
      Clock clock) {
    this.store = store;
    this.algorithm = algorithm;
    this.cryptography = cryptography;
    this.authorities = authorities;
    this.clock = clock;
  }

  /**
   * Signs for a company; empty if it has no key.
   *
   * @throws uy.pfacturas.signing.failure.SigningException if its key cannot be read now
   */
  public Optional<XmlSigner> signer(String ruc) {
    XmlSigner known = signers.get(ruc);
    return known == null ? load(ruc) : Optional.of(known);
  }

  /** Alone, so that a key that is being replaced is not put back. */
  private synchronized Optional<XmlSigner> load(String ruc) {
    Optional<XmlSigner> read =
        store
            .read(h -> current(h, ruc))
            .map(
                stored ->
                    new XmlSigner(
                        stored.source().open(ruc, clock.instant()).by(cryptography), algorithm));
    read.ifPresent(signer -> signers.put(ruc, signer));
    return read;
  }

  /**
   * Verifies a company's documents: trusts the certificates that signed for it here, today's and
   * past, and the authorities that give companies their certificates, for what its stations sign.
   * Whose the certificate is, the caller looks.
   */
  public XmlVerifier verifier(String ruc) {
    XmlVerifier known = verifiers.get(ruc);
    return known == null ? loadVerifier(ruc) : known;
  }

  private synchronized XmlVerifier loadVerifier(String ruc) {
    return verifiers.computeIfAbsent(
        ruc, r -> new XmlVerifier(TrustedCertificates.of(trusted(r)), cryptography));
  }

  private List<X509Certificate> trusted(String ruc) {
    return Stream.of(certificates(ruc), authorities.read()).flatMap(List::stream).toList();
  }

  /** Stores where the key lies from now on; the same key again changes nothing. */
  void set(String ruc, KeySource source) {
    replace(ruc, source, source.open(ruc, clock.instant()));
  }

  private synchronized void replace(String ruc, KeySource source, SigningKey key) {
    store.write(h -> insert(h, ruc, source, encoded(key.certificate())));
    signers.remove(ruc);
    verifiers.remove(ruc);
  }

  private boolean insert(Handle handle, String ruc, KeySource source, String certificate) {
    Optional<Stored> current = current(handle, ruc);
    if (current.isPresent()
        && current.get().source().equals(source)
        && current.get().certificado().equals(certificate)) {
      return false;
    }
    handle
        .createUpdate(
            "INSERT INTO clave_firma (ruc, pkcs12, contrasena, certificado, desde)"
                + " VALUES (:ruc, :pkcs12, :contrasena, :certificado, :desde)")
        .bind("ruc", ruc)
        .bind("pkcs12", source.pkcs12().toString())
        .bind("contrasena", source.password().texto())
        .bind("certificado", certificate)
        .bind("desde", clock.instant().toString())
        .execute();
    return true;
  }

  private static Optional<Stored> current(Handle handle, String ruc) {
    return handle
        .createQuery(
            "SELECT pkcs12, contrasena, certificado FROM clave_firma WHERE ruc = :ruc"
                + " ORDER BY n DESC LIMIT 1")
        .bind("ruc", ruc)
        .map(ConstructorMapper.of(Stored.class))
        .findOne();
  }

  private List<X509Certificate> certificates(String ruc) {
    return store.read(
        h ->
            h.createQuery("SELECT certificado FROM clave_firma WHERE ruc = :ruc ORDER BY n")
                .bind("ruc", ruc)
                .map((row, context) -> decoded(row.getString("certificado")))
                .list());
  }

  private static String encoded(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  private static X509Certificate decoded(String certificate) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(Base64.getDecoder().decode(certificate)));
    } catch (CertificateException e) {
      throw new IllegalStateException("a stored certificate cannot be read", e);
    }
  }
}
