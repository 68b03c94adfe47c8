package uy.pfacturas.nube.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.nube.NubeConfig;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.nube.cae.CaeBook;
import uy.pfacturas.nube.company.ApiKey;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.nube.company.SigningKeys;
import uy.pfacturas.nube.rut.Taxpayers;
import uy.pfacturas.nube.store.Store;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.provider.Cryptography;

/**
 * What a demo needs, made at first use and found again afterwards: authority, company EMPRESA DEMO
 * with its certificate, CAEs of all types, taxpayers, an API key.
 *
 * @param config to start the cloud with
 * @param ruc the company
 * @param apiKey for its stations
 * @param authority certificate of the throw-away authority, PEM
 * @param estacion the station's own key of the company, for signing without the cloud
 */
public record DemoNube(
    NubeConfig config, String ruc, ApiKey apiKey, Path authority, SigningKey estacion) {
  /** The company of every demo. */
  public static final String RUC = DemoCompany.RUC;

  /**
   * Prepares a data folder for a demo. Repeatable: a folder that was prepared before is only
   * completed, such as with new CAEs when the old ones have expired.
   *
   * @throws uy.pfacturas.nube.NubeException if the folder holds another world, or is in use
   */
  public static DemoNube prepare(Path carpeta, Clock clock) {
    NubeConfig config = NubeConfig.embedded(carpeta, Ambiente.DEMO);
    try (Store store = Store.open(carpeta, Ambiente.DEMO, clock)) {
      DemoKeys keys = new DemoKeys(folder(carpeta.resolve("claves")), clock);
      Companies companies =
          new Companies(
              store,
              Ambiente.DEMO,
              new SigningKeys(
                  store, config.firma(), Cryptography.jdk(), config.confianzaFirma(), clock),
              new CaeBook(store, config.confianzaCae(), Ambiente.DEMO, clock),
              clock);
      companies.save(DemoCompany.empresa());
      keys.key("empresa", DemoCompany.RUC, DemoCompany.empresa().razonSocial());
      companies.setKey(DemoCompany.RUC, keys.source("empresa"));
      // Trusted by itself: its authority also issued the company's certificate.
      SigningKey dgi = keys.key("dgi", DemoCompany.RUC_DGI, "DGI DE LA DEMO");
      DemoKeys.writePem(config.confianzaCae().resolve("demo.pem"), dgi.certificate());
      new DemoCae(companies, dgi, clock).complete(DemoCompany.RUC);
      Taxpayers taxpayers = new Taxpayers(store, Ambiente.DEMO, clock);
      DemoCompany.contribuyentes().forEach(taxpayers::put);
      Path authority = carpeta.resolve("autoridad-demo.pem");
      DemoKeys.writePem(authority, keys.authority().certificate());
      DemoKeys.writePem(
          config.confianzaFirma().folder().resolve("demo.pem"), keys.authority().certificate());
      SigningKey estacion =
          keys.key("estacion", DemoCompany.RUC, DemoCompany.empresa().razonSocial());
      return new DemoNube(config, DemoCompany.RUC, apiKey(keys, companies), authority, estacion);
    }
  }

  private static ApiKey apiKey(DemoKeys keys, Companies companies) {
    Optional<ApiKey> kept =
        keys.read("api")
            .filter(text -> companies.ruc(text).equals(Optional.of(DemoCompany.RUC)))
            .map(ApiKey::of);
    if (kept.isPresent()) {
      return kept.get();
    }
    ApiKey made = companies.createApiKey(DemoCompany.RUC);
    keys.write("api", made.reveal());
    return made;
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new NubeException("No se puede crear la carpeta " + folder + ". Revise permisos.", e);
    }
  }
}
