package uy.pfacturas.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.signing.key.SigningKey;

/** Shows the certificate that signs here, where it is and how long it lasts. */
@Command(name = "ver", aliases = "show")
final class CertVerCommand implements Callable<Integer> {
  private final Session session;

  CertVerCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Config config = session.config();
    SigningKey key = session.keys().open(config);
    CertificateLines lines =
        new CertificateLines(session, key, config.firma().origen().orElseThrow().where());
    if (session.options().isJson()) {
      session.show(lines.json());
    } else {
      lines.print();
    }
    return key.validity().contains(session.clock().instant())
        ? Exit.DONE.code()
        : Exit.INVALID.code();
  }
}
