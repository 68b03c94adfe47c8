package uy.pfacturas.cloud.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import uy.pfacturas.signing.SignedXml;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.SigningKey;

/** Signs with a key that was read before. */
public final class KeyFirmante implements Firmante {
  private final SigningKey key;
  private final XmlSigner signer;
  private final ZoneId zone;

  /**
   * With a key of the company.
   *
   * @param zone of the dates that people are shown
   */
  public KeyFirmante(SigningKey key, SignatureAlgorithm algorithm, ZoneId zone) {
    this.key = key;
    this.signer = new XmlSigner(key, algorithm);
    this.zone = zone;
  }

  @Override
  public Optional<String> obstacle(Instant at) {
    if (at.isBefore(key.notBefore())) {
      return Optional.of(
          "El certificado de esta instalación rige recién desde el "
              + day(key.notBefore())
              + ". Revise el reloj de la máquina.");
    }
    return at.isAfter(key.notAfter())
        ? Optional.of(
            "El certificado de esta instalación venció el "
                + day(key.notAfter())
                + ". Importe el nuevo.")
        : Optional.empty();
  }

  private LocalDate day(Instant when) {
    return LocalDate.ofInstant(when, zone);
  }

  @Override
  public Firma sign(byte[] xml) {
    SignedXml signed = signer.sign(xml);
    return new Firma(new String(signed.bytes(), StandardCharsets.UTF_8), signed.digest());
  }
}
