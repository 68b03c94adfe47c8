package uy.pfacturas.signing.keystore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.WrongPasswordException;

/**
 * The private keys in PEM blocks: PKCS#1 and PKCS#8, in clear or encrypted, also as OpenSSL once
 * did ({@code Proc-Type: 4,ENCRYPTED}).
 */
record PemSecrets(Path file, Supplier<KeyPassword> password) {
  private static final BouncyCastleProvider CASTLE = new BouncyCastleProvider();

  /**
   * The key in a block; empty when it is something else.
   *
   * @throws WrongPasswordException when the password is not its
   */
  Optional<PrivateKeyInfo> find(Object block) {
    try {
      if (block instanceof PEMKeyPair pair) {
        return Optional.of(pair.getPrivateKeyInfo());
      }
      if (block instanceof PrivateKeyInfo info) {
        return Optional.of(info);
      }
      if (block instanceof PEMEncryptedKeyPair encrypted) {
        return Optional.of(
            encrypted
                .decryptKeyPair(
                    new JcePEMDecryptorProviderBuilder()
                        .setProvider(CASTLE)
                        .build(password.get().text()))
                .getPrivateKeyInfo());
      }
      if (block instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
        return Optional.of(
            encrypted.decryptPrivateKeyInfo(
                new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(CASTLE)
                    .build(password.get().text())));
      }
      return Optional.empty();
    } catch (IOException | PKCSException | OperatorCreationException e) {
      // A wrong password gives padding or ASN.1 that makes no sense; nothing else is told apart.
      throw new WrongPasswordException(file, e);
    }
  }
}
