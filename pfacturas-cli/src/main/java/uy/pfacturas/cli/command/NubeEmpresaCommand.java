package uy.pfacturas.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import uy.pfacturas.cli.config.CompanyFile;
import uy.pfacturas.cli.config.SecretSource;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.nube.company.KeySource;
import uy.pfacturas.nube.company.PasswordSource;

/** Adds a company to a cloud that is not running, or replaces its record. */
@Command(name = "empresa", aliases = "company")
final class NubeEmpresaCommand implements Callable<Integer> {
  @ParentCommand private NubeCommand nube;

  @Parameters(paramLabel = "FILE.toml", descriptionKey = "p.empresa")
  private Path file;

  private final Session session;

  NubeEmpresaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    NubeFolder folder = nube.folder();
    CompanyFile company = CompanyFile.read(session.folder().resolve(file), folder.ambiente());
    String ruc = company.empresa().ruc();
    try (Companies companies = folder.companies(session)) {
      companies.save(company.empresa());
      company
          .certificado()
          .ifPresent(p12 -> companies.setKey(ruc, key(p12, company.clave().orElseThrow())));
    }
    session.say("nube.empresa", ruc, company.empresa().razonSocial());
    return Exit.DONE.code();
  }

  private static KeySource key(Path pkcs12, SecretSource source) {
    PasswordSource password =
        source
            .variable()
            .<PasswordSource>map(PasswordSource.FromEnvironment::new)
            .orElseGet(() -> new PasswordSource.FromFile(source.file().orElseThrow()));
    return new KeySource(pkcs12, password);
  }
}
