package uy.pfacturas.signing.failure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uy.pfacturas.signing.internal.SigningText;

/**
 * Something about a key, a certificate or a document stops the act; the caller cannot go on with
 * it. Root of all exceptions of this module; each subclass carries what it is about in fields.
 */
public abstract class SigningException extends RuntimeException {
  private final String code;
  private final transient Object[] args;

  /** Of a code, with the data of its sentences. */
  protected SigningException(String code, @Nullable Throwable cause, Object... args) {
    super(SigningText.sentence(Locale.ROOT, code, args), cause);
    this.code = code;
    this.args = args.clone();
  }

  /** The stable code of the problem, such as {@code LLAVE-02}. */
  public final String code() {
    return code;
  }

  /**
   * What is wrong, for a person: Spanish unless the locale is English; no line break, no secret.
   */
  public final String sentence(Locale locale) {
    return SigningText.sentence(locale, code, args);
  }

  /** What the person can do, in the same language. */
  public final String remedy(Locale locale) {
    return SigningText.sentence(locale, code + ".remedy", args);
  }
}
