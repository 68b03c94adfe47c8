package uy.pfacturas.nube.company;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.protocol.EstadoCae;

/** The companies of one cloud. Every change is durable when the call returns. Thread-safe. */
public final class Companies implements AutoCloseable {
  private Companies() {}

  /**
   * Opens the companies of a data folder while no cloud runs on it; close it before one starts.
   *
   * @throws uy.pfacturas.nube.NubeException if the folder is of another world or in use
   */
  public static Companies open(Path carpeta, Ambiente ambiente, Clock clock) {
    throw new UnsupportedOperationException("open " + carpeta + ambiente + clock);
  }

  /**
   * Adds a company, or replaces its record. Repeatable.
   *
   * @throws uy.pfacturas.nube.NubeException if it is of another world
   */
  public void save(Empresa empresa) {
    throw new UnsupportedOperationException("save " + empresa);
  }

  /** The record of a company. */
  public Optional<Empresa> find(String ruc) {
    throw new UnsupportedOperationException("find " + ruc);
  }

  /** All companies, by RUC. */
  public List<Empresa> list() {
    throw new UnsupportedOperationException();
  }

  /**
   * Sets the key with which a company's documents are signed from now on; earlier ones stay known,
   * for deliveries that they signed. Repeatable.
   *
   * @throws uy.pfacturas.nube.NubeException if there is no such company, the key cannot be read, or
   *     its certificate is of another RUC
   */
  public void setKey(String ruc, KeySource key) {
    throw new UnsupportedOperationException("setKey " + ruc + key);
  }

  /**
   * Makes an API key for the stations of a company.
   *
   * @throws uy.pfacturas.nube.NubeException if there is no such company
   */
  public ApiKey createApiKey(String ruc) {
    throw new UnsupportedOperationException("createApiKey " + ruc);
  }

  /**
   * Adds the CAE in DGI's file; the same file again changes nothing.
   *
   * @return the CAE
   * @throws uy.pfacturas.nube.NubeException if it is not DGI's file, its signature is not of a
   *     certificate in {@code confianza/cae}, it is of another company, or its numbers overlap with
   *     another CAE's
   */
  public Cae importCae(String ruc, byte[] file) {
    throw new UnsupportedOperationException("importCae " + ruc + file.length);
  }

  /**
   * The CAEs of a company with what is left of each; by type, then by the date on which they
   * expire.
   */
  public List<EstadoCae> caes(String ruc) {
    throw new UnsupportedOperationException("caes " + ruc);
  }

  /** Closes the folder, if {@link #open} opened it. Repeatable. */
  @Override
  public void close() {}
}
