package uy.pfacturas.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.console.Progress;
import uy.pfacturas.core.firmado.DocumentoFirmado;
import uy.pfacturas.core.firmado.Firmados;
import uy.pfacturas.signing.Inspection;
import uy.pfacturas.signing.Inspector;
import uy.pfacturas.signing.revocation.Fetcher;
import uy.pfacturas.signing.revocation.Revocations;
import uy.pfacturas.signing.trust.Answer;
import uy.pfacturas.signing.trust.Aspect;
import uy.pfacturas.signing.trust.Expected;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** Verifies the signatures of documents, and those who signed them. */
@Command(name = "verify", aliases = "verificar")
final class VerifyCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Parameters(paramLabel = "FILE.xml", arity = "1..*", descriptionKey = "p.xml")
  private List<Path> files;

  @Option(names = "--confianza", paramLabel = "FILE.pem")
  private final List<Path> trusted = new ArrayList<>();

  @Option(names = "--en-linea")
  private boolean isOnline;

  private final Session session;

  VerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Inspector inspector = new Inspector(TrustedCertificates.of(certificates()), online());
    Inspections shown = new Inspections(session);
    List<Exit> exits = new ArrayList<>();
    try (Progress progress = session.progress()) {
      for (Path file : files) {
        byte[] xml = new InputFile(session.folder().resolve(file)).read();
        for (DocumentoFirmado document : Firmados.de(xml)) {
          Inspection found = inspector.inspect(document.bytes(), expected(document));
          exits.add(exit(found));
          progress.aside(() -> shown.show(file, document, found));
        }
        progress.at(files.indexOf(file) + 1L, files.size());
      }
    }
    shown.end();
    return worst(exits).code();
  }

  private Optional<Revocations> online() {
    return isOnline
        ? Optional.of(new Revocations(Fetcher.http(PATIENCE), session.clock()))
        : Optional.empty();
  }

  private static Expected expected(DocumentoFirmado document) {
    DocumentoFirmado.Dicho dicho = document.dicho();
    return new Expected(dicho.ruc(), dicho.momento(), dicho.certificado());
  }

  private List<X509Certificate> certificates() {
    List<Path> paths = new ArrayList<>(trusted.stream().map(session.folder()::resolve).toList());
    if (Files.exists(session.configFile())) {
      paths.addAll(ConfigFile.read(session.configFile()).firma().confianza());
    }
    return paths.stream().flatMap(path -> TrustedCertificates.read(path).stream()).toList();
  }

  /** Invalid where a check says no; pending where what was asked online was not found out. */
  private Exit exit(Inspection found) {
    boolean isOpen =
        found.checks().stream()
            .filter(check -> check.aspect() == Aspect.REVOCATION)
            .anyMatch(check -> check.answer() == Answer.NOT_CHECKED);
    return found.answer() == Answer.NO
        ? Exit.INVALID
        : isOnline && isOpen ? Exit.PENDING : Exit.DONE;
  }

  private static Exit worst(List<Exit> exits) {
    return exits.contains(Exit.INVALID)
        ? Exit.INVALID
        : exits.stream().reduce(Exit.DONE, Exit::and);
  }
}
