package uy.pfacturas.cli.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Messages;
import uy.pfacturas.cli.validation.KeyTrial;
import uy.pfacturas.cli.wiring.CompanyKeys;
import uy.pfacturas.signing.failure.SigningException;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.trust.Answer;
import uy.pfacturas.signing.trust.Aspect;

/**
 * Whether the key of {@code [firma]} signs, for the company, and for how long.
 *
 * @param config with the key
 * @param keys opens it
 * @param clock today
 * @param locale of what libraries say
 */
public record KeyCheck(Config config, CompanyKeys keys, Clock clock, Locale locale)
    implements Check {
  @Override
  public List<Finding> look() {
    try {
      SigningKey key = keys.open(config);
      List<Finding> findings =
          new ArrayList<>(new CertificateCheck(key.certificate(), clock).look());
      KeyTrial.of(key, config, clock).checks().stream()
          // The dates were told above.
          .filter(c -> c.answer() == Answer.NO && c.aspect() != Aspect.VALIDITY)
          .map(c -> Finding.fault("llave_no", c.sentence(locale), c.remedy(locale).orElse("")))
          .forEach(findings::add);
      return findings;
    } catch (SigningException e) {
      return List.of(Finding.fault("llave_no", e.sentence(locale), e.remedy(locale)));
    } catch (CliException e) {
      var failure = e.failure(Messages.of(locale));
      return List.of(Finding.fault("llave_no", failure.what(), failure.remedy()));
    }
  }
}
