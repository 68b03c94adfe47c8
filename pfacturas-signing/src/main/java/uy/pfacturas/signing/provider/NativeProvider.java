package uy.pfacturas.signing.provider;

import java.lang.reflect.InvocationTargetException;
import java.security.Provider;
import org.jspecify.annotations.Nullable;

/** A provider with a native library that the program knows, but does not bring along. */
enum NativeProvider {
  /** Amazon Corretto Crypto Provider (AWS-LC). */
  ACCP("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider") {
    @Override
    Provider instance(Class<?> type) throws ReflectiveOperationException {
      Provider provider = (Provider) type.getField("INSTANCE").get(null);
      // It comes also without its library, and then has nothing in it.
      Object error = type.getMethod("getLoadingError").invoke(provider);
      if (error instanceof Throwable cause) {
        throw new InvocationTargetException(cause);
      }
      return provider;
    }
  },

  /** Conscrypt (BoringSSL). */
  CONSCRYPT("org.conscrypt.OpenSSLProvider") {
    @Override
    Provider instance(Class<?> type) throws ReflectiveOperationException {
      return (Provider) type.getConstructor().newInstance();
    }
  };

  private final String className;

  NativeProvider(String className) {
    this.className = className;
  }

  abstract Provider instance(Class<?> type) throws ReflectiveOperationException;

  /** What came of loading one. */
  sealed interface Loading {
    /** It works. */
    record Loaded(Provider provider) implements Loading {}

    /** Its jar is not there. */
    record Absent() implements Loading {}

    /** It is there and does not work on this machine. */
    record Broken(String reason) implements Loading {}
  }

  /** Loads it with its library; never fails. */
  Loading load(ClassLoader loader) {
    try {
      return new Loading.Loaded(instance(Class.forName(className, true, loader)));
    } catch (ClassNotFoundException e) {
      return new Loading.Absent();
    } catch (ReflectiveOperationException | LinkageError e) {
      // Of another system, of another processor, or a temporary folder that lets nothing be run.
      return new Loading.Broken(reason(e));
    }
  }

  private static String reason(Throwable thrown) {
    Throwable innermost = thrown;
    for (Throwable next = thrown; next != null; next = next.getCause()) {
      innermost = next;
    }
    @Nullable String message = innermost.getMessage();
    String type = innermost.getClass().getSimpleName();
    return message == null ? type : type + ": " + message.lines().findFirst().orElse("");
  }
}
