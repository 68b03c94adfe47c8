package uy.pfacturas.nube.company;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.protocol.EstadoCae;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.nube.NubeConfig;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.nube.cae.CaeBook;
import uy.pfacturas.nube.refusal.Reply;
import uy.pfacturas.nube.store.Store;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.provider.Cryptography;

/** The companies of one cloud. Every change is durable when the call returns. Thread-safe. */
public final class Companies implements AutoCloseable {
  private static final Locale SPANISH = Locale.forLanguageTag("es");

  private final Store store;
  private final Ambiente ambiente;
  private final ApiKeys apiKeys;
  private final SigningKeys signingKeys;
  private final CaeBook caeBook;
  private final Runnable closing;

  /** Over an open store, which stays the caller's to close. */
  public Companies(
      Store store, Ambiente ambiente, SigningKeys signingKeys, CaeBook caeBook, Clock clock) {
    this(store, ambiente, signingKeys, caeBook, clock, () -> {});
  }

  private Companies(
      Store store,
      Ambiente ambiente,
      SigningKeys signingKeys,
      CaeBook caeBook,
      Clock clock,
      Runnable closing) {
    this.closing = closing;
    this.store = store;
    this.ambiente = ambiente;
    this.signingKeys = signingKeys;
    this.caeBook = caeBook;
    this.apiKeys = new ApiKeys(store, new SecureRandom(), clock);
  }

  /** The same with the mark in the data folder. */
  public static Companies open(Path carpeta, Ambiente ambiente, Clock clock) {
    return open(carpeta, Store.mark(carpeta), ambiente, clock);
  }

  /**
   * Opens the companies of a data folder while no cloud runs on it; close it before one starts.
   *
   * @param marca the mark of the database
   * @throws NubeException if the folder is of another world or in use
   */
  public static Companies open(Path carpeta, Path marca, Ambiente ambiente, Clock clock) {
    Store store = Store.open(carpeta, marca, ambiente, clock);
    return new Companies(
        store,
        ambiente,
        new SigningKeys(
            store,
            SignatureAlgorithm.RSA_SHA256,
            Cryptography.jdk(),
            NubeConfig.confianzaFirma(carpeta),
            clock),
        new CaeBook(store, NubeConfig.confianzaCae(carpeta), ambiente, clock),
        clock,
        store::close);
  }

  /**
   * Adds a company, or replaces its record. Repeatable.
   *
   * @throws NubeException if it is of another world, or its RUC is none
   */
  public void save(Empresa empresa) {
    if (empresa.ambiente() != ambiente) {
      throw new NubeException(
          "La empresa "
              + empresa.ruc()
              + " es del ambiente "
              + empresa.ambiente().palabra()
              + ", y la nube de "
              + ambiente.palabra()
              + ". Los ambientes no se mezclan.");
    }
    if (!Rut.isValid(empresa.ruc())) {
      throw new NubeException(
          empresa.ruc() + " no es un RUC. Corríjalo en los datos de la empresa.");
    }
    store.write(
        h -> {
          CompanyRecords.save(h, empresa);
          return empresa;
        });
  }

  /** The record of a company. */
  public Optional<Empresa> find(String ruc) {
    return store.read(h -> CompanyRecords.find(h, ruc));
  }

  /** All companies, by RUC. */
  public List<Empresa> list() {
    return store.read(CompanyRecords::list);
  }

  /**
   * Sets the key with which a company's documents are signed from now on; earlier ones stay known,
   * for deliveries that they signed. Repeatable.
   *
   * @throws NubeException if there is no such company, or the certificate is of another RUC
   * @throws uy.pfacturas.signing.failure.SigningException if the key cannot be read
   */
  public void setKey(String ruc, KeySource key) {
    require(ruc);
    signingKeys.set(ruc, key);
  }

  /**
   * Makes an API key for the stations of a company.
   *
   * @throws NubeException if there is no such company
   */
  public ApiKey createApiKey(String ruc) {
    require(ruc);
    return apiKeys.create(ruc);
  }

  /** The RUC that a key speaks for; empty if it is no key of this cloud. */
  public Optional<String> ruc(String apiKey) {
    return apiKeys.ruc(apiKey);
  }

  /**
   * Adds the CAE in DGI's file; the same file again changes nothing.
   *
   * @return the CAE
   * @throws NubeException if there is no such company, or the file is not taken: it is not DGI's,
   *     its signature is not of a certificate in {@code confianza/cae}, it is of another company,
   *     has expired, or its numbers overlap with another CAE's
   */
  public Cae importCae(String ruc, byte[] file) {
    require(ruc);
    return caeBook
        .take(ruc, file)
        .fold(
            Reply.Given::value,
            refusal -> {
              Rechazo said = refusal.say(store.epoca(), SPANISH);
              throw new NubeException(
                  String.join(
                      " ", said.mensaje(), String.join(" ", said.faltas()), said.queHacer()));
            });
  }

  /**
   * The CAEs of a company with what is left of each; by type, then by the date on which they
   * expire.
   */
  public List<EstadoCae> caes(String ruc) {
    return caeBook.list(ruc);
  }

  private void require(String ruc) {
    if (find(ruc).isEmpty()) {
      throw new NubeException(
          "La empresa " + ruc + " no está dada de alta en la nube. Dela de alta primero.");
    }
  }

  /** Closes the folder, if {@link #open} opened it. Repeatable. */
  @Override
  public void close() {
    closing.run();
  }
}
