package uy.pfacturas.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.nube.decision.CaseBook;
import uy.pfacturas.nube.decision.Decisions;
import uy.pfacturas.nube.decision.Person;
import uy.pfacturas.nube.epoch.Restored;
import uy.pfacturas.nube.store.Store;

/**
 * Which data folder of a cloud, and the world that it is of. Said before or after the name of a
 * command of the cloud's.
 */
final class NubeFolder {
  @Option(names = "--datos", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path path;

  @Option(names = "--marca", paramLabel = "FILE", scope = ScopeType.INHERIT)
  private @Nullable Path mark;

  @Option(
      names = "--ambiente",
      paramLabel = "demo|prueba|produccion",
      defaultValue = "demo",
      scope = ScopeType.INHERIT)
  private Ambiente ambiente;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * @throws ParameterException if none was named; picocli itself would ask for it twice
   */
  Path path(Session session) {
    if (path == null) {
      throw new ParameterException(
          spec.commandLine(), session.messages().get("uso.falta", "--datos"));
    }
    return session.folder().resolve(path).normalize();
  }

  /** The mark of its database; in the data folder unless it was said to be elsewhere. */
  Path mark(Session session) {
    return Optional.ofNullable(mark)
        .map(file -> session.folder().resolve(file).normalize())
        .orElseGet(() -> Store.mark(path(session)));
  }

  /** Its companies, while no cloud runs on it. */
  Companies companies(Session session) {
    return Companies.open(path(session), mark(session), ambiente, session.clock());
  }

  /** What is decided about all of it, while no cloud runs on it. */
  Decisions decisions(Session session) {
    return Decisions.open(path(session), mark(session), ambiente, person(session));
  }

  /** The same after its database was put back from a backup. */
  Decisions restored(Session session, Restored restored) {
    return Decisions.restored(path(session), mark(session), ambiente, person(session), restored);
  }

  /** What is decided case by case, also while a cloud runs on it. */
  CaseBook cases(Session session) {
    return CaseBook.of(path(session), person(session));
  }

  private static Person person(Session session) {
    return new Person(System.getProperty("user.name", "?"), session.clock());
  }

  Ambiente ambiente() {
    return ambiente;
  }
}
