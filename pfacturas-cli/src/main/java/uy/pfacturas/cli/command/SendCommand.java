package uy.pfacturas.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Does with one file what the mailbox does, and waits for the final answer. */
@Command(name = "send", aliases = "enviar")
final class SendCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", descriptionKey = "p.archivo")
  private Path file;

  @Mixin private Mailing mailing;

  private final Session session;

  SendCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    InputFile input = new InputFile(session.folder().resolve(file));
    return mailing.send(session, input, input.read()).code();
  }
}
