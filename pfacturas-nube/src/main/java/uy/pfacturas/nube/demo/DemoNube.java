package uy.pfacturas.nube.demo;

import java.nio.file.Path;
import java.time.Clock;
import uy.pfacturas.nube.NubeConfig;
import uy.pfacturas.nube.company.ApiKey;

/**
 * What a demo needs, made at first use and found again afterwards: authority, company EMPRESA DEMO
 * with its certificate, CAEs of the six types, taxpayers, an API key.
 *
 * @param config to start the cloud with
 * @param ruc the company
 * @param apiKey for its stations
 * @param authority certificate of the throw-away authority, PEM
 */
public record DemoNube(NubeConfig config, String ruc, ApiKey apiKey, Path authority) {
  /**
   * Prepares a data folder for a demo. Repeatable: a folder that was prepared before is only
   * completed, such as with new CAEs when the old ones have expired.
   *
   * @throws uy.pfacturas.nube.NubeException if the folder holds another world, or is in use
   */
  public static DemoNube prepare(Path carpeta, Clock clock) {
    throw new UnsupportedOperationException("prepare " + carpeta + clock);
  }
}
