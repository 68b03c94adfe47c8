package uy.pfacturas.cli.command;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.rules.Rules;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.signing.SignedXml;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.key.SigningKey;

/** Signs an XML that bears its number and CAE; touches no store and asks nobody. */
@Command(name = "sign", aliases = "firmar")
final class SignCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE.xml", descriptionKey = "p.xml")
  private Path file;

  @Option(
      names = {"-o", "--salida"},
      paramLabel = "FILE")
  private @Nullable Path target;

  private final Session session;

  SignCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    InputFile input = new InputFile(session.folder().resolve(file));
    byte[] xml = input.read();
    CfeXml.Parsed parsed = CfeXml.parse(xml);
    if (parsed instanceof CfeXml.Parsed.Malformed malformed) {
      return invalid(malformed.faults());
    }
    Cfe cfe = ((CfeXml.Parsed.Document) parsed).cfe();
    List<Fault> faults = new ArrayList<>(new Rules(session.clock()).validate(cfe));
    if (!faults.isEmpty()) {
      return invalid(faults);
    }
    SignedXml signed = signer(session.config()).sign(timed(cfe, xml));
    Path written =
        Optional.ofNullable(target)
            .map(session.folder()::resolve)
            .orElseGet(() -> input.path().resolveSibling(input.baseName() + ".firmado.xml"));
    InputFile.write(written, signed.bytes());
    session.say("sign.hecho", cfe.numero().orElseThrow().texto(), written, signed.digest());
    return Exit.DONE.code();
  }

  /**
   * The bytes to sign: the file's own where it says its time of signing, else with the time put in.
   */
  private byte[] timed(Cfe cfe, byte[] xml) {
    if (cfe.tmstFirma().isPresent()) {
      return xml;
    }
    OffsetDateTime now = OffsetDateTime.now(session.clock()).truncatedTo(ChronoUnit.SECONDS);
    return CfeXml.render(cfe.withTmstFirma(now));
  }

  private XmlSigner signer(Config config) {
    SigningKey key = session.keys().open(config).inForce(session.clock().instant());
    return new XmlSigner(key, config.firma().algoritmo());
  }

  private int invalid(List<Fault> faults) {
    session.say("validate.invalido", file);
    new FaultLines(session).print(session, faults);
    return Exit.INVALID.code();
  }
}
