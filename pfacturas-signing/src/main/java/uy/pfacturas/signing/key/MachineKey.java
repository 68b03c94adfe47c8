package uy.pfacturas.signing.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** Private keys as objects of the machine's first provider, which is the fastest that it has. */
final class MachineKey {
  private MachineKey() {}

  static PrivateKey of(PrivateKey key) throws GeneralSecurityException {
    return KeyFactory.getInstance(key.getAlgorithm())
        .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
  }
}
