package uy.pfacturas.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.certificate.Subject;
import uy.pfacturas.signing.internal.SigningText;
import uy.pfacturas.signing.trust.Trust;

/** What {@link XmlVerifier} found. */
public sealed interface Verification {
  /** Goes on by what was found. */
  <T> T match(Function<Valid, T> whenValid, Function<Invalid, T> whenInvalid);

  /** The valid signature, if it is one. */
  default Optional<Valid> valid() {
    return match(Optional::of, invalid -> Optional.empty());
  }

  /** Whether the document is as it was signed. Says nothing of who signed it. */
  default boolean isValid() {
    return valid().isPresent();
  }

  /**
   * The document is as the holder of the certificate signed it.
   *
   * @param digest the {@code DigestValue}, base64 without spaces
   * @param certificate of the signer; who vouches for it says {@code trust}
   * @param algorithm by which it was signed
   * @param trust whether the certificate is trusted; dates and revocation are not judged
   * @param links every certificate that the signature brings; they may link the signer to an
   *     authority, and are not trusted for that
   */
  record Valid(
      String digest,
      X509Certificate certificate,
      SignatureAlgorithm algorithm,
      Trust trust,
      List<X509Certificate> links)
      implements Verification {
    public Valid {
      links = List.copyOf(links);
    }

    /** The RUC in the certificate's subject, 12 digits; empty when there is none. */
    public Optional<String> ruc() {
      return Subject.of(certificate).ruc();
    }

    /** Whether the certificate was in force at a moment, both ends included. */
    public boolean wasInForce(Instant moment) {
      return !moment.isBefore(certificate.getNotBefore().toInstant())
          && !moment.isAfter(certificate.getNotAfter().toInstant());
    }

    @Override
    public <T> T match(Function<Valid, T> whenValid, Function<Invalid, T> whenInvalid) {
      return whenValid.apply(this);
    }
  }

  /**
   * The document must not be taken for signed.
   *
   * @param defect the first thing that is wrong
   * @param reason where or how, such as a line and column or an algorithm found; may be empty
   */
  record Invalid(Defect defect, String reason) implements Verification {
    /** The stable code of the defect. */
    public String code() {
      return defect.code();
    }

    /** What is wrong, for a person: Spanish unless the locale is English; no line break. */
    public String sentence(Locale locale) {
      return SigningText.sentence(locale, code(), reason);
    }

    /** What the person can do, in the same language. */
    public String remedy(Locale locale) {
      return SigningText.sentence(locale, code() + ".remedy", reason);
    }

    @Override
    public <T> T match(Function<Valid, T> whenValid, Function<Invalid, T> whenInvalid) {
      return whenInvalid.apply(this);
    }
  }
}
