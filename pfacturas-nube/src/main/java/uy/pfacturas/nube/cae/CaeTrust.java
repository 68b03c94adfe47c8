package uy.pfacturas.nube.cae;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.trust.CertificateFolder;
import uy.pfacturas.signing.Verification;
import uy.pfacturas.signing.XmlVerifier;
import uy.pfacturas.signing.trust.Trust;
import uy.pfacturas.signing.trust.TrustedCertificates;

/**
 * With which certificates DGI signs CAEs: the files of {@code confianza/cae} in the data folder,
 * read anew at each use, so that a new one needs no restart.
 */
final class CaeTrust {
  private final CertificateFolder folder;

  CaeTrust(Path folder) {
    this.folder = new CertificateFolder(folder);
  }

  /** The signature of a CAE file: by whom, or why it is not taken. */
  Verification verify(byte[] file) {
    return new XmlVerifier(TrustedCertificates.of(folder.read())).verify(file);
  }

  /** Why a verified file is not DGI's; empty if it is. */
  static Optional<Refusal> refusal(Verification verification) {
    return verification.match(
        valid ->
            valid.trust() == Trust.TRUSTED
                ? Optional.empty()
                : Optional.of(untrusted(valid.certificate().getSubjectX500Principal().getName())),
        invalid -> Optional.of(untrusted(invalid.sentence(Locale.forLanguageTag("es")))));
  }

  private static Refusal untrusted(String why) {
    return Refusal.of(Codigo.CAE_SIN_FIRMA_DE_DGI, why);
  }
}
