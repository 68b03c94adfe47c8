package uy.pfacturas.cli.command;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uy.pfacturas.cli.config.BuzonConfig;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.core.input.Syntax;

/** How a file of the ERP is written, for commands that read one outside a mailbox. */
final class SyntaxOptions {
  @Option(names = "--codificacion", paramLabel = "NOMBRE")
  private @Nullable Charset charset;

  @Option(names = "--coma-decimal")
  private boolean decimalComma;

  /**
   * As the options say; where they say nothing, as the mailbox in which the file lies, or the first
   * one of the configuration.
   */
  Syntax syntax(Session session, Path file) {
    if (charset != null || decimalComma || !Files.exists(session.configFile())) {
      return new Syntax(Optional.ofNullable(charset), decimalComma, Syntax.DEFAULT.maxBytes());
    }
    List<BuzonConfig> buzones = ConfigFile.read(session.configFile()).buzones();
    BuzonConfig buzon =
        buzones.stream()
            .filter(b -> file.toAbsolutePath().normalize().startsWith(b.carpeta()))
            .findFirst()
            .orElse(buzones.get(0));
    return syntax(buzon);
  }

  /** As a mailbox declares it. */
  static Syntax syntax(BuzonConfig buzon) {
    return new Syntax(
        buzon.codificacion(), buzon.comaDecimal(), buzon.maxBytes(), buzon.numeracion());
  }
}
