package uy.pfacturas.signing.provider;

import java.util.List;

/** Which provider of cryptography the user wants. */
public enum ProviderChoice {
  /** The fastest that is there: Amazon Corretto Crypto Provider, else Conscrypt, else the JDK's. */
  AUTO,
  /** The JDK's, whatever is there. */
  JDK,
  /** Amazon Corretto Crypto Provider; the JDK's where it is not. */
  ACCP,
  /** Conscrypt; the JDK's where it is not. */
  CONSCRYPT;

  /** Those that may be taken, the first one before the others. */
  List<NativeProvider> wanted() {
    return switch (this) {
      case AUTO -> List.of(NativeProvider.ACCP, NativeProvider.CONSCRYPT);
      case JDK -> List.of();
      case ACCP -> List.of(NativeProvider.ACCP);
      case CONSCRYPT -> List.of(NativeProvider.CONSCRYPT);
    };
  }
}
