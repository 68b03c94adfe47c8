package uy.pfacturas.signing.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.signing.SignedXml;
import uy.pfacturas.signing.TestKeys;
import uy.pfacturas.signing.XmlSec1;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.KeyChoice;
import uy.pfacturas.signing.key.KeyFileWriteException;
import uy.pfacturas.signing.key.KeyNotFoundException;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.NoSigningKeyException;
import uy.pfacturas.signing.key.SigningKey;

class TokenTest {
  @TempDir private Path folder;

  @Test
  void open_keyInToken_signsWhatOthersVerify() throws Exception {
    SigningKey key = open(KeyChoice.ofRuc(TestKeys.RUC));
    byte[] xml = "<CFE><a>Ñandú</a></CFE>".getBytes(StandardCharsets.UTF_8);

    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      SignedXml signed = new XmlSigner(key, algorithm).sign(xml);
      assertThat(signed.bytes())
          .isEqualTo(new XmlSigner(TestKeys.COMPANY, algorithm).sign(xml).bytes());
      assertThat(new XmlSec1(folder).verifies(signed.bytes(), TestKeys.AUTHORITY.certificate()))
          .isTrue();
    }
  }

  @Test
  void open_byLabelOfTheKey_takesThatKey() throws Exception {
    assertThat(open(KeyChoice.ofAlias("otra")).ruc()).contains("210000000017");
    assertThatThrownBy(() -> open(KeyChoice.ofAlias("ninguna")))
        .isInstanceOf(KeyNotFoundException.class)
        .hasMessageContaining(SoftHsm.COMPANY);
  }

  @Test
  void sign_byManyThreads_givesTheSame() throws Exception {
    SigningKey key = open(KeyChoice.ofAlias("firma"));
    byte[] content = {1, 2, 3};
    byte[] expected = TestKeys.COMPANY.sign(content, SignatureAlgorithm.RSA_SHA256);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<byte[]> sign = () -> key.sign(content, SignatureAlgorithm.RSA_SHA256);
      for (Future<byte[]> signed :
          threads.invokeAll(IntStream.range(0, 200).mapToObj(i -> sign).toList())) {
        assertThat(signed.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void write_keyInToken_staysThere() throws Exception {
    SigningKey key = open(KeyChoice.ofAlias("firma"));

    assertThatThrownBy(() -> key.writePkcs12(folder.resolve("a.p12"), pin("x")))
        .isInstanceOf(KeyFileWriteException.class);
    assertThat(folder).isEmptyDirectory();
    assertThat(key.toString()).doesNotContain(SoftHsm.PIN);
  }

  @Test
  void read_wrongPin_saysSoWithoutShowingItOrTryingAgain() throws Exception {
    Token token = token(SoftHsm.SPARE);
    int[] asked = {0};

    assertThatThrownBy(
            () ->
                token.read(
                    () -> {
                      asked[0]++;
                      return pin("Mala-31415");
                    }))
        .isInstanceOfSatisfying(
            PinRefusedException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(PinRefusedException.Reason.WRONG);
              StringWriter stack = new StringWriter();
              e.printStackTrace(new PrintWriter(stack));
              assertThat(stack.toString()).doesNotContain("Mala-31415");
            });
    assertThat(asked[0]).isEqualTo(1);
  }

  @Test
  void open_tokenWithoutKey_saysSo() throws Exception {
    Token token = token(SoftHsm.EMPTY);

    assertThatThrownBy(() -> token.open(TokenTest::right, KeyChoice.ANY, TestKeys.MOMENT))
        .isInstanceOf(NoSigningKeyException.class)
        .hasMessageContaining(SoftHsm.EMPTY);
  }

  @Test
  void read_absentOrUnnamedToken_saysWhichAreThereAndAsksForNoPin() throws Exception {
    Supplier<KeyPassword> notAsked =
        () -> {
          throw new AssertionError("the PIN was asked for");
        };

    assertThatThrownBy(() -> token("NO ESTA").read(notAsked))
        .isInstanceOfSatisfying(
            TokenMissingException.class,
            e -> assertThat(e.present()).contains(SoftHsm.COMPANY, SoftHsm.SPARE));
    assertThatThrownBy(() -> new Token(SoftHsm.library(), Optional.empty()).read(notAsked))
        .isInstanceOf(TokenMissingException.class);
  }

  @Test
  void read_fileThatIsNoLibrary_saysSo() throws Exception {
    Path text = Files.writeString(folder.resolve("lib.so"), "hola");

    for (Path library : List.of(text, folder.resolve("no.so"))) {
      assertThatThrownBy(() -> new Token(library, Optional.empty()).read(TokenTest::right))
          .isInstanceOf(TokenLibraryException.class);
    }
  }

  @Test
  void refuseRisk_lockedOrLastTry_givesNoPin() {
    Slot fine = new Slot(0, "T", 0x1040D);
    fine.refuseRisk("T");
    assertThatThrownBy(() -> new Slot(0, "T", fine.flags() | Slot.LOCKED).refuseRisk("T"))
        .isInstanceOfSatisfying(
            PinRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(PinRefusedException.Reason.LOCKED));
    assertThatThrownBy(() -> new Slot(0, "T", fine.flags() | Slot.FINAL_TRY).refuseRisk("T"))
        .isInstanceOfSatisfying(
            PinRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(PinRefusedException.Reason.FINAL_TRY));
  }

  @Test
  void of_whatTheProviderSays_isTold() {
    Token token = new Token(Path.of("lib.so"), Optional.of("T"));

    assertThat(Refusals.of(caused("CKR_PIN_LOCKED"), token))
        .isInstanceOfSatisfying(
            PinRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(PinRefusedException.Reason.LOCKED));
    assertThat(Refusals.of(caused("CKR_PIN_LEN_RANGE"), token))
        .isInstanceOfSatisfying(
            PinRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(PinRefusedException.Reason.WRONG));
    assertThat(Refusals.of(new IOException(new FailedLoginException()), token).code())
        .isEqualTo("LLAVE-12");
    assertThat(Refusals.of(caused("CKR_TOKEN_NOT_PRESENT"), token))
        .isInstanceOf(TokenMissingException.class);
    assertThat(Refusals.of(caused("CKR_DEVICE_ERROR"), token))
        .isInstanceOf(TokenLibraryException.class);
  }

  private static IOException caused(String code) {
    LoginException login = new LoginException();
    login.initCause(new IllegalStateException(code));
    return new IOException("load failed", login);
  }

  private static SigningKey open(KeyChoice choice) throws Exception {
    return token(SoftHsm.COMPANY).open(TokenTest::right, choice, TestKeys.MOMENT);
  }

  private static Token token(String label) throws Exception {
    return new Token(SoftHsm.library(), Optional.of(label));
  }

  private static KeyPassword right() {
    return pin(SoftHsm.PIN);
  }

  private static KeyPassword pin(String text) {
    return KeyPassword.of(text.toCharArray());
  }
}
