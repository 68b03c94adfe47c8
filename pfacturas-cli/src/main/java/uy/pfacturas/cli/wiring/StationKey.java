package uy.pfacturas.cli.wiring;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.config.FirmaConfig;
import uy.pfacturas.cli.console.Messages;
import uy.pfacturas.cloud.exchange.Firmante;
import uy.pfacturas.cloud.exchange.KeyFirmante;
import uy.pfacturas.signing.failure.SigningException;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.provider.Cryptography;
import uy.pfacturas.signing.provider.Providers;

/**
 * What a station signs with while the cloud is away.
 *
 * @param firmante signs; empty where the station has no key
 * @param notice what people are told of the key at a moment; empty where all is well
 */
record StationKey(Optional<Firmante> firmante, Function<Instant, Optional<String>> notice) {
  private static final Logger LOG = LoggerFactory.getLogger(StationKey.class);

  /**
   * The key of the configuration, else that of the demo. One that cannot be used keeps nobody from
   * working with the cloud: it says why when it is asked.
   *
   * @param ruc the company's
   */
  static StationKey open(
      Config config,
      CompanyKeys keys,
      String ruc,
      Optional<SigningKey> demo,
      Clock clock,
      Locale locale) {
    try {
      Optional<SigningKey> key =
          config.firma().origen().isPresent()
              ? Optional.of(keys.open(config, Optional.of(ruc)))
              : demo;
      return key.map(k -> of(k, config.firma(), clock, locale))
          .orElseGet(() -> new StationKey(Optional.empty(), moment -> Optional.empty()));
    } catch (SigningException e) {
      String why = e.sentence(locale) + " " + e.remedy(locale);
      return new StationKey(Optional.of(Firmante.unable(why)), moment -> Optional.of(why));
    }
  }

  private static StationKey of(SigningKey key, FirmaConfig firma, Clock clock, Locale locale) {
    Firmante firmante =
        new KeyFirmante(key.by(cryptography(firma)), firma.algoritmo(), clock.getZone());
    CertificateNotice notice =
        new CertificateNotice(key.validity(), clock.getZone(), Messages.of(locale));
    return new StationKey(Optional.of(firmante), notice::at);
  }

  /** Chosen only where something is signed here: a native library costs time and memory. */
  private static Cryptography cryptography(FirmaConfig firma) {
    Cryptography chosen = new Providers().choose(firma.proveedor(), LOG::warn);
    LOG.info("Firma con {}", chosen.name());
    return chosen;
  }
}
