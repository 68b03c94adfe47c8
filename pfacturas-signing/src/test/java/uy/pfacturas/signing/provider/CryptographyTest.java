package uy.pfacturas.signing.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.signing.Required;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;

class CryptographyTest {
  private static final byte[] TEXT = "Ñandú".getBytes(StandardCharsets.UTF_8);
  private static final String SHA256_WITH_NULL = "3031300d060960864801650304020105000420";
  private static final String SHA256_WITHOUT_NULL = "302f300b0609608648016503040201" + "0420";

  static Stream<Cryptography> natives() {
    return Stream.of(ProviderChoice.ACCP, ProviderChoice.CONSCRYPT)
        .map(choice -> new Providers().choose(choice, notice -> {}));
  }

  static Stream<Arguments> nativesAndBits() {
    return natives()
        .flatMap(
            cryptography ->
                Stream.of(1024, 2048, 3072, 4096).map(bits -> Arguments.of(cryptography, bits)));
  }

  @ParameterizedTest
  @MethodSource("nativesAndBits")
  void sign_byAnyProvider_givesTheBytesOfTheJdk(Cryptography cryptography, int bits)
      throws Exception {
    requireNative(cryptography);
    KeyPair pair = pair(bits, RSAKeyGenParameterSpec.F4);
    PrivateKey own = cryptography.own(pair.getPrivate()).orElseThrow();

    assertThat(own).isNotInstanceOf(pair.getPrivate().getClass());
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      byte[] signature = algorithm.sign(own, TEXT, cryptography.provider().orElseThrow());
      assertThat(signature).isEqualTo(algorithm.sign(pair.getPrivate(), TEXT));
      assertThat(isSignature(cryptography, algorithm, signature, pair.getPublic())).isTrue();
      assertThat(isByNative(cryptography, algorithm, signature, pair.getPublic())).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("natives")
  void isSignature_ofAnyValue_isWhatTheJdkSays(Cryptography cryptography) throws Exception {
    requireNative(cryptography);
    KeyPair pair = pair(2048, RSAKeyGenParameterSpec.F4);
    Map<String, Boolean> verdicts = new TreeMap<>();
    for (Map.Entry<String, byte[]> value : values(pair).entrySet()) {
      boolean jdk =
          isSignature(
              Cryptography.jdk(),
              SignatureAlgorithm.RSA_SHA256,
              value.getValue(),
              pair.getPublic());
      boolean other =
          isSignature(
              cryptography, SignatureAlgorithm.RSA_SHA256, value.getValue(), pair.getPublic());
      assertThat(other).as(value.getKey()).isEqualTo(jdk);
      verdicts.put(value.getKey(), jdk);
    }

    assertThat(verdicts)
        .containsEntry("whole", true)
        .containsEntry("padded by hand", true)
        .containsEntry("cut", false)
        .containsEntry("over the modulus", false)
        .containsEntry("short padding and a tail", false);
  }

  @ParameterizedTest
  @MethodSource("natives")
  void isSignature_byAKeyThatTheProviderRefuses_isWhatTheJdkSays(Cryptography cryptography)
      throws Exception {
    requireNative(cryptography);
    KeyPair pair = pair(1024, BigInteger.ONE.shiftLeft(60).add(BigInteger.valueOf(33)));
    byte[] signature = SignatureAlgorithm.RSA_SHA256.sign(pair.getPrivate(), TEXT);
    BigInteger modulus = ((RSAPublicKey) pair.getPublic()).getModulus();
    PublicKey even =
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(modulus.subtract(BigInteger.ONE), BigInteger.TEN));

    assertThat(
            isSignature(cryptography, SignatureAlgorithm.RSA_SHA256, signature, pair.getPublic()))
        .isTrue();
    assertThat(isSignature(cryptography, SignatureAlgorithm.RSA_SHA256, signature, even)).isFalse();
  }

  @Test
  void own_keyThatDoesNotShowItself_isNone() {
    PrivateKey token =
        new PrivateKey() {
          private static final long serialVersionUID = 1;

          @Override
          public String getAlgorithm() {
            return "RSA";
          }

          @Override
          public @Nullable String getFormat() {
            return null;
          }

          @Override
          public byte @Nullable [] getEncoded() {
            return null;
          }
        };

    assertThat(natives().map(cryptography -> cryptography.own(token)))
        .allMatch(own -> own.isEmpty());
  }

  @Test
  void own_byTheJdk_isNone() throws Exception {
    PrivateKey key = pair(1024, RSAKeyGenParameterSpec.F4).getPrivate();

    assertThat(Cryptography.jdk().own(key)).isEmpty();
  }

  private static Map<String, byte[]> values(KeyPair pair) throws Exception {
    byte[] whole = SignatureAlgorithm.RSA_SHA256.sign(pair.getPrivate(), TEXT);
    byte[] changed = whole.clone();
    changed[100] ^= 1;
    byte[] random = new byte[256];
    new Random(7).nextBytes(random);
    BigInteger modulus = ((RSAPublicKey) pair.getPublic()).getModulus();
    Map<String, byte[]> values = new TreeMap<>();
    values.put("whole", whole);
    values.put("changed", changed);
    values.put("empty", new byte[0]);
    values.put("one byte", new byte[1]);
    values.put("cut", Arrays.copyOf(whole, 255));
    values.put("longer", Arrays.copyOf(whole, 257));
    values.put("zero before", concat(new byte[1], whole));
    values.put("zeros", new byte[256]);
    values.put("random", random);
    values.put("over the modulus", bytes(new BigInteger(1, whole).add(modulus), 257));
    values.put("the modulus", bytes(modulus, 256));
    values.put("by SHA-1", SignatureAlgorithm.RSA_SHA1.sign(pair.getPrivate(), TEXT));
    values.put("padded by hand", padded(pair, SHA256_WITH_NULL, 0));
    values.put("without NULL", padded(pair, SHA256_WITHOUT_NULL, 0));
    values.put("short padding and a tail", padded(pair, SHA256_WITH_NULL, 100));
    return values;
  }

  /** PKCS #1 v1.5 by hand: what others may have made, or forged. */
  private static byte[] padded(KeyPair pair, String head, int tail) throws Exception {
    ByteArrayOutputStream end = new ByteArrayOutputStream();
    end.write(0);
    end.write(HexFormat.of().parseHex(head));
    end.write(MessageDigest.getInstance("SHA-256").digest(TEXT));
    end.write(new byte[tail]);
    byte[] block = new byte[256];
    Arrays.fill(block, 2, 256 - end.size(), (byte) 0xff);
    block[1] = 1;
    System.arraycopy(end.toByteArray(), 0, block, 256 - end.size(), end.size());
    RSAPrivateKey key = (RSAPrivateKey) pair.getPrivate();
    return bytes(new BigInteger(1, block).modPow(key.getPrivateExponent(), key.getModulus()), 256);
  }

  private static byte[] bytes(BigInteger number, int length) {
    byte[] raw = number.toByteArray();
    byte[] bytes = new byte[length];
    int count = Math.min(raw.length, length);
    System.arraycopy(raw, raw.length - count, bytes, length - count, count);
    return bytes;
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static boolean isSignature(
      Cryptography cryptography, SignatureAlgorithm algorithm, byte[] value, PublicKey key) {
    return cryptography.isSignature(algorithm, value, TEXT, key);
  }

  /** Without the JDK's help. */
  private static boolean isByNative(
      Cryptography cryptography, SignatureAlgorithm algorithm, byte[] value, PublicKey key) {
    return algorithm.isSignature(value, TEXT, key, cryptography.provider().orElseThrow());
  }

  private static KeyPair pair(int bits, BigInteger exponent) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(new RSAKeyGenParameterSpec(bits, exponent));
    return generator.generateKeyPair();
  }

  private static void requireNative(Cryptography cryptography) {
    Required.orSkip(
        cryptography.provider().isPresent(), "its native library does not work on this machine");
  }
}
