package uy.pfacturas.cli.doctor;

import java.util.List;
import uy.pfacturas.cli.config.BuzonConfig;

/**
 * Whether each mailbox says which ids are issued here. Without it two stations that do not see each
 * other can both issue the same sale.
 *
 * @param mailboxes all of this station
 */
public record HomesCheck(List<BuzonConfig> mailboxes) implements Check {
  public HomesCheck {
    mailboxes = List.copyOf(mailboxes);
  }

  @Override
  public List<Finding> look() {
    List<String> homeless =
        mailboxes.stream().filter(b -> b.ids().isEmpty()).map(b -> b.carpeta().toString()).toList();
    return List.of(
        homeless.isEmpty()
            ? Finding.ok("hogar")
            : Finding.warning("hogar_falta", String.join(", ", homeless)));
  }
}
