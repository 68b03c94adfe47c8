package uy.pfacturas.cli.doctor;

import java.util.List;
import uy.pfacturas.cli.config.SecretSource;
import uy.pfacturas.cli.config.Secrets;
import uy.pfacturas.cli.console.CliException;

/**
 * Whether a secret is there and nobody else can read it.
 *
 * @param secrets where it is fetched from
 * @param source where it should be
 */
public record SecretCheck(Secrets secrets, SecretSource source) implements Check {
  @Override
  public List<Finding> look() {
    String place = source.variable().orElseGet(() -> source.file().orElseThrow().toString());
    try {
      return List.of(
          secrets.get(source).isEmpty()
              ? Finding.fault("secreto_no", place)
              : Finding.ok("secreto", place));
    } catch (CliException e) {
      return List.of(Finding.fault("secreto_no", place));
    }
  }
}
