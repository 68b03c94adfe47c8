package uy.pfacturas.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The certificate that signs on this machine; by itself shows it. */
@Command(
    name = "cert",
    aliases = "certificado",
    subcommands = {
      CertVerCommand.class,
      CertProbarCommand.class,
      CertImportarCommand.class,
      CertSolicitudCommand.class,
    })
final class CertCommand implements Callable<Integer> {
  private final Session session;

  CertCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return new CertVerCommand(session).call();
  }
}
