package uy.pfacturas.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uy.pfacturas.signing.Verification;
import uy.pfacturas.signing.XmlVerifier;
import uy.pfacturas.signing.trust.TrustedCertificates;

/**
 * Whether the last document that was signed still verifies, and how long its certificate is in
 * force. Nothing where none was signed yet.
 *
 * @param mailbox folder of a mailbox
 * @param clock today
 */
public record SealCheck(Path mailbox, Clock clock) implements Check {
  @Override
  public List<Finding> look() {
    try {
      Optional<Path> newest = newest(mailbox.resolve("firmados"));
      return newest.isEmpty() ? List.of() : verify(newest.get());
    } catch (IOException e) {
      return List.of(Finding.fault("carpeta_no", mailbox, e.toString()));
    }
  }

  private List<Finding> verify(Path xml) throws IOException {
    Verification found =
        new XmlVerifier(TrustedCertificates.none()).verify(Files.readAllBytes(xml));
    return found.match(
        valid -> new CertificateCheck(valid.certificate(), clock).look(),
        invalid -> List.of(Finding.fault("firma_rota", xml, invalid.code())));
  }

  /** Folders are named by year, month and day, so the last by name is the newest. */
  private static Optional<Path> newest(Path folder) throws IOException {
    Optional<Path> at = Optional.of(folder).filter(Files::isDirectory);
    for (int level = 0; level < 3 && at.isPresent(); level++) {
      at = last(at.get(), Files::isDirectory);
    }
    return at.isEmpty() ? at : last(at.get(), file -> file.toString().endsWith(".xml"));
  }

  private static Optional<Path> last(Path folder, java.util.function.Predicate<Path> wanted)
      throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(wanted).max(Comparator.naturalOrder());
    }
  }
}
