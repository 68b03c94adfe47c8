package uy.pfacturas.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uy.pfacturas.cli.config.BuzonConfig;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.console.Progress;
import uy.pfacturas.cli.demo.DemoFolder;
import uy.pfacturas.cli.logging.LogFile;
import uy.pfacturas.cli.wiring.Installation;
import uy.pfacturas.cli.wiring.Wiring;
import uy.pfacturas.cloud.control.ControlClient;

/** Serves the mailboxes until it is told to stop, or once. */
@Command(name = "run", aliases = "correr")
final class RunCommand implements Callable<Integer> {
  @Option(names = "--demo")
  private boolean demo;

  @Option(names = "--once")
  private boolean once;

  @Option(names = "--dir", paramLabel = "DIR", defaultValue = "demo")
  private Path dir;

  private final Session session;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!demo) {
      return serve(session.config(), new Ticker(session, session.console().terminal())).code();
    }
    DemoFolder folder = new DemoFolder(session.folder().resolve(dir).normalize());
    int dropped = folder.make();
    session.say("run.demo", dropped, folder.config());
    Config config = ConfigFile.read(folder.config());
    return serve(config, new Ticker(session, true), folder).code();
  }

  private Exit serve(Config config, Ticker ticker, DemoFolder folder) throws InterruptedException {
    return serve(config, ticker, () -> folder.showAuthority(Wiring.demoAuthority(config)));
  }

  private Exit serve(Config config, Ticker ticker) throws InterruptedException {
    return serve(config, ticker, () -> {});
  }

  private Exit serve(Config config, Ticker ticker, Runnable whenOpen) throws InterruptedException {
    if (ControlClient.find(config.datos()).isPresent()) {
      throw new CliException(Exit.USAGE, "ya_corre", config.datos());
    }
    String level = config.registro().nivel().name();
    Path records = config.datos().resolve("registro");
    try (Ending ending = Ending.listen();
        LogFile log = LogFile.open(records, level, config.registro().dias());
        Installation installation = session.wiring().open(config, ticker)) {
      whenOpen.run();
      if (once) {
        return once(config, installation, ticker);
      }
      installation.serve();
      config.buzones().forEach(b -> session.say("run.atiende", b.carpeta().resolve("entrada")));
      session.say("run.listo", log.file());
      ending.await();
      session.note("run.termina");
    }
    return Exit.DONE;
  }

  private Exit once(Config config, Installation installation, Ticker ticker)
      throws InterruptedException {
    boolean nothingLeft;
    try (Progress progress = session.progress()) {
      ticker.measure(progress, config.buzones().stream().mapToLong(RunCommand::waiting).sum());
      nothingLeft = installation.synchronizer().runOnce();
    }
    session.say("run.hecho", ticker.delivered(), ticker.rejected());
    if (nothingLeft) {
      return Exit.DONE;
    }
    session.note(
        "run.pendiente",
        installation
            .synchronizer()
            .status()
            .pausa()
            .or(() -> installation.synchronizer().status().nube())
            .orElse(""));
    return Exit.PENDING;
  }

  /** How many files wait in a mailbox, as far as it matters for showing how many are done. */
  private static long waiting(BuzonConfig buzon) {
    try (Stream<Path> files = Files.list(buzon.carpeta().resolve("entrada"))) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).count();
    } catch (IOException e) {
      return 0;
    }
  }
}
