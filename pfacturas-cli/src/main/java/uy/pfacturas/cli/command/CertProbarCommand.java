package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.validation.KeyTrial;
import uy.pfacturas.signing.Inspection;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.revocation.Fetcher;
import uy.pfacturas.signing.revocation.Revocations;
import uy.pfacturas.signing.trust.Answer;

/** Signs a sample with the key of this machine and looks at it as others will. */
@Command(name = "probar", aliases = "check")
final class CertProbarCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Option(names = "--en-linea")
  private boolean isOnline;

  private final Session session;

  CertProbarCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Config config = session.config();
    SigningKey key = session.keys().open(config);
    Inspection found = KeyTrial.of(key, config, online(), session.clock());
    CheckLines lines = new CheckLines(session);
    CertificateLines certificate =
        new CertificateLines(session, key, config.firma().origen().orElseThrow().where());
    if (session.options().isJson()) {
      ObjectNode node = certificate.json();
      lines.add(node.putArray("comprobaciones"), found.checks());
      session.show(node);
    } else {
      certificate.print();
      lines.print(found.checks());
    }
    return found.answer() == Answer.NO ? Exit.INVALID.code() : Exit.DONE.code();
  }

  private Optional<Revocations> online() {
    return isOnline
        ? Optional.of(new Revocations(Fetcher.http(PATIENCE), session.clock()))
        : Optional.empty();
  }
}
