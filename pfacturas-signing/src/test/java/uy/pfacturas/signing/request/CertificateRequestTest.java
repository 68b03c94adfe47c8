package uy.pfacturas.signing.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uy.pfacturas.signing.Program;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.KeyChoice;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.key.WrongPasswordException;
import uy.pfacturas.signing.keystore.KeyFile;

class CertificateRequestTest {
  private static final Applicant COMPANY =
      new Applicant(
          "219999830019",
          "ÑANDÚ",
          "ÑANDÚ & CÍA, S.A.",
          Optional.of("MONTEVIDEO"),
          Optional.of("firma@example.com"));

  @TempDir private Path folder;

  @Test
  void pem_readByOpenssl_isWhatDgiPrescribes() throws Exception {
    Files.writeString(folder.resolve("s.csr"), CertificateRequest.create(COMPANY).pem());

    String said = openssl("req -in s.csr -verify -noout -text -nameopt utf8,sep_comma_plus_space");

    assertThat(said)
        .contains("verify OK")
        .contains("Public-Key: (2048 bit)")
        .contains("Signature Algorithm: sha256WithRSAEncryption")
        .contains("C=UY, ST=MONTEVIDEO, O=ÑANDÚ & CÍA, S.A., CN=ÑANDÚ")
        .contains("serialNumber=RUC219999830019")
        .contains("emailAddress=firma@example.com");
    assertThat(openssl("asn1parse -in s.csr"))
        .containsPattern("PRINTABLESTRING +:UY")
        .containsPattern("PRINTABLESTRING +:RUC219999830019")
        .containsPattern("IA5STRING +:firma@example.com");
  }

  @Test
  void writeKey_withWhatTheAuthorityIssues_signs() throws Exception {
    CertificateRequest request = CertificateRequest.create(COMPANY);
    Path key = folder.resolve("k.pem");
    Files.writeString(folder.resolve("s.csr"), request.pem());
    request.writeKey(key, password("señal 1234"));
    openssl("req -x509 -newkey rsa:2048 -nodes -subj /CN=CA -keyout ca.key -out ca.pem");
    openssl("x509 -req -in s.csr -CA ca.pem -CAkey ca.key -days 30 -out emitido.cer");

    KeyFile both = new KeyFile(folder.resolve("emitido.cer"), Optional.of(key));
    SigningKey signing =
        both.open(
            () -> password("señal 1234"), KeyChoice.ANY, Instant.parse("2026-03-02T14:00:00Z"));

    byte[] content = "Ñandú".getBytes(StandardCharsets.UTF_8);
    byte[] value = signing.sign(content, SignatureAlgorithm.RSA_SHA256);
    assertThat(signing.ruc()).contains("219999830019");
    assertThat(
            SignatureAlgorithm.RSA_SHA256.isSignature(
                value, content, signing.certificate().getPublicKey()))
        .isTrue();
    assertThatThrownBy(() -> both.read(() -> password("otra")))
        .isInstanceOf(WrongPasswordException.class);
  }

  @Test
  void writeKey_onDisk_isEncryptedAndItsOwners() throws Exception {
    CertificateRequest request = CertificateRequest.create(COMPANY);
    Path key = folder.resolve("k.pem");
    request.writeKey(key, password("clave-1234"));

    assertThat(Files.readString(key)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(openssl("pkey -in k.pem -passin pass:clave-1234 -noout -check"))
        .contains("Key is valid");
    assertThat(request.toString()).contains("RUC219999830019").doesNotContain("clave-1234");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "21999983001", "21.999.983.0019"})
  void applicant_withoutRuc_isRefused(String ruc) {
    assertThatThrownBy(() -> new Applicant(ruc, "A", "A", Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String openssl(String command) throws Exception {
    return new Program("openssl", folder).run(command.split(" "));
  }

  private static KeyPassword password(String text) {
    return KeyPassword.of(text.toCharArray());
  }
}
